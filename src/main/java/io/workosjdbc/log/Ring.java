package io.workosjdbc.log;

import java.util.ArrayDeque;
import java.util.List;

/** The last entries of some, oldest first. Thread-safe. */
final class Ring<T> {

  private final int most;
  private final ArrayDeque<T> entries = new ArrayDeque<>();

  /**
   * @param most how many are kept
   */
  Ring(int most) {
    this.most = most;
  }

  synchronized void add(T entry) {
    if (entries.size() == most) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  synchronized List<T> entries() {
    return List.copyOf(entries);
  }
}
