package io.workosjdbc.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one event of a kind, with the payload that fact sheet section 5 gives it. */
final class EventFactory {
  private static final List<Optional<Map<String, Object>>> CONTEXTS =
      List.of(
          Optional.of(Map.of()),
          Optional.of(Map.of("client_id", "client_01KDVDNA00AN970JQFQAB4X2SG")),
          Optional.of(
              Map.of("actor", Map.of("id", "actor_01", "source", "dashboard", "name", "Zoë Q."))),
          Optional.of(
              Map.of("ajs_anonymous_id", "a-1", "previous_attributes", Map.of("state", "draft"))));

  private final Dice dice;

  EventFactory(Dice dice) {
    this.dice = dice;
  }

  /** An event of that person, from the place they are mostly at. */
  DemoEvent event(AuthKind kind, Person person, Instant createdAt) {
    boolean elsewhere = dice.chance(0.03);
    String ipAddress = elsewhere ? "203.0.113." + (100 + dice.below(100)) : person.ipAddress();
    return event(kind, person, createdAt, knownUser(kind, person), ipAddress, person.userAgent());
  }

  /** A failure by somebody who only knows the person's email. */
  DemoEvent attack(AuthKind kind, Person victim, Instant createdAt, String ip, String userAgent) {
    return event(kind, victim, createdAt, Optional.empty(), ip, userAgent);
  }

  private DemoEvent event(
      AuthKind kind,
      Person person,
      Instant createdAt,
      Optional<String> userId,
      String ipAddress,
      String userAgent) {
    boolean nameless = !kind.succeeded() && dice.chance(0.05);
    return new DemoEvent(
        dice.id("event", createdAt),
        kind.event(),
        createdAt,
        kind.type(),
        kind.status(),
        userId,
        nameless ? Optional.empty() : Optional.of(person.email()),
        dice.chance(0.01) ? Optional.empty() : Optional.of(ipAddress),
        dice.chance(0.02) ? Optional.empty() : Optional.of(userAgent),
        kind.hasSso() ? Optional.of(sso(kind, person, createdAt)) : Optional.empty(),
        kind.hasError() ? Optional.of(problem(kind)) : Optional.empty(),
        kind == AuthKind.RADAR_RISK_DETECTED ? Optional.of(radar(person)) : Optional.empty(),
        dice.chance(0.2) ? dice.pick(CONTEXTS) : Optional.empty());
  }

  private Optional<String> knownUser(AuthKind kind, Person person) {
    double unknown =
        switch (kind) {
          case SSO_STARTED, SSO_TIMED_OUT -> 0.9;
          case SSO_FAILED, PASSWORD_FAILED, OAUTH_FAILED, PASSKEY_FAILED, MAGIC_AUTH_FAILED -> 0.5;
          case MFA_FAILED, EMAIL_VERIFICATION_FAILED -> 0.2;
          case SSO_SUCCEEDED, OAUTH_SUCCEEDED -> 0.05;
          case EMAIL_VERIFICATION_SUCCEEDED,
              MAGIC_AUTH_SUCCEEDED,
              MFA_SUCCEEDED,
              PASSKEY_SUCCEEDED,
              PASSWORD_SUCCEEDED,
              REAUTHENTICATION_SUCCEEDED,
              RADAR_RISK_DETECTED ->
              0;
        };
    return dice.chance(unknown) ? Optional.empty() : Optional.of(person.id());
  }

  private DemoEvent.Sso sso(AuthKind kind, Person person, Instant createdAt) {
    Optional<String> session =
        kind == AuthKind.SSO_SUCCEEDED
            ? Optional.of(dice.id("session", createdAt))
            : Optional.empty();
    boolean unresolved = kind == AuthKind.SSO_FAILED && dice.chance(0.05);
    return unresolved
        ? new DemoEvent.Sso(Optional.empty(), Optional.empty(), Optional.empty())
        : new DemoEvent.Sso(person.organizationId(), person.connectionId(), session);
  }

  private DemoEvent.Problem problem(AuthKind kind) {
    return switch (kind) {
      case SSO_FAILED ->
          dice.chance(0.5)
              ? new DemoEvent.Problem(
                  "invalid_saml_response", "The assertion's signature is wrong.")
              : new DemoEvent.Problem("access_denied", "User isn't assigned to \"Portal\".");
      case SSO_TIMED_OUT ->
          new DemoEvent.Problem("sso_timed_out", "The identity provider did not answer.");
      case PASSWORD_FAILED ->
          new DemoEvent.Problem("invalid_credentials", "Email or password is incorrect.");
      case MAGIC_AUTH_FAILED, MFA_FAILED, EMAIL_VERIFICATION_FAILED ->
          dice.chance(0.3)
              ? new DemoEvent.Problem("one_time_code_expired", "The code has expired.")
              : new DemoEvent.Problem("invalid_one_time_code", "The code is incorrect.");
      default -> new DemoEvent.Problem("access_denied", "The sign-in was not completed.");
    };
  }

  private DemoEvent.Radar radar(Person person) {
    String method =
        switch (person.way()) {
          case SSO -> "sso";
          case PASSWORD -> "password";
          case MAGIC_AUTH -> "magic_auth";
          case OAUTH -> "oauth";
          case PASSKEY -> "passkey";
        };
    return new DemoEvent.Radar(
        dice.chance(0.05) ? "external_auth" : method,
        dice.chance(0.2) ? "signup" : "login",
        dice.maybe(
            0.6, () -> dice.pick(List.of("impossible_travel", "bot_detection", "restriction"))),
        dice.maybe(0.3, () -> dice.pick(List.of("ip_address", "domain", "email"))));
  }
}
