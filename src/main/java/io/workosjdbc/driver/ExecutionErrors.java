package io.workosjdbc.driver;

import io.workosjdbc.fetch.Execution;
import io.workosjdbc.fetch.Execution.Ending;
import java.sql.SQLException;
import java.util.Optional;

/** A failure during an execution: whatever was thrown, a cancel or a timeout is why. */
final class ExecutionErrors {
  private ExecutionErrors() {}

  /** Throws when the execution was cancelled or its time is over. */
  static void check(Execution execution) throws SQLException {
    Optional<SQLException> ended = execution.ending().flatMap(e -> error(e, execution));
    if (ended.isPresent()) {
      throw ended.get();
    }
  }

  static SQLException translate(Execution execution, Throwable failure) {
    return execution
        .ending()
        .flatMap(ending -> error(ending, execution))
        .orElseGet(() -> SqlErrors.translate(failure));
  }

  private static Optional<SQLException> error(Ending ending, Execution execution) {
    return switch (ending) {
      case FINISHED -> Optional.empty();
      case CANCELLED -> Optional.of(SqlState.CANCELLED.error("The statement was cancelled"));
      case TIMED_OUT ->
          Optional.of(
              SqlState.TIMED_OUT.error(
                  "The query timeout of "
                      + Durations.format(execution.budget().time())
                      + " is over; "
                      + (execution.budget().isTimeOwn()
                          ? "setQueryTimeout allows more"
                          : "property statementTimeout allows more")));
    };
  }
}
