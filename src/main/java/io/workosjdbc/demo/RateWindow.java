package io.workosjdbc.demo;

import com.sun.net.httpserver.Headers;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Advertises the documented limit (fact sheet section 3), and enforces a smaller one when asked to.
 * Thread-safe.
 */
final class RateWindow {
  private final String prefix;
  private final int perMinute;
  private final Optional<RateLimit> limit;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private double permits;
  private long lastNanos;
  private long minute;
  private int inMinute;

  /**
   * @param prefix what the names of the headers begin with
   * @param perMinute the limit that they advertise
   */
  RateWindow(DemoOptions options, String prefix, int perMinute) {
    this.prefix = prefix;
    this.perMinute = perMinute;
    this.limit = options.rateLimit();
    this.clock = options.clock();
    this.nanoTime = System::nanoTime;
    this.permits = limit.map(RateLimit::burst).orElse(0);
    this.lastNanos = nanoTime.getAsLong();
  }

  /** Whether a request may be answered now. */
  synchronized boolean admits() {
    if (limit.isEmpty()) {
      return true;
    }
    RateLimit found = limit.get();
    long now = nanoTime.getAsLong();
    double earned =
        (now - lastNanos) * (double) found.requestsPerSecond() / TimeUnit.SECONDS.toNanos(1);
    permits = Math.min(found.burst(), permits + earned);
    lastNanos = now;
    if (permits < 1) {
      return false;
    }
    permits--;
    return true;
  }

  /** Writes the three headers that an answer carries. */
  synchronized void writeTo(Headers headers) {
    long epochSecond = clock.instant().getEpochSecond();
    if (epochSecond / 60 != minute) {
      minute = epochSecond / 60;
      inMinute = 0;
    }
    inMinute++;
    headers.set(prefix + "Limit", Integer.toString(perMinute));
    headers.set(prefix + "Remaining", Integer.toString(Math.max(1, perMinute - inMinute)));
    headers.set(prefix + "Reset", Long.toString((minute + 1) * 60));
  }
}
