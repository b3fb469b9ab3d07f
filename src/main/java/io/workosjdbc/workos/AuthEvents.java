package io.workosjdbc.workos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The authentication events and what their names say (API reference, Events; 18 in the
 * specification).
 */
final class AuthEvents {

  private static final String FAMILY = "authentication.";

  /** Events of the family whose name is {@code authentication.<method>_<outcome>}. */
  private static final Map<String, List<String>> OUTCOMES_BY_METHOD = outcomesByMethod();

  /** A success that Radar found suspicious: it has no outcome, and its method is in the payload. */
  private static final String RADAR = FAMILY + "radar_risk_detected";

  static final Map<String, String> METHODS = new LinkedHashMap<>();
  static final Map<String, String> OUTCOMES = new LinkedHashMap<>();

  static {
    OUTCOMES_BY_METHOD.forEach(
        (method, outcomes) ->
            outcomes.forEach(
                outcome -> {
                  var name = FAMILY + method + "_" + outcome;
                  METHODS.put(name, method);
                  OUTCOMES.put(name, outcome);
                }));
  }

  static final List<String> NAMES = names();

  /** The names that the service knew before 2026; the others may be unknown to it. */
  static final Set<String> CLASSIC =
      Set.copyOf(
          NAMES.stream()
              .filter(
                  name ->
                      !Set.of(
                              "email_verification_failed",
                              "mfa_failed",
                              "reauthentication_succeeded",
                              "sso_started",
                              "sso_timed_out")
                          .contains(name.substring(FAMILY.length())))
              .toList());

  private AuthEvents() {}

  private static Map<String, List<String>> outcomesByMethod() {
    var either = List.of("failed", "succeeded");
    var map = new LinkedHashMap<String, List<String>>();
    map.put("email_verification", either);
    map.put("magic_auth", either);
    map.put("mfa", either);
    map.put("oauth", either);
    map.put("passkey", either);
    map.put("password", either);
    map.put("reauthentication", List.of("succeeded"));
    map.put("sso", List.of("failed", "started", "succeeded", "timed_out"));
    return map;
  }

  private static List<String> names() {
    var names = new java.util.ArrayList<>(METHODS.keySet());
    names.add(RADAR);
    return List.copyOf(names);
  }
}
