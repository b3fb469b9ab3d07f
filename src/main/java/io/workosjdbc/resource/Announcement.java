package io.workosjdbc.resource;

import java.util.List;

/**
 * Which events tell that objects of a table have changed.
 *
 * @param table the table of events
 * @param names the values that its choice may have, such as {@code organization.updated}
 * @param areAll whether every change is told; else some are not, such as a new name
 */
public record Announcement(String table, List<String> names, boolean areAll) {
  public Announcement {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("Nothing is announced in " + table);
    }
  }
}
