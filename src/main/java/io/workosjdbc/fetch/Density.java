package io.workosjdbc.fetch;

import java.time.Duration;

/** How many objects a stretch of time holds, going by what was read so far. Not thread-safe. */
final class Density {

  private double objects;
  private double milliseconds;

  void add(long moreObjects, long moreMilliseconds) {
    objects += moreObjects;
    milliseconds += moreMilliseconds;
  }

  double objects() {
    return objects;
  }

  Duration time() {
    return Duration.ofMillis((long) milliseconds);
  }

  /** How many pages that many milliseconds are thought to be. */
  double pages(double width, int pageSize) {
    return milliseconds == 0 ? 0 : width * objects / milliseconds / pageSize;
  }

  /** How many milliseconds that many pages are thought to span. */
  double width(double pages, int pageSize) {
    return objects == 0 ? Double.POSITIVE_INFINITY : pages * pageSize * milliseconds / objects;
  }
}
