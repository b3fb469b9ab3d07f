package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom things are made for.
 *
 * @param people those who sign in, and those who have not for longer than events are kept
 * @param dormant the ids of the latter
 * @param lastSignIns when each user was last seen to succeed, of those who were
 */
record Cast(
    Dice dice,
    Instant now,
    List<DemoOrganization> organizations,
    List<DemoDirectory> directories,
    List<Person> people,
    Set<String> dormant,
    Map<String, Instant> lastSignIns) {

  /** Events oldest first. */
  static Map<String, Instant> lastSignIns(List<DemoEvent> events) {
    Map<String, Instant> last = new HashMap<>();
    for (DemoEvent event : events) {
      if (event.status().equals(Optional.of("succeeded"))) {
        event.userId().ifPresent(user -> last.put(user, event.createdAt()));
      }
    }
    return last;
  }

  Instant daysAgo(int days) {
    return now.minus(Duration.ofDays(days));
  }

  /** A time within the last so many days. */
  Instant within(int days) {
    return dice.between(daysAgo(days), now);
  }

  /** A time within the next so many days. */
  Instant inTheNext(int days) {
    return dice.between(now, now.plus(Duration.ofDays(days)));
  }

  /** People who belong to an organization. */
  List<Person> members(DemoOrganization organization) {
    return people.stream()
        .filter(person -> person.organizationId().equals(Optional.of(organization.id())))
        .toList();
  }
}
