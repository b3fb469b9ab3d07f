package io.workosjdbc.demo;

import static io.workosjdbc.demo.Things.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the people and groups of directories, as many as each directory says that it has. */
final class DirectoryThings {
  private static final List<String> TEAMS =
      List.of("Engineering", "Sales", "Support", "Finance", "Legal", "Design");

  private static final List<String> TITLES =
      List.of("Engineer", "Manager", "Analyst", "Counsel", "Designer", "Account executive");

  private final Cast cast;
  private final Dice dice;
  private final Things things;

  DirectoryThings(Cast cast, Things things) {
    this.cast = cast;
    this.dice = cast.dice();
    this.things = things;
  }

  void make() {
    for (DemoDirectory directory : cast.directories()) {
      var counts = directory.counts().orElse(new DemoDirectory.Counts(3, 1, 2));
      List<DemoThing> groups = new ArrayList<>();
      for (int i = 0; i < counts.groups(); i++) {
        groups.add(group(directory, i));
      }
      for (int i = 0; i < counts.activeUsers() + counts.inactiveUsers(); i++) {
        boolean isActive = i < counts.activeUsers();
        user(directory, i, isActive ? "active" : i % 3 == 0 ? "suspended" : "inactive", groups);
      }
    }
  }

  private DemoThing group(DemoDirectory directory, int number) {
    Instant createdAt = dice.between(directory.createdAt(), cast.now());
    String id = dice.id("directory_group", createdAt);
    String name = TEAMS.get(number % TEAMS.size()) + " " + (1 + number / TEAMS.size());
    Fields json =
        object("directory_group", id)
            .put("idp_id", "g-" + dice.token(12))
            .put("directory_id", directory.id())
            .put("organization_id", directory.organizationId())
            .put("name", name)
            .put("raw_attributes", Map.of("displayName", name))
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    return things.add("/directory_groups", id, createdAt, json, "directory", directory.id());
  }

  private void user(DemoDirectory directory, int number, String state, List<DemoThing> groups) {
    Instant createdAt = dice.between(directory.createdAt(), cast.now());
    String id = dice.id("directory_user", createdAt);
    String name = PersonGenerator.name(dice) + number;
    String email = name + "@" + directory.domain().orElse("mail.example");
    String first = PersonGenerator.written(name.substring(0, name.indexOf('.')));
    String last =
        PersonGenerator.written(name.substring(name.indexOf('.') + 1).replaceAll("\\d", ""));
    String team = TEAMS.get(number % TEAMS.size());
    String idp = "u-" + dice.token(12);
    List<DemoThing> of =
        groups.isEmpty() || dice.chance(0.3) ? List.of() : List.of(dice.pick(groups));
    Fields json =
        object("directory_user", id)
            .put("directory_id", directory.id())
            .put("organization_id", directory.organizationId())
            .put("idp_id", idp)
            .putOrNull("email", dice.chance(0.98) ? Optional.of(email) : Optional.empty())
            .put("first_name", first)
            .putOrNull("last_name", dice.maybe(0.9, () -> last))
            .put("name", first + " " + last)
            .put("emails", List.of(Map.of("primary", true, "type", "work", "value", email)))
            .putIfPresent("job_title", dice.maybe(0.5, () -> dice.pick(TITLES)))
            .putIfPresent("username", dice.maybe(0.5, () -> name))
            .put("state", state)
            .put("raw_attributes", Map.of("userName", name, "number", number))
            .put("custom_attributes", Map.of("department", team));
    if (number % 4 == 0) {
      json.put("role", Map.of("slug", "member")).put("roles", List.of(Map.of("slug", "member")));
    }
    json.put("created_at", createdAt)
        .put("updated_at", dice.between(createdAt, cast.now()))
        .put("groups", of.stream().map(DemoThing::json).toList());
    Map<String, Set<String>> keys = Things.keys("directory", directory.id(), "idp_id", idp);
    if (json.toMap().get("email") != null) {
      keys.put("email", Set.of(email));
    }
    DemoThing user = things.add("/directory_users", id, createdAt, json, keys);
    for (DemoThing group : of) {
      things.add("/directory_users", user, "group", group.id());
    }
  }
}
