package io.workosjdbc.request;

import io.workosjdbc.resource.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far in time a list of events is read when the SQL does not say.
 *
 * @param lookback how far back a query without a lower bound reaches
 */
public record Reach(Duration lookback) {

  /**
   * The service's clock may be ahead of ours: without an upper bound, a read ends this much later
   * than now, so that the newest events are not missed.
   */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** As far back as any service goes. */
  static final Reach FARTHEST = new Reach(Duration.ofDays(36_500));

  /** The end of everything: nothing is younger, by any clock. */
  Instant newest(Instant now) {
    return now.truncatedTo(ChronoUnit.MILLIS).plus(CLOCK_SKEW);
  }

  /**
   * The oldest instant that a service with this retention still has. It counts from {@link #newest}
   * and leaves out a few milliseconds, so that the whole retention is a whole number of windows.
   */
  Instant oldest(TimeRange range, Instant now) {
    var windows = range.retention().dividedBy(range.widest());
    return newest(now).minus(range.retention()).plusMillis(windows);
  }

  /** Where a query without a lower bound begins. */
  Instant start(TimeRange range, Instant now) {
    var start = now.truncatedTo(ChronoUnit.MILLIS).minus(lookback);
    var oldest = oldest(range, now);
    return start.isAfter(oldest) ? start : oldest;
  }
}
