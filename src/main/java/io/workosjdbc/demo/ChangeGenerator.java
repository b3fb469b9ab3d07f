package io.workosjdbc.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events that tell what happened to things in the last 90 days. They show the object as
 * its list does, with its secrets, as the fact sheet says (section 5).
 */
final class ChangeGenerator {

  private static final Map<String, List<String>> EVENTS =
      Map.of(
          Catalogue.USERS,
          List.of("user.updated"),
          Catalogue.USERS + "/{id}/sessions",
          List.of("session.created"),
          Catalogue.MEMBERSHIPS,
          List.of("organization_membership.created", "organization_membership.updated"),
          "/user_management/invitations",
          List.of("invitation.created", "invitation.resent"),
          "/directory_users",
          List.of("dsync.user.created", "dsync.user.updated"),
          "/feature-flags",
          List.of("flag.updated"),
          "/organization_domains",
          List.of("organization_domain.verified"));

  private final Cast cast;
  private final Dice dice;

  ChangeGenerator(Cast cast) {
    this.cast = cast;
    this.dice = cast.dice();
  }

  /** At most so many for each list. */
  List<LoggedEvent> generate(Things things, List<DemoConnection> connections, int most) {
    List<LoggedEvent> changes = new ArrayList<>();
    new TreeMap<>(EVENTS)
        .forEach(
            (list, names) ->
                spread(things.of(list), most)
                    .forEach(thing -> changes.add(change(dice.pick(names), thing.json()))));
    cast.organizations().stream()
        .limit(most)
        .forEach(each -> changes.add(change("organization.updated", each.json())));
    connections.stream()
        .limit(most)
        .forEach(each -> changes.add(change("connection.activated", each.json())));
    return changes;
  }

  /** At most so many, from all over the list. */
  private static List<DemoThing> spread(List<DemoThing> things, int most) {
    int step = most == 0 ? 1 : Math.max(1, things.size() / most);
    return IntStream.iterate(0, at -> at < things.size(), at -> at + step)
        .limit(most)
        .mapToObj(things::get)
        .toList();
  }

  private DemoChange change(String event, Map<String, @Nullable Object> object) {
    Instant time = dice.between(cast.daysAgo(90).plusSeconds(3600), cast.now().minusSeconds(1));
    Map<String, @Nullable Object> context =
        dice.chance(0.3)
            ? new Fields()
                .put(
                    "actor",
                    new Fields()
                        .put("id", "actor_" + dice.below(5))
                        .put("source", dice.pick(List.of("api", "dashboard", "system")))
                        .putOrNull("name", Optional.empty())
                        .toMap())
                .toMap()
            : Map.of();
    return new DemoChange(dice.id("event", time), event, time, object, context);
  }
}
