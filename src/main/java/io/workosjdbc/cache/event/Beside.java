package io.workosjdbc.cache.event;

import java.util.Locale;
import java.util.stream.Stream;

/** What else is kept of an environment, in a folder of its own. Its files count like segments. */
public enum Beside {
  /** Whole answers to requests for lists. */
  LISTS,
  /** What was learned of sizes. */
  LEARNED;

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  static boolean holds(StoredFile file) {
    return Stream.of(values()).anyMatch(each -> each.folder().equals(file.folder().table()));
  }
}
