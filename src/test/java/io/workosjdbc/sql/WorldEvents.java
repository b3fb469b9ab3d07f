package io.workosjdbc.sql;

import static io.workosjdbc.sql.StoryTime.at;
import static io.workosjdbc.sql.World.text;

import io.workosjdbc.demo.DemoEvent;
import java.util.List;
import java.util.Optional;

/**
 * The events of {@link World}: every kind, from April to yesterday, some in the same millisecond.
 */
final class WorldEvents {
  private WorldEvents() {}

  static List<DemoEvent> all() {
    return List.of(
        plain("event_01", "email_verification_failed", "2026-04-10T10:00:00Z", "ann", "code_wrong"),
        plain("event_02", "email_verification_succeeded", "2026-04-10T10:01:00Z", "ann", ""),
        plain("event_03", "magic_auth_failed", "2026-04-20T10:00:00Z", "bob", "code_expired"),
        plain("event_04", "magic_auth_succeeded", "2026-04-20T10:01:00Z", "bob", ""),
        plain("event_05", "mfa_failed", "2026-05-01T09:00:00Z", "ann", "code_wrong"),
        plain("event_06", "mfa_succeeded", "2026-05-01T09:00:30Z", "ann", ""),
        plain("event_07", "oauth_failed", "2026-05-10T23:59:59.999Z", "", "access_denied"),
        plain("event_08", "oauth_succeeded", "2026-05-11T00:00:00Z", "cid", ""),
        plain("event_09", "passkey_failed", "2026-05-20T12:00:00Z", "cid", "access_denied"),
        plain("event_10", "passkey_succeeded", "2026-05-20T12:00:00.001Z", "cid", ""),
        plain("event_11", "password_failed", "2026-06-01T10:00:00Z", "ann", "wrong_password"),
        plain("event_12", "password_succeeded", "2026-06-01T10:00:05Z", "ann", ""),
        plain("event_13", "reauthentication_succeeded", "2026-06-10T10:00:00Z", "ann", ""),
        sso("event_14", "sso_started", "2026-06-15T10:00:00Z", "org_acme", "conn_okta"),
        sso("event_15", "sso_succeeded", "2026-06-15T10:00:00Z", "org_acme", "conn_okta"),
        sso("event_16", "sso_failed", "2026-06-20T10:00:00Z", "org_beta", "conn_new"),
        sso("event_17", "sso_timed_out", "2026-06-20T10:00:00Z", "org_acme", "conn_deleted"),
        sso("event_18", "sso_failed", "2026-06-24T10:00:00Z", "", ""),
        radar("event_19", "2026-06-25T10:00:00Z", "password"),
        radar("event_20", "2026-06-25T10:00:00Z", "Magic-Link"),
        sso("event_21", "sso_succeeded", "2026-06-28T00:00:00Z", "org_beta", "conn_new"),
        plain("event_22", "password_failed", "2026-06-28T12:00:00Z", "ann", "wrong_password"),
        plain("event_23", "password_failed", "2026-06-28T12:00:00Z", "bob", "wrong_password"),
        plain("event_24", "password_succeeded", "2026-06-28T23:59:59.999Z", "bob", ""));
  }

  private static DemoEvent plain(
      String id, String name, String createdAt, String user, String error) {
    return event(id, name, createdAt, user, Optional.empty(), problem(error), Optional.empty());
  }

  /** An event of the SSO family. */
  static DemoEvent sso(
      String id, String name, String createdAt, String organization, String connection) {
    boolean succeeded = name.equals("sso_succeeded");
    var sso =
        new DemoEvent.Sso(
            text(organization), text(connection), text(succeeded ? "session_" + id : ""));
    boolean went = succeeded || name.equals("sso_started");
    return event(
        id,
        name,
        createdAt,
        succeeded ? "ann" : "",
        Optional.of(sso),
        problem(went ? "" : "idp_error"),
        Optional.empty());
  }

  private static DemoEvent radar(String id, String createdAt, String method) {
    var radar = new DemoEvent.Radar(method, "login", Optional.empty(), Optional.of("domain"));
    return event(
        id,
        "radar_risk_detected",
        createdAt,
        "bob",
        Optional.empty(),
        Optional.empty(),
        Optional.of(radar));
  }

  private static Optional<DemoEvent.Problem> problem(String code) {
    return text(code).map(each -> new DemoEvent.Problem(each, "It was " + each + "."));
  }

  private static DemoEvent event(
      String id,
      String name,
      String createdAt,
      String user,
      Optional<DemoEvent.Sso> sso,
      Optional<DemoEvent.Problem> error,
      Optional<DemoEvent.Radar> radar) {
    var kind = DemoEvent.of(id, "authentication." + name, at(createdAt));
    return new DemoEvent(
        id,
        kind.event(),
        kind.createdAt(),
        kind.type(),
        kind.status(),
        text(user).map(each -> "user_" + each),
        text(user).map(each -> each + "@acme.example"),
        user.equals("bob") ? Optional.empty() : Optional.of("192.0.2.7"),
        Optional.of("Mozilla/5.0"),
        sso,
        error,
        radar,
        Optional.empty());
  }
}
