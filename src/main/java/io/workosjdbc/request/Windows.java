package io.workosjdbc.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cuts intervals into windows that one request may span. */
final class Windows {

  /** How wide the windows nearest to now are when only the latest rows are wanted. */
  private static final List<Duration> GROWING =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

  private Windows() {}

  /** Windows of at most {@code widest}, oldest first. */
  static List<Window> oldestFirst(Window interval, Duration widest) {
    var windows = newestFirst(interval, widest, List.of());
    Collections.reverse(windows);
    return windows;
  }

  /** Windows of at most {@code widest}, newest first. */
  static List<Window> newestFirst(Window interval, Duration widest) {
    return newestFirst(interval, widest, List.of());
  }

  /** Windows that begin narrow at the newest end and grow to {@code widest}, newest first. */
  static List<Window> growing(Window interval, Duration widest) {
    return newestFirst(interval, widest, GROWING);
  }

  private static List<Window> newestFirst(
      Window interval, Duration widest, List<Duration> firstWidths) {
    var windows = new ArrayList<Window>();
    var to = interval.to();
    while (interval.from().isBefore(to)) {
      var width = windows.size() < firstWidths.size() ? firstWidths.get(windows.size()) : widest;
      var from = later(interval.from(), to.minus(width.compareTo(widest) < 0 ? width : widest));
      windows.add(new Window(from, to));
      to = from;
    }
    return windows;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
