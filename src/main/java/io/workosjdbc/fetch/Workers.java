package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.Pace;
import java.time.Duration;
import java.util.IdentityHashMap;
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
  private static final Duration SETTLING = Duration.ofSeconds(2);

  private final int most;
  private final Supplier<Pace> pace;
  private final ThreadPoolExecutor threads;

  /** How many pages are being read for whom; guarded by this. */
  private final IdentityHashMap<Object, Integer> running = new IdentityHashMap<>();

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

  /**
   * @param owner who may want to wait for it
   */
  void run(Object owner, Runnable page) {
    try {
      threads.execute(
          () -> {
            begin(owner);
            try {
              page.run();
            } finally {
              end(owner);
            }
          });
    } catch (RejectedExecutionException e) {
      throw ApiException.of(Kind.CANCELLED, "", "The connection is closed. Connect again", e);
    }
  }

  private synchronized void begin(Object owner) {
    running.merge(owner, 1, Integer::sum);
  }

  private synchronized void end(Object owner) {
    running.computeIfPresent(owner, (key, count) -> count == 1 ? null : count - 1);
    notifyAll();
  }

  /**
   * Returns when nothing runs any more for an owner who has ended it, so that what was read has
   * been put away, but after a few seconds in any case.
   */
  synchronized void settle(Object owner) {
    long deadline = System.nanoTime() + SETTLING.toNanos();
    try {
      while (running.containsKey(owner)) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the threads; scans that still read fail. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
