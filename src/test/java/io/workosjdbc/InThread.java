package io.workosjdbc;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work in a thread of its own. The JDK's common pool has a single thread on two cores, and newer
 * JDKs use it all the same, so tasks in it that wait for each other never end.
 */
public final class InThread {

  private InThread() {}

  /** The result of the task, which has begun. */
  public static <T> CompletableFuture<T> of(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, InThread::start);
  }

  /** The end of the task, which has begun. */
  public static CompletableFuture<Void> run(Runnable task) {
    return CompletableFuture.runAsync(task, InThread::start);
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "test");
    thread.setDaemon(true);
    thread.start();
  }
}
