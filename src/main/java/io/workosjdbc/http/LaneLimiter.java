package io.workosjdbc.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets no more than so many requests go in any second. Pure arithmetic, as {@link RateLimiter}.
 * Thread-safe.
 */
final class LaneLimiter {

  /** A second, and what a request may be late on its way while the next ones are not. */
  static final Duration WINDOW = Duration.ofMillis(1100);

  private final int most;

  /** The latest turns, as many as fit in a window, in order. */
  private final Deque<Instant> turns = new ArrayDeque<>();

  LaneLimiter(int requestsPerSecond) {
    most = requestsPerSecond;
  }

  /** Takes a turn and says how long to wait for it. */
  synchronized Duration take(Instant now) {
    var turn = now;
    if (turns.size() == most) {
      turn = later(turn, turns.removeFirst().plus(WINDOW));
    }
    if (!turns.isEmpty()) {
      turn = later(turn, turns.getLast());
    }
    turns.addLast(turn);
    return Duration.between(now, turn);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
