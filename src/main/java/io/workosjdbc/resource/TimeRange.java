package io.workosjdbc.resource;

import java.time.Duration;

/**
 * The parameters by which a list endpoint is narrowed to a range of time. Whether the bounds are
 * inclusive is not relied on.
 *
 * @param column the TIMESTAMP column that the range is about
 * @param start name of the lower bound's parameter; it is not sent together with a cursor
 * @param end name of the upper bound's parameter
 * @param widest how wide one request's range may be; a wider one is cut into windows
 * @param retention how far back the service keeps objects
 */
public record TimeRange(
    String column, String start, String end, Duration widest, Duration retention) {

  public TimeRange {
    if (widest.compareTo(Duration.ofSeconds(1)) < 0 || retention.compareTo(widest) < 0) {
      throw new IllegalArgumentException("A window is at least 1 s and at most the retention");
    }
  }
}
