package io.workosjdbc.http;

import java.time.Duration;

/**
 * How fast a client may ask and how long answers take, which tells how many requests at once are
 * worth it.
 *
 * @param requestsPerSecond what the limiter lets pass at the moment
 * @param latency from sending to the last byte, of late, without the waits before
 * @param maxConcurrency what the client lets pass at once
 */
public record Pace(double requestsPerSecond, Duration latency, int maxConcurrency) {

  private static final double SPARE = 1.2;
  private static final double NANOS = 1e9;

  /**
   * How many requests keep the limiter busy, by Little's law, and a fifth more; 1 or more. What
   * goes beyond would wait for the limiter.
   */
  public int workers() {
    double busy = requestsPerSecond * latency.toNanos() / NANOS;
    return (int) Math.max(1, Math.min(maxConcurrency, Math.ceil(busy * SPARE)));
  }
}
