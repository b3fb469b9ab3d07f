package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the applications of the demo Okta, and who may use them. */
final class OktaApps {
  private static final List<String> NAMES =
      List.of("workos", "salesforce", "slack", "zoom_us", "google", "jira_onprem", "bookmark");

  private final Dice dice;
  private final DataGenerator.Basis basis;
  private final Map<String, List<OktaObject>> lists;

  OktaApps(Dice dice, DataGenerator.Basis basis, Map<String, List<OktaObject>> lists) {
    this.dice = dice;
    this.basis = basis;
    this.lists = lists;
  }

  void make(List<OktaObject> users) {
    List<OktaObject> apps = new ArrayList<>();
    for (int number = 0; number < 30; number++) {
      var app = app(number);
      apps.add(app);
      int share = number == 0 ? 1 : 7 + number;
      List<OktaObject> assigned = new ArrayList<>();
      for (int i = 0; i < users.size(); i += share) {
        assigned.add(assignment(users.get(i), i));
      }
      lists.put(OktaData.APPS + "/" + app.id() + "/users", assigned);
    }
    lists.put(OktaData.APPS, apps);
  }

  private OktaObject app(int number) {
    String name = NAMES.get(number % NAMES.size());
    String id = "0oa" + dice.token(17);
    Instant created = basis.now().minus(Duration.ofDays(600 - 10L * number));
    boolean isOidc = number % 3 == 1;
    Fields json =
        new Fields()
            .put("id", id)
            .put("name", name)
            .put("label", name + " " + (1 + number / NAMES.size()))
            .put("status", number % 5 == 4 ? "INACTIVE" : "ACTIVE")
            .put("created", created)
            .put("lastUpdated", dice.between(created, basis.now()))
            .put(
                "signOnMode",
                name.equals("bookmark") ? "BOOKMARK" : isOidc ? "OPENID_CONNECT" : "SAML_2_0")
            .put("features", number % 2 == 0 ? List.of() : List.of("PUSH_NEW_USERS"))
            .put("visibility", Map.of("autoSubmitToolbar", false))
            .put("accessibility", Map.of("selfService", number % 2 == 0))
            .put(
                "credentials",
                isOidc
                    ? Map.of(
                        "oauthClient", Map.of("client_id", id, "client_secret", "secret-" + id))
                    : Map.of("userNameTemplate", Map.of("template", "${source.login}")))
            .put("settings", Map.of("notifications", Map.of()))
            .put("orn", "orn:okta:idp:demo:apps:" + name + ":" + id);
    return new OktaObject(id, created, json.toMap());
  }

  private OktaObject assignment(OktaObject user, int number) {
    Instant created = user.at().plusSeconds(7200);
    Fields json =
        new Fields()
            .put("id", user.id())
            .put("externalId", "x-" + number)
            .put("scope", number % 3 == 0 ? "GROUP" : "USER")
            .put("status", number % 9 == 8 ? "SUSPENDED" : "ACTIVE")
            .put("syncState", "SYNCHRONIZED")
            .put("created", created)
            .put("lastUpdated", created)
            .put("statusChanged", created)
            .put("lastSync", created.plusSeconds(5))
            .put("credentials", Map.of("userName", user.text("profile.login").orElseThrow()))
            .put("profile", Map.of("role", number % 2 == 0 ? "admin" : "member"));
    return new OktaObject(user.id(), created, json.toMap());
  }
}
