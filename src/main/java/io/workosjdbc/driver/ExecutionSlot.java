package io.workosjdbc.driver;

import io.workosjdbc.fetch.Budget;
import io.workosjdbc.fetch.Execution;
import io.workosjdbc.fetch.Execution.Ending;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

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
   * @param budget what it may cost
   * @param logsValues whether its requests are logged with the values of people
   */
  synchronized Execution begin(Budget budget, boolean logsValues) {
    current.end(Ending.FINISHED);
    cancelFlag.set(false);
    Execution started = Execution.of(budget, logsValues, clock);
    current = started;
    if (!budget.time().isZero()) {
      Future<?> timer = deadlines.after(budget.time(), () -> stop(started, Execution::timeIsOver));
      var unused = started.scope().cancelled().thenRun(() -> timer.cancel(false));
    }
    return started;
  }

  synchronized Execution current() {
    return current;
  }

  /** Cancels what is running, if anything is. */
  void cancel() {
    stop(current(), Execution::cancel);
  }

  /** Under the lock, so that the flag never hits the execution after this one. */
  private synchronized void stop(Execution execution, Consumer<Execution> how) {
    if (execution.isRunning() && execution == current) {
      how.accept(execution);
      cancelFlag.set(!execution.isRunning());
    }
  }
}
