package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.Pace;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads in which the scans of an environment read ahead, one page at a time, so that no scan
 * keeps a thread that another one needs. Threads that have nothing to do end by themselves.
 */
final class Workers implements AutoCloseable {

  private static final int IDLE_SECONDS = 10;

  private final int most;
  private final Supplier<Pace> pace;
  private final ThreadPoolExecutor threads;

  /**
   * @param most how many there are at most
   * @param pace tells how many requests at once are worth it
   */
  Workers(int most, Supplier<Pace> pace) {
    this.most = most;
    this.pace = pace;
    var count = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              var thread = new Thread(work, "workos-jdbc-fetch-" + count.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(Workers.class.getClassLoader());
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** How many requests at once are worth it at the moment, 1 or more. */
  int count() {
    return most == 1 ? 1 : Math.min(most, pace.get().workers());
  }

  void run(Runnable page) {
    try {
      threads.execute(page);
    } catch (RejectedExecutionException e) {
      throw ApiException.of(Kind.CANCELLED, "", "The connection is closed. Connect again", e);
    }
  }

  /** Ends the threads; scans that still read fail. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
