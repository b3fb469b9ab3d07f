package io.workosjdbc.demo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authentication event: fact sheet section 5. An empty value is a null or absent key, as the
 * sheet has it.
 */
public record DemoEvent(
    String id,
    String event,
    Instant createdAt,
    Optional<String> type,
    Optional<String> status,
    Optional<String> userId,
    Optional<String> email,
    Optional<String> ipAddress,
    Optional<String> userAgent,
    Optional<Sso> sso,
    Optional<Problem> error,
    Optional<Radar> radar,
    Optional<Map<String, Object>> context)
    implements LoggedEvent {

  /** The {@code sso} block of the SSO family; its keys are written even when null. */
  public record Sso(
      Optional<String> organizationId, Optional<String> connectionId, Optional<String> sessionId) {

    Map<String, @Nullable Object> json() {
      return new Fields()
          .putOrNull("organization_id", organizationId)
          .putOrNull("connection_id", connectionId)
          .putOrNull("session_id", sessionId)
          .toMap();
    }
  }

  /** The {@code error} block of failures. */
  public record Problem(String code, String message) {

    Map<String, @Nullable Object> json() {
      return new Fields().put("code", code).put("message", message).toMap();
    }
  }

  /** What a {@code radar_risk_detected} event carries in place of type and status. */
  public record Radar(
      String authMethod, String action, Optional<String> control, Optional<String> blocklistType) {}

  /**
   * An event of any name with no values; {@code type} and {@code status} as the name's kind has
   * them.
   */
  public static DemoEvent of(String id, String event, Instant createdAt) {
    Optional<AuthKind> kind = EventNames.kind(event);
    return new DemoEvent(
        id,
        event,
        createdAt,
        kind.flatMap(AuthKind::type),
        kind.flatMap(AuthKind::status),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same event at another place in the stream. */
  public DemoEvent at(String newId, Instant newCreatedAt) {
    return new DemoEvent(
        newId,
        event,
        newCreatedAt,
        type,
        status,
        userId,
        email,
        ipAddress,
        userAgent,
        sso,
        error,
        radar,
        context);
  }

  /** Only the SSO family has one. */
  @Override
  public Optional<String> organizationId() {
    return sso.flatMap(Sso::organizationId);
  }

  /** The connection, of the SSO family only. */
  public Optional<String> connectionId() {
    return sso.flatMap(Sso::connectionId);
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return new Fields()
        .put("object", "event")
        .put("id", id)
        .put("event", event)
        .put("data", data())
        .put("created_at", createdAt)
        .putIfPresent("context", context)
        .toMap();
  }

  private Map<String, @Nullable Object> data() {
    Fields data = new Fields().putIfPresent("type", type).putIfPresent("status", status);
    radar.ifPresent(
        found ->
            data.put("auth_method", found.authMethod())
                .put("action", found.action())
                .putOrNull("control", found.control())
                .putOrNull("blocklist_type", found.blocklistType()));
    return data.putOrNull("user_id", userId)
        .putOrNull("email", email)
        .putOrNull("ip_address", ipAddress)
        .putOrNull("user_agent", userAgent)
        .putIfPresent("sso", sso.map(Sso::json))
        .putIfPresent("error", error.map(Problem::json))
        .toMap();
  }
}
