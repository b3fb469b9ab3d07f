package io.workosjdbc.fetch;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What an answer lacks that was cut short by a budget. Thread-safe. */
final class Partial {

  /** So many of the lists that were cut short are named. */
  private static final int NAMED = 3;

  private final Set<String> spent = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private int more;

  /**
   * A scan was cut short.
   *
   * @param budget which of them was spent
   * @param notRead what the scan did not get to
   */
  synchronized void add(String budget, String notRead) {
    spent.add(budget);
    if (missing.size() < NAMED) {
      missing.add(notRead);
    } else if (!missing.contains(notRead)) {
      more++;
    }
  }

  /** What to tell the user; empty when nothing was cut short. */
  synchronized Optional<String> message() {
    if (spent.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "The answer is partial: the statement has used up "
            + String.join(" and ", spent)
            + ". Not read to the end: "
            + String.join("; ", missing)
            + (more > 0 ? "; and " + more + " more" : "")
            + ". What is computed from rows, such as counts, outer joins and NOT EXISTS, is of those"
            + " that were read. To go on, raise the budget or ask for less; pages that the cache"
            + " keeps are not asked for again");
  }
}
