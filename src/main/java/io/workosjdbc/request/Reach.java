package io.workosjdbc.request;

import io.workosjdbc.resource.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far in time a list of events is read when the SQL does not say.
 *
 * @param lookback how far back a query without a lower bound reaches
 * @param history how long events are kept here, which may be longer than the service does
 */
public record Reach(Duration lookback, Duration history) {

  /** As far back as the service itself goes. */
  public Reach(Duration lookback) {
    this(lookback, Duration.ZERO);
  }

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
   * The oldest instant that a service with this retention still has, or that may be kept here. It
   * counts from {@link #newest} and leaves out a few milliseconds, so that the whole retention is a
   * whole number of windows.
   */
  Instant oldest(TimeRange range, Instant now) {
    boolean isArchive = history.compareTo(range.retention()) > 0;
    var kept = isArchive ? history : range.retention();
    return newest(now).minus(kept).plusMillis(kept.dividedBy(range.widest()));
  }

  /** What is older is certain not to be had. */
  Instant gone(TimeRange range, Instant now) {
    return oldest(range, now).minus(CLOCK_SKEW.multipliedBy(2));
  }

  /** Where a query without a lower bound begins. */
  Instant start(TimeRange range, Instant now) {
    var start = now.truncatedTo(ChronoUnit.MILLIS).minus(lookback);
    var oldest = oldest(range, now);
    return start.isAfter(oldest) ? start : oldest;
  }
}
