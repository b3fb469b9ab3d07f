package io.workosjdbc.http;

import java.time.Duration;

/** How long answers take of late: a mean in which newer ones weigh more. Thread-safe. */
final class Latency {
  private static final double NEWEST = 0.2;

  private boolean isKnown;
  private double nanos;

  synchronized void add(Duration took) {
    double newest = Math.max(0, took.toNanos());
    nanos = isKnown ? nanos + NEWEST * (newest - nanos) : newest;
    isKnown = true;
  }

  /** Zero before the first answer. */
  synchronized Duration mean() {
    return Duration.ofNanos((long) nanos);
  }
}
