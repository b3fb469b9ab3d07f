package io.workosjdbc.planner;

import io.workosjdbc.fetch.RowSources.Speed;
import java.time.Duration;

/**
 * What a scan or a statement is thought to cost, going by the sizes of lists seen so far.
 *
 * @param rows how many rows the scans read
 */
record Forecast(double requests, double rows, double seconds) {

  static final Forecast NOTHING = new Forecast(0, 0, 0);

  /** Before the first answer, the latency is thought to be this. */
  private static final Duration USUAL_LATENCY = Duration.ofMillis(200);

  /**
   * @param isParallel whether the requests can be sent at the same time, rather than each after the
   *     answer to the one before
   */
  static Forecast of(double requests, double rows, boolean isParallel, Speed speed) {
    double latency = (speed.latency().isZero() ? USUAL_LATENCY : speed.latency()).toNanos() / 1e9;
    double atOnce = isParallel ? Math.max(1, Math.min(requests, speed.requestsAtOnce())) : 1;
    double perSecond = Math.min(speed.requestsPerSecond(), atOnce / latency);
    return new Forecast(requests, rows, requests / perSecond);
  }

  Forecast plus(Forecast other) {
    return new Forecast(requests + other.requests, rows + other.rows, seconds + other.seconds);
  }

  Forecast times(double count) {
    return new Forecast(requests * count, rows * count, seconds * count);
  }
}
