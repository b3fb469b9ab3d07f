package io.workosjdbc.workos;

import io.workosjdbc.resource.Announcement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which events tell of changes (API reference, Events). A connection or directory that is made,
 * renamed or set up without being activated tells nothing.
 */
final class Announcements {

  private static final String EVENTS = "workos_event";

  static final Announcement ORGANIZATIONS =
      new Announcement(EVENTS, families("organization", "organization_domain"), true);

  static final Announcement CONNECTIONS =
      new Announcement(EVENTS, families("connection", "organization"), false);

  static final Announcement DIRECTORIES =
      new Announcement(
          EVENTS, families("dsync", "dsync.user", "dsync.group", "organization"), false);

  private Announcements() {}

  /** The names that are a family's, and a dot, and one word. */
  private static List<String> families(String... families) {
    return EventNames.ALL.stream()
        .filter(
            name ->
                Stream.of(families)
                    .anyMatch(family -> name.substring(0, name.lastIndexOf('.')).equals(family)))
        .toList();
  }
}
