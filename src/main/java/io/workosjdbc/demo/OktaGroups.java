package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the groups of the demo Okta, and who is in them. */
final class OktaGroups {
  private final Dice dice;
  private final DataGenerator.Basis basis;
  private final Map<String, List<OktaObject>> lists;
  private final List<OktaObject> groups = new ArrayList<>();

  OktaGroups(Dice dice, DataGenerator.Basis basis, Map<String, List<OktaObject>> lists) {
    this.dice = dice;
    this.basis = basis;
    this.lists = lists;
  }

  List<OktaObject> make(List<OktaObject> users) {
    group("Everyone", "All users in your organization", "BUILT_IN", users, any -> true);
    for (var organization : basis.organizations()) {
      var name = organization.name();
      group(name, "People of " + name, "OKTA_GROUP", users, has("profile.organization", name));
    }
    for (var department : List.of("Engineering", "Sales", "Support", "Finance", "People")) {
      group(department, "", "APP_GROUP", users, has("profile.department", department));
    }
    lists.put(OktaData.GROUPS, List.copyOf(groups));
    return List.copyOf(groups);
  }

  private static Predicate<OktaObject> has(String path, String value) {
    return user -> user.text(path).equals(Optional.of(value));
  }

  private void group(
      String name,
      String description,
      String type,
      List<OktaObject> users,
      Predicate<OktaObject> belongs) {
    String id = "00g" + dice.token(17);
    Instant created = basis.now().minus(Duration.ofDays(800)).plusSeconds(groups.size());
    boolean isOfDirectory = type.equals("APP_GROUP");
    Fields profile =
        new Fields()
            .put("name", name)
            .putOrNull(
                "description", description.isEmpty() ? Optional.empty() : Optional.of(description));
    if (isOfDirectory) {
      profile
          .put("samAccountName", name)
          .put("windowsDomainQualifiedName", "CORP\\" + name)
          .put("dn", "CN=" + name + ",DC=corp,DC=example")
          .put("externalId", dice.token(20));
    }
    var json =
        new Fields()
            .put("id", id)
            .put("created", created)
            .put("lastUpdated", dice.between(created, basis.now()))
            .put("lastMembershipUpdated", dice.between(created, basis.now()))
            .put(
                "objectClass",
                List.of(isOfDirectory ? "okta:windows_security_principal" : "okta:user_group"))
            .put("type", type)
            .put("profile", profile.toMap());
    groups.add(new OktaObject(id, created, json.toMap()));
    lists.put(
        OktaData.GROUPS + "/" + id + "/users",
        users.stream()
            .filter(belongs)
            .filter(user -> !user.text("status").equals(Optional.of("DEPROVISIONED")))
            .toList());
  }
}
