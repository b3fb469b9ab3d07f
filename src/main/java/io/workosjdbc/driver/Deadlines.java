package io.workosjdbc.driver;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends executions when their time is over. One daemon thread for all connections, which leaves when
 * there is nothing to wait for.
 */
final class Deadlines {
  private static final long IDLE_SECONDS = 10;

  private final ScheduledThreadPoolExecutor executor;

  Deadlines() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "workos-jdbc-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
  }

  /** Runs {@code expire} after {@code timeout} unless the answer is cancelled before. */
  Future<?> after(Duration timeout, Runnable expire) {
    return executor.schedule(expire, timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
