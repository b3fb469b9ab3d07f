package io.workosjdbc.workos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The authentication events and what their names say: {@code authentication.<method>_<outcome>}
 * (API reference, Events; 18 in the specification).
 */
final class AuthEvents {

  private static final String FAMILY = "authentication.";

  /** A success that Radar found suspicious: it has no outcome, and its method is in the payload. */
  private static final String RADAR = FAMILY + "radar_risk_detected";

  private static final List<AuthEvent> EVENTS =
      Stream.of(
              "email_verification failed succeeded",
              "magic_auth failed succeeded",
              "mfa failed succeeded",
              "oauth failed succeeded",
              "passkey failed succeeded",
              "password failed succeeded",
              "reauthentication succeeded",
              "sso failed started succeeded timed_out")
          .flatMap(AuthEvents::ofMethod)
          .toList();

  /** Names that the service learned late; an older one refuses them. */
  private static final Set<String> RECENT =
      Set.of(
          FAMILY + "email_verification_failed",
          FAMILY + "mfa_failed",
          FAMILY + "reauthentication_succeeded",
          FAMILY + "sso_started",
          FAMILY + "sso_timed_out");

  static final List<String> NAMES =
      Stream.concat(EVENTS.stream().map(AuthEvent::name), Stream.of(RADAR)).toList();

  static final Set<String> CLASSIC =
      NAMES.stream().filter(name -> !RECENT.contains(name)).collect(Collectors.toSet());

  static final Map<String, String> METHODS = byName(AuthEvent::method);

  static final Map<String, String> OUTCOMES = byName(AuthEvent::outcome);

  private AuthEvents() {}

  private static Stream<AuthEvent> ofMethod(String methodAndOutcomes) {
    var words = List.of(methodAndOutcomes.split(" ", -1));
    return words.stream().skip(1).map(outcome -> new AuthEvent(words.get(0), outcome));
  }

  private static Map<String, String> byName(Function<AuthEvent, String> value) {
    return EVENTS.stream().collect(Collectors.toMap(AuthEvent::name, value));
  }

  private record AuthEvent(String method, String outcome) {
    String name() {
      return FAMILY + method + "_" + outcome;
    }
  }
}
