package io.workosjdbc.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where every wait of this package happens, so that tests decide how time passes. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Returns when {@code wakeUp} is complete or {@code atMost} has passed, whichever comes first.
   *
   * @throws InterruptedException when the thread is interrupted before or while it waits
   */
  void sleep(Duration atMost, CompletableFuture<?> wakeUp) throws InterruptedException;

  /** Sleeps for real. */
  static Sleeper real() {
    return (atMost, wakeUp) -> {
      try {
        wakeUp.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException e) {
        return; // The time has passed, or the future will never say more than it has.
      }
    };
  }
}
