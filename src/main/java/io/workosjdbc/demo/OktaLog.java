package io.workosjdbc.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the System Log of the demo Okta: what happened at Okta in the seconds before somebody
 * arrived at the demo WorkOS by single sign-on, and some administration.
 */
final class OktaLog {
  private static final List<String> REASONS =
      List.of("INVALID_CREDENTIALS", "VERIFICATION_ERROR", "LOCKED_OUT");
  private static final List<String> COUNTRIES =
      List.of("Germany", "United States", "France", "Japan");

  private final Dice dice;
  private final Map<String, OktaObject> byLogin;
  private final List<OktaObject> events = new ArrayList<>();

  OktaLog(Dice dice, Map<String, OktaObject> byLogin) {
    this.dice = dice;
    this.byLogin = byLogin;
  }

  List<OktaObject> events(List<DemoEvent> signIns, List<OktaObject> groups) {
    for (var signIn : signIns) {
      if (signIn.sso().isPresent() && signIn.email().isPresent()) {
        Optional.ofNullable(byLogin.get(signIn.email().get()))
            .ifPresent(user -> signIn(user, signIn));
      }
    }
    administration(groups, signIns);
    return List.copyOf(events);
  }

  private void signIn(OktaObject user, DemoEvent signIn) {
    String status = signIn.status().orElse("");
    Instant time = signIn.createdAt().minusMillis(2000L + dice.below(3000));
    var event = new OktaEvent(dice, user, signIn, COUNTRIES);
    if (status.equals("failed")) {
      events.add(event.at(time, "user.session.start", "FAILURE", Optional.of(dice.pick(REASONS))));
    } else if (status.equals("succeeded")) {
      events.add(event.at(time, "policy.evaluate_sign_on", "ALLOW", Optional.empty()));
      events.add(event.at(time.plusMillis(20), "user.session.start", "SUCCESS", Optional.empty()));
      if (dice.chance(0.2)) {
        var outcome = dice.chance(0.95) ? "SUCCESS" : "FAILURE";
        var type = "user.authentication.auth_via_mfa";
        events.add(event.at(time.plusMillis(700), type, outcome, Optional.empty()));
      }
      var type = "user.authentication.sso";
      events.add(event.at(time.plusMillis(900), type, "SUCCESS", Optional.empty()));
    }
  }

  /** Not every event is about signing in. */
  private void administration(List<OktaObject> groups, List<DemoEvent> signIns) {
    List<OktaObject> users = List.copyOf(new TreeMap<>(byLogin).values());
    for (int i = 0; i < signIns.size() && !users.isEmpty(); i += 50) {
      var signIn = signIns.get(i);
      var event = new OktaEvent(dice, dice.pick(users), signIn, COUNTRIES);
      var type = i % 100 == 0 ? "group.user_membership.add" : "user.lifecycle.activate";
      var target = dice.pick(groups);
      events.add(
          event
              .about(target.id(), "UserGroup", target.text("profile.name").orElse(""))
              .at(signIn.createdAt(), type, "SUCCESS", Optional.empty()));
    }
  }
}
