package io.workosjdbc.driver;

import io.workosjdbc.fetch.Execution;
import io.workosjdbc.fetch.Execution.Ending;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one execution that a statement has at a time. Thread-safe: others cancel and time out. */
final class ExecutionSlot {
  private final AtomicBoolean cancelFlag;
  private final Deadlines deadlines;
  private final Clock clock;
  private Execution current = Execution.unbounded();

  /**
   * A slot without an execution.
   *
   * @param cancelFlag Calcite's flag of the same statement, which its own operators look at
   */
  ExecutionSlot(AtomicBoolean cancelFlag, Deadlines deadlines, Clock clock) {
    this.cancelFlag = cancelFlag;
    this.deadlines = deadlines;
    this.clock = clock;
    current.end(Ending.FINISHED);
  }

  /**
   * Ends what ran before and starts the next.
   *
   * @param timeout how long it may take, zero for no bound
   */
  synchronized Execution begin(Duration timeout) {
    current.end(Ending.FINISHED);
    cancelFlag.set(false);
    Execution started = timeout.isZero() ? Execution.unbounded() : Execution.within(timeout, clock);
    current = started;
    if (!timeout.isZero()) {
      Future<?> timer = deadlines.after(timeout, () -> stop(started, Ending.TIMED_OUT));
      var unused = started.scope().cancelled().thenRun(() -> timer.cancel(false));
    }
    return started;
  }

  synchronized Execution current() {
    return current;
  }

  /** Cancels what is running, if anything is. */
  void cancel() {
    stop(current(), Ending.CANCELLED);
  }

  /** Under the lock, so that the flag never hits the execution after this one. */
  private synchronized void stop(Execution execution, Ending how) {
    if (execution.isRunning() && execution == current) {
      execution.end(how);
      cancelFlag.set(true);
    }
  }
}
