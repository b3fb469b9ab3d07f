package io.workosjdbc.driver;

import io.workosjdbc.fetch.Execution;
import io.workosjdbc.fetch.Execution.Ending;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A result set: moves forward over Calcite's rows within a statement's execution, gives everything
 * back at the end of the data, and reads values through {@link ColumnValues}. Not a dynamic proxy,
 * because it is called for every value.
 *
 * <p>Only {@link #close()} may be called by another thread; it aborts a {@link #next()} in
 * progress.
 */
final class WorkosResultSet extends ColumnValues {
  private final Rows rows;
  private final Statement statement;
  private final Run run;
  private final Execution execution;
  private final long maxRows;
  private final Runnable onClose;
  private final ResultSetMetaData metaData;
  private long row;
  private boolean ended;
  private boolean hadRows;
  private volatile boolean closed;

  /**
   * A result set before its first row.
   *
   * @param statement what {@link #getStatement()} answers
   * @param maxRows how many rows at most, 0 for all
   * @param onClose called once, when this is closed
   */
  WorkosResultSet(Rows rows, Statement statement, Run run, long maxRows, Runnable onClose)
      throws SQLException {
    super(rows);
    this.rows = rows;
    this.statement = statement;
    this.run = run;
    this.execution = run.execution();
    this.maxRows = maxRows;
    this.onClose = onClose;
    this.metaData = rows.getMetaData();
  }

  /** A step of reading. */
  private interface Step {
    boolean run() throws SQLException;
  }

  @Override
  public boolean next() throws SQLException {
    checkOpen();
    if (ended) {
      return false;
    }
    if (isAtLimit() || !within(rows::next)) {
      return finish();
    }
    row++;
    hadRows = true;
    return true;
  }

  /** Reads the next row, so it may send a request. */
  @Override
  public boolean isLast() throws SQLException {
    checkOpen();
    return row > 0 && (isAtLimit() || !within(rows::hasNext));
  }

  private boolean isAtLimit() {
    return maxRows > 0 && row == maxRows;
  }

  /** Runs a step within the execution, which ends when the step fails. */
  private boolean within(Step step) throws SQLException {
    Execution.Attachment attachment = execution.attach();
    try {
      ExecutionErrors.check(execution);
      return step.run();
    } catch (Throwable failure) {
      SQLException translated =
          closed
              ? SqlState.CLOSED.error("The result set was closed while it was read", failure)
              : ExecutionErrors.translate(execution, failure);
      run.failed(row, translated);
      abandon();
      throw translated;
    } finally {
      attachment.close();
    }
  }

  private boolean finish() throws SQLException {
    run.ended(row, !isAtLimit());
    abandon();
    return false;
  }

  /** Gives back what the scans hold. The result set stays open, after its last row. */
  private void abandon() throws SQLException {
    ended = true;
    row = 0;
    execution.end(Ending.FINISHED);
    try {
      rows.release();
    } catch (RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    run.ended(row, false);
    execution.end(Ending.FINISHED);
    try {
      rows.close();
    } catch (RuntimeException e) {
      throw SqlErrors.translate(e);
    } finally {
      onClose.run();
    }
  }

  @Override
  public boolean isClosed() throws SQLException {
    return closed || statement.isClosed();
  }

  @Override
  void checkOpen() throws SQLException {
    if (closed) {
      throw SqlState.CLOSED.error("The result set is closed");
    }
  }

  @Override
  void checkRow() throws SQLException {
    checkOpen();
    if (row == 0) {
      throw SqlState.NO_CURRENT_ROW.error(
          ended ? "The result set is after its last row" : "Call next() before reading a column");
    }
  }

  @Override
  public int getRow() throws SQLException {
    checkOpen();
    return (int) Math.min(row, Integer.MAX_VALUE);
  }

  /** False of a result without rows, as {@link #isAfterLast()}; reads the first row to tell. */
  @Override
  public boolean isBeforeFirst() throws SQLException {
    checkOpen();
    return row == 0 && !ended && within(rows::hasNext);
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    checkOpen();
    return ended && hadRows;
  }

  @Override
  public boolean isFirst() throws SQLException {
    checkOpen();
    return row == 1;
  }

  @Override
  public Statement getStatement() throws SQLException {
    checkOpen();
    return statement;
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return metaData;
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return run.warnings();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    run.clearWarnings();
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return rows.getFetchSize();
  }

  @Override
  public void setFetchSize(int fetchSize) throws SQLException {
    checkOpen();
    if (fetchSize < 0) {
      throw SqlState.BAD_VALUE.error("A fetch size is not negative");
    }
    rows.setFetchSize(fetchSize);
  }

  @Override
  public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    if (type != null && type.isInstance(this)) {
      return type.cast(this);
    }
    throw SqlState.BAD_VALUE.error(
        "Not a wrapper for " + (type == null ? "no class" : type.getName()));
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
