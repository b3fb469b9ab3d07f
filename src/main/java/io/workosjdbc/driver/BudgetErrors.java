package io.workosjdbc.driver;

import io.workosjdbc.fetch.BudgetExceeded;
import java.sql.SQLException;
import java.util.Optional;

/** A statement that would cost more than it may. */
final class BudgetErrors {
  private BudgetErrors() {}

  static Optional<SQLException> translate(Throwable failure) {
    return failure instanceof BudgetExceeded e
        ? Optional.of(SqlState.BUDGET_EXCEEDED.error(String.valueOf(e.getMessage()), e))
        : Optional.empty();
  }
}
