package io.workosjdbc.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * Which kinds of requests the service has said that it will not answer before a moment, because
 * their window is used up (api/okta.md section 4). Thread-safe. Waits are the caller's job.
 */
final class Quotas {

  /** Services count by kind of endpoint: what these have in common, and how long the path is. */
  private static final int SEGMENTS = 3;

  private final Map<String, Instant> closed = new ConcurrentHashMap<>();

  /** How long to wait before a request of this kind; never more than a minute. */
  Duration wait(HttpUrl url, Instant now) {
    Instant open = closed.getOrDefault(kind(url), Instant.MIN);
    if (!open.isAfter(now)) {
      return Duration.ZERO;
    }
    Duration wait = Duration.between(now, open);
    return wait.compareTo(RetryWait.LONGEST) > 0 ? RetryWait.LONGEST : wait;
  }

  /**
   * An answer says that nothing is left of a window.
   *
   * @param serverTime the answer's own date, where it has one
   */
  void usedUp(HttpUrl url, Quota quota, Instant serverTime, Instant now) {
    if (!quota.isAboutConcurrency()) {
      quota
          .reset()
          .map(reset -> Duration.between(serverTime, reset))
          .filter(wait -> !wait.isNegative() && wait.compareTo(RetryWait.LONGEST) <= 0)
          .ifPresent(wait -> close(url, now, wait));
    }
  }

  private void close(HttpUrl url, Instant now, Duration wait) {
    closed.values().removeIf(open -> !open.isAfter(now));
    closed.put(kind(url), now.plus(wait));
  }

  private static String kind(HttpUrl url) {
    var segments = url.pathSegments();
    return segments.size()
        + "/"
        + String.join("/", segments.subList(0, Math.min(SEGMENTS, segments.size())));
  }
}
