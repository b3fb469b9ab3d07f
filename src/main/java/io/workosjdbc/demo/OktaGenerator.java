package io.workosjdbc.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the demo Okta: the people who sign in to the demo WorkOS by single sign-on, with the same
 * email addresses, at the same times and from the same places.
 */
final class OktaGenerator {
  private OktaGenerator() {}

  static OktaData generate(DemoOptions options) {
    var basis = DataGenerator.basis(options);
    var signIns = basis.events(options.eventCount());
    var dice = new Dice(Long.rotateLeft(options.seed(), 32));
    var people =
        basis.people().stream()
            .filter(person -> person.way() == Person.Way.SSO && person.organizationId().isPresent())
            .toList();
    var users = new OktaUsers(dice, basis, Cast.lastSignIns(signIns)).make(people);
    Map<String, List<OktaObject>> lists = new HashMap<>();
    lists.put(OktaData.USERS, users);
    var groups = new OktaGroups(dice, basis, lists).make(users);
    new OktaApps(dice, basis, lists).make(users);
    for (int number = 0; number < users.size(); number += 3) {
      factors(dice, lists, users.get(number), number);
    }
    var log = new OktaLog(dice, byLogin(users));
    return OktaData.of(lists, () -> log.events(signIns, groups));
  }

  private static Map<String, OktaObject> byLogin(List<OktaObject> users) {
    Map<String, OktaObject> byLogin = new HashMap<>();
    users.forEach(user -> user.text("profile.login").ifPresent(login -> byLogin.put(login, user)));
    return byLogin;
  }

  private static void factors(
      Dice dice, Map<String, List<OktaObject>> lists, OktaObject user, int number) {
    List<OktaObject> factors = new ArrayList<>();
    var types = List.of("push", "sms", "token:software:totp", "webauthn");
    for (int i = 0; i <= number % 2; i++) {
      var type = types.get((number + i) % types.size());
      var id = "mfa" + dice.token(17);
      var json =
          new Fields()
              .put("id", id)
              .put("factorType", type)
              .put("provider", type.equals("webauthn") ? "FIDO" : "OKTA")
              .put("vendorName", type.equals("webauthn") ? "FIDO" : "OKTA")
              .put("status", i == 0 ? "ACTIVE" : "PENDING_ACTIVATION")
              .put("created", user.at().plusSeconds(3600))
              .put("lastUpdated", user.at().plusSeconds(3600));
      if (type.equals("sms")) {
        json.put("profile", Map.of("phoneNumber", "+1-555-010-" + (1000 + number)));
      }
      if (i == 1) {
        json.put("_embedded", Map.of("activation", Map.of("sharedSecret", "secret-" + id)));
      }
      factors.add(new OktaObject(id, user.at().plusSeconds(3600), json.toMap()));
    }
    lists.put(OktaData.USERS + "/" + user.id() + "/factors", factors);
  }

  /** The text of a time, if there is one. */
  static Optional<String> text(Optional<Instant> time) {
    return time.map(Timestamps::text);
  }
}
