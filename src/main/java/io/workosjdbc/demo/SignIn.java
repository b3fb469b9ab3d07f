package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One sign-in: the one to five events that a person's way of signing in leaves behind. */
final class SignIn {
  private final Dice dice;
  private final EventFactory factory;
  private final Person person;
  private final List<DemoEvent> events = new ArrayList<>();
  private Instant time;

  private SignIn(Dice dice, EventFactory factory, Person person, Instant start) {
    this.dice = dice;
    this.factory = factory;
    this.person = person;
    this.time = start;
  }

  static List<DemoEvent> events(Dice dice, EventFactory factory, Person person, Instant start) {
    SignIn signIn = new SignIn(dice, factory, person, start);
    if (signIn.firstFactor()) {
      signIn.afterwards();
    }
    return signIn.events;
  }

  /** Whether it succeeded. */
  private boolean firstFactor() {
    return switch (person.way()) {
      case SSO -> sso();
      case PASSWORD -> {
        if (dice.chance(0.06)) {
          add(AuthKind.PASSWORD_FAILED);
          pause(15);
        }
        yield either(0.97, AuthKind.PASSWORD_SUCCEEDED, AuthKind.PASSWORD_FAILED) && mfa();
      }
      case MAGIC_AUTH -> either(0.94, AuthKind.MAGIC_AUTH_SUCCEEDED, AuthKind.MAGIC_AUTH_FAILED);
      case OAUTH -> either(0.96, AuthKind.OAUTH_SUCCEEDED, AuthKind.OAUTH_FAILED);
      case PASSKEY -> either(0.98, AuthKind.PASSKEY_SUCCEEDED, AuthKind.PASSKEY_FAILED);
    };
  }

  private boolean sso() {
    if (dice.chance(0.5)) {
      add(AuthKind.SSO_STARTED);
      pause(20);
    }
    if (dice.chance(0.01)) {
      add(AuthKind.SSO_TIMED_OUT);
      return false;
    }
    return either(0.95, AuthKind.SSO_SUCCEEDED, AuthKind.SSO_FAILED);
  }

  private boolean mfa() {
    if (dice.chance(0.3)) {
      pause(30);
      return either(0.95, AuthKind.MFA_SUCCEEDED, AuthKind.MFA_FAILED);
    }
    return true;
  }

  /** Radar looks at a success in the millisecond in which it happens. */
  private void afterwards() {
    if (dice.chance(0.01)) {
      add(AuthKind.RADAR_RISK_DETECTED);
    }
    if (dice.chance(0.015)) {
      pause(120);
      either(0.8, AuthKind.EMAIL_VERIFICATION_SUCCEEDED, AuthKind.EMAIL_VERIFICATION_FAILED);
    }
    if (dice.chance(0.02)) {
      pause(5400);
      add(AuthKind.REAUTHENTICATION_SUCCEEDED);
    }
  }

  private boolean either(double probability, AuthKind good, AuthKind bad) {
    boolean success = dice.chance(probability);
    add(success ? good : bad);
    return success;
  }

  private void add(AuthKind kind) {
    events.add(factory.event(kind, person, time));
  }

  private void pause(int atMostSeconds) {
    time = time.plus(Duration.ofMillis(300 + dice.below(atMostSeconds * 1000)));
  }
}
