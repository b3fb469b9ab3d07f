package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.AUDIT_LOGS;
import static io.workosjdbc.driver.ConnectionProperty.LOG_VALUES;
import static io.workosjdbc.driver.ConnectionProperty.MAX_REQUESTS;
import static io.workosjdbc.driver.ConnectionProperty.MAX_ROWS;
import static io.workosjdbc.driver.ConnectionProperty.ON_BUDGET;
import static io.workosjdbc.driver.ConnectionProperty.PROVENANCE;
import static io.workosjdbc.driver.ConnectionProperty.STATEMENT_TIMEOUT;

import io.workosjdbc.fetch.Budget;
import io.workosjdbc.fetch.Budget.OnceSpent;
import java.time.Duration;

/**
 * What each statement of a connection may cost, and what is told of it.
 *
 * @param logValues whether the log keeps the values in statements and email filters
 * @param provenance whether tables show where their rows come from
 * @param auditLogs whether it may have exports of audit logs created
 */
record StatementSettings(Budget budget, boolean logValues, boolean provenance, boolean auditLogs) {

  static StatementSettings of(PropertyValues values) {
    var budget =
        new Budget(
            values.get(MAX_REQUESTS, Integer.class),
            values.get(MAX_ROWS, Integer.class),
            values.get(STATEMENT_TIMEOUT, Duration.class),
            false,
            values.get(ON_BUDGET, OnceSpent.class));
    return new StatementSettings(
        budget,
        values.get(LOG_VALUES, Boolean.class),
        values.get(PROVENANCE, Boolean.class),
        values.get(AUDIT_LOGS, Choices.AuditLogs.class) == Choices.AuditLogs.ON);
  }
}
