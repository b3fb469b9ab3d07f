package io.workosjdbc.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import okhttp3.Response;

/**
 * How long to wait before the next attempt: what {@code Retry-After} says, else until the end of
 * the {@link Quota}'s window, else longer each time (api/workos.md section 3). Never more than a
 * minute.
 */
record RetryWait(DoubleSupplier random) {
  static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long FIRST_MILLIS = 500;
  private static final long MOST_MILLIS = 8000;

  /** The wait after an answer before its {@code retry}, which is 1 for the first. */
  Duration after(Response response, Instant now, int retry) {
    Duration wait =
        retryAfter(response, now)
            .or(() -> untilReset(response, now))
            .orElseGet(() -> backoff(retry));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /** 0.5 s, 1 s, 2 s, 4 s, 8 s, 8 s ..., each 50 % more or less. */
  Duration backoff(int retry) {
    long millis = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(retry - 1, 10));
    return Duration.ofMillis(Math.round(millis * (0.5 + random.getAsDouble())));
  }

  /** Seconds or an HTTP date; a date in the past means now. */
  private static Optional<Duration> retryAfter(Response response, Instant now) {
    return Optional.ofNullable(response.header("Retry-After"))
        .flatMap(Quota::wholeNumber)
        .map(Duration::ofSeconds)
        .or(
            () ->
                Optional.ofNullable(response.headers().getInstant("Retry-After"))
                    .map(date -> Duration.between(Quota.serverTime(response, now), date)))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  /**
   * Only a 429 is about the rate: some services send this header with every answer. A moment in the
   * past says nothing about when the API will answer, so the backoff decides.
   */
  private static Optional<Duration> untilReset(Response response, Instant now) {
    var quota = Quota.of(response);
    if (response.code() != 429 || quota.isAboutConcurrency()) {
      return Optional.empty();
    }
    return quota
        .reset()
        .map(reset -> Duration.between(Quota.serverTime(response, now), reset))
        .filter(wait -> !wait.isNegative() && !wait.isZero());
  }
}
