package io.workosjdbc.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the events of one visit, with the shape that fact sheet of Okta, section 7, gives them. */
final class OktaEvent {
  private final Dice dice;
  private final OktaObject user;
  private final DemoEvent visit;
  private final String country;
  private final String session;
  private final String transaction;
  private Optional<Map<String, String>> target = Optional.empty();

  OktaEvent(Dice dice, OktaObject user, DemoEvent visit, List<String> countries) {
    this.dice = dice;
    this.user = user;
    this.visit = visit;
    this.country = countries.get(Math.floorMod(user.id().hashCode(), countries.size()));
    this.session = "102" + dice.token(22);
    this.transaction = dice.token(27);
  }

  /** The same about something. */
  OktaEvent about(String id, String type, String name) {
    target = Optional.of(Map.of("id", id, "type", type, "displayName", name));
    return this;
  }

  OktaObject at(Instant time, String type, String result, Optional<String> reason) {
    String uuid = uuid();
    boolean failed = result.equals("FAILURE");
    Fields json =
        new Fields()
            .put("uuid", uuid)
            .put("published", time)
            .put("eventType", type)
            .put("version", "0")
            .put("severity", failed ? "WARN" : "INFO")
            .put("legacyEventType", "core." + type)
            .put("displayMessage", type.replace('.', ' '))
            .put("actor", actor())
            .put("client", client())
            .put("outcome", outcome(result, reason))
            .putOrNull("target", target.map(List::of))
            .put("transaction", Map.of("type", "WEB", "id", transaction, "detail", Map.of()))
            .put("debugContext", Map.of("debugData", Map.of("requestUri", "/login")))
            .put("authenticationContext", authentication(type, failed))
            .put("securityContext", Map.of("isProxy", false))
            .put("request", Map.of("ipChain", List.of()));
    return new OktaObject(uuid, time, json.toMap());
  }

  private String uuid() {
    var hex = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      hex.append("0123456789abcdef".charAt(dice.below(16)));
      if (i == 7 || i == 11 || i == 15 || i == 19) {
        hex.append('-');
      }
    }
    return hex.toString();
  }

  private Map<String, @Nullable Object> actor() {
    return new Fields()
        .put("id", user.id())
        .put("type", "User")
        .put("alternateId", user.text("profile.login").orElseThrow())
        .putIfPresent("displayName", user.text("profile.displayName"))
        .putOrNull("detailEntry", Optional.empty())
        .toMap();
  }

  private Map<String, @Nullable Object> client() {
    var agent = new Fields().putIfPresent("rawUserAgent", visit.userAgent());
    var place = Map.of("country", country, "city", "Springfield", "postalCode", "12345");
    return new Fields()
        .put("userAgent", agent.put("os", "Unknown").put("browser", "UNKNOWN").toMap())
        .putOrNull("geographicalContext", visit.ipAddress().map(known -> place))
        .put("zone", "null")
        .putOrNull("ipAddress", visit.ipAddress())
        .put("device", "Computer")
        .putOrNull("id", Optional.empty())
        .toMap();
  }

  private static Map<String, @Nullable Object> outcome(String result, Optional<String> reason) {
    return new Fields().put("result", result).putOrNull("reason", reason).toMap();
  }

  private Map<String, @Nullable Object> authentication(String type, boolean failed) {
    boolean isMfa = type.contains("mfa");
    return new Fields()
        .putOrNull(
            "authenticationProvider",
            isMfa ? Optional.of("FACTOR_PROVIDER") : Optional.of("OKTA_AUTHENTICATION_PROVIDER"))
        .putOrNull("credentialProvider", Optional.empty())
        .putOrNull(
            "credentialType",
            type.equals("user.session.start")
                ? Optional.of("PASSWORD")
                : isMfa ? Optional.of("OTP") : Optional.empty())
        .putOrNull("externalSessionId", failed ? Optional.empty() : Optional.of(session))
        .put("authenticationStep", 0)
        .toMap();
  }
}
