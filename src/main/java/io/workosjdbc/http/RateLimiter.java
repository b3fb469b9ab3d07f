package io.workosjdbc.http;

import com.google.common.collect.TreeMultiset;
import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket for one API key. Pure arithmetic: time is a parameter and waiting is the caller's
 * job. Thread-safe.
 *
 * <p>The full rate is the lowest that an open client asks for: who wants to be gentle with an
 * environment is not overruled by another connection. A 429 halves the rate; it grows back by 5 %
 * of the full rate a second.
 */
final class RateLimiter {
  static final double BURST = 5;
  private static final double RECOVERY_PER_SECOND = 0.05;
  private static final double SLOWEST = 0.5;
  private static final double NANOS = 1e9;

  private final Quotas quotas = new Quotas();
  private final TreeMultiset<Double> asked = TreeMultiset.create();
  private double full = Double.MAX_VALUE;
  private double rate = Double.MAX_VALUE;
  private double tokens = BURST;
  private Instant refilled = Instant.MIN;
  private Instant slowedDown = Instant.MIN;

  /** What the service itself says about the key's rate. */
  Quotas quotas() {
    return quotas;
  }

  /** Takes a token and says how long to wait before using it. */
  synchronized Duration take(Instant now) {
    refill(now);
    tokens--;
    return tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-tokens / rate * NANOS));
  }

  /** The token was not used. */
  synchronized void giveBack() {
    tokens = Math.min(BURST, tokens + 1);
  }

  /**
   * The API said 429 to a request of {@code sentAt}. One wave of 429s counts once: a request sent
   * before the last slow-down says nothing about the rate after it.
   */
  synchronized void slowDown(Instant sentAt, Instant now) {
    if (sentAt.isBefore(slowedDown)) {
      return;
    }
    refill(now);
    rate = Math.max(Math.min(SLOWEST, full), rate / 2);
    slowedDown = now;
  }

  /** The requests per second at this moment. */
  synchronized double rate(Instant now) {
    refill(now);
    return rate;
  }

  /** The rate to which it grows back. */
  synchronized double highest() {
    return full;
  }

  synchronized void ask(double requestsPerSecond) {
    asked.add(requestsPerSecond);
    adjust();
  }

  synchronized void withdraw(double requestsPerSecond) {
    asked.remove(requestsPerSecond);
    adjust();
  }

  private void adjust() {
    if (asked.isEmpty()) {
      return; // The last client has gone; the next one finds the state as it was.
    }
    double lowest = asked.elementSet().first();
    rate = rate < full ? Math.min(rate, lowest) : lowest;
    full = lowest;
  }

  /** A clock that is set back gives nothing and takes nothing. */
  private void refill(Instant now) {
    if (refilled.equals(Instant.MIN)) {
      refilled = now;
    }
    double seconds = Math.max(0, Duration.between(refilled, now).toNanos() / NANOS);
    tokens = Math.min(BURST, tokens + rate * seconds);
    rate = Math.min(full, rate + full * RECOVERY_PER_SECOND * seconds);
    refilled = now;
  }
}
