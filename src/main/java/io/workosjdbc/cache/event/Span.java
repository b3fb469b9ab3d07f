package io.workosjdbc.cache.event;

import io.workosjdbc.request.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A half-open interval of whole milliseconds since 1970, which is how fine events are timed. */
record Span(long from, long to) {

  private static final Instant LATEST = Instant.parse("5000-01-01T00:00:00Z");

  /** The milliseconds that lie in a window. */
  static Span in(Window window) {
    return new Span(ceiling(window.from()), ceiling(window.to()));
  }

  /** The milliseconds of which every instant lies in a window. */
  static Span whollyIn(Window window) {
    return new Span(ceiling(window.from()), floor(window.to()));
  }

  boolean isEmpty() {
    return from >= to;
  }

  boolean contains(long millis) {
    return from <= millis && millis < to;
  }

  boolean overlaps(Span other) {
    return Math.max(from, other.from) < Math.min(to, other.to);
  }

  /** What both have; possibly empty. */
  Span intersection(Span other) {
    return new Span(Math.max(from, other.from), Math.min(to, other.to));
  }

  Window window() {
    return new Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  static long floor(Instant instant) {
    if (instant.isBefore(Instant.EPOCH)) {
      return 0;
    }
    return (instant.isAfter(LATEST) ? LATEST : instant).toEpochMilli();
  }

  private static long ceiling(Instant instant) {
    long floor = floor(instant);
    return instant.equals(instant.truncatedTo(ChronoUnit.MILLIS)) ? floor : floor + 1;
  }
}
