package io.workosjdbc.http;

import java.time.Duration;

/**
 * How hard and how long a client tries.
 *
 * @param connectTimeout for one TCP and TLS connection, 1 ms to 1 day
 * @param requestTimeout for one whole attempt from connecting to the last byte, 1 ms to 1 day
 * @param maxRetries attempts after the first, 0 or more
 * @param requestsPerSecond more than 0; shared by all clients with the same key (RateLimiter)
 * @param maxConcurrency attempts in flight at once, 1 or more
 * @param maxResponseBytes a larger body, after decompression, is refused; see {@link
 *     #maxResponseBytes(long)}
 */
public record Limits(
    Duration connectTimeout,
    Duration requestTimeout,
    int maxRetries,
    double requestsPerSecond,
    int maxConcurrency,
    long maxResponseBytes) {
  private static final Duration LONGEST = Duration.ofDays(1);

  public Limits {
    checkTimeout("connectTimeout", connectTimeout);
    checkTimeout("requestTimeout", requestTimeout);
    check(maxRetries >= 0, "maxRetries must be 0 or more: " + maxRetries);
    check(
        requestsPerSecond > 0 && Double.isFinite(requestsPerSecond),
        "requestsPerSecond must be more than 0: " + requestsPerSecond);
    check(maxConcurrency > 0, "maxConcurrency must be 1 or more: " + maxConcurrency);
    check(maxResponseBytes > 0, "maxResponseBytes must be 1 or more: " + maxResponseBytes);
  }

  /** 10 s to connect, 60 s a request, 3 retries, 80 requests/s, 16 at once, 64 MiB a response. */
  public static Limits defaults() {
    return new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), 3, 80, 16, 64L << 20);
  }

  public Limits withConnectTimeout(Duration value) {
    return new Limits(
        value, requestTimeout, maxRetries, requestsPerSecond, maxConcurrency, maxResponseBytes);
  }

  public Limits withRequestTimeout(Duration value) {
    return new Limits(
        connectTimeout, value, maxRetries, requestsPerSecond, maxConcurrency, maxResponseBytes);
  }

  public Limits withMaxRetries(int value) {
    return new Limits(
        connectTimeout, requestTimeout, value, requestsPerSecond, maxConcurrency, maxResponseBytes);
  }

  public Limits withRequestsPerSecond(double value) {
    return new Limits(
        connectTimeout, requestTimeout, maxRetries, value, maxConcurrency, maxResponseBytes);
  }

  public Limits withMaxConcurrency(int value) {
    return new Limits(
        connectTimeout, requestTimeout, maxRetries, requestsPerSecond, value, maxResponseBytes);
  }

  public Limits withMaxResponseBytes(long value) {
    return new Limits(
        connectTimeout, requestTimeout, maxRetries, requestsPerSecond, maxConcurrency, value);
  }

  /**
   * The largest body that may be read when {@code maxConcurrency} of them are on their way at once:
   * all together take no more than a quarter of the heap, as long as that leaves 8 MiB to each.
   */
  long maxResponseBytes(long heapBytes) {
    return Math.min(maxResponseBytes, Math.max(8L << 20, heapBytes / 4 / maxConcurrency));
  }

  private static void checkTimeout(String name, Duration value) {
    check(
        value.compareTo(Duration.ofMillis(1)) >= 0 && value.compareTo(LONGEST) <= 0,
        name + " must be between 1 ms and 1 day: " + value);
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}
