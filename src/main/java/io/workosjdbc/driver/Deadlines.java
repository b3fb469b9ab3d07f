package io.workosjdbc.driver;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends executions when their time is over, and tells how far they have come. Daemon threads for all
 * connections, which leave when there is nothing to wait for.
 */
final class Deadlines {
  private static final long IDLE_SECONDS = 10;

  private final ScheduledThreadPoolExecutor deadlines = executor("workos-jdbc-deadlines");
  private final ScheduledThreadPoolExecutor ticks = executor("workos-jdbc-progress");

  private static ScheduledThreadPoolExecutor executor(String name) {
    var executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Runs {@code expire} after {@code timeout} unless the answer is cancelled before. */
  Future<?> after(Duration timeout, Runnable expire) {
    return deadlines.schedule(expire, timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Runs {@code tell} again and again until the answer is cancelled, or it throws. Whom it tells
   * may be slow, so a thread of its own does it.
   */
  Future<?> every(Duration period, Runnable tell) {
    long millis = period.toMillis();
    return ticks.scheduleWithFixedDelay(tell, millis, millis, TimeUnit.MILLISECONDS);
  }
}
