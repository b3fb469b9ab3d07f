package io.workosjdbc.demo;

import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Directories with so few groups that reading each group's people does not wait for the four
 * requests a second that the service answers for one directory.
 */
public final class SmallDirectories {
  private static final int GROUPS = 3;

  private SmallDirectories() {}

  /** Takes away all groups of a directory but three, and whoever is in one of the others. */
  public static void in(DemoServer server) {
    var gone = new HashSet<String>();
    Map<Object, Integer> kept = new HashMap<>();
    for (var group : server.data().things("/directory_groups")) {
      if (kept.merge(group.json().get("directory_id"), 1, Integer::sum) > GROUPS) {
        gone.add(group.id());
      }
    }
    var people = new HashSet<String>();
    for (var user : server.data().things("/directory_users")) {
      if (user.keys().getOrDefault("group", Set.of()).stream().anyMatch(gone::contains)) {
        people.add(user.id());
      }
    }
    server.change(data -> data.withoutObjects(Sets.union(gone, people)));
  }
}
