package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans a statement in the background when a JVM connects for the first time: loading and compiling
 * the planner takes seconds, which people spend on typing theirs. Nothing is executed, so nothing
 * is requested.
 */
final class WarmUp {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final AtomicBoolean begun = new AtomicBoolean();
  private final String statement;

  /**
   * @param statement one that uses what most statements use
   */
  WarmUp(String statement) {
    this.statement = statement;
  }

  /** Begins, unless it has begun before. */
  void begin(String schemaName, SchemaSource.Attached tables) {
    if (begun.compareAndSet(false, true)) {
      var thread = new Thread(() -> plan(schemaName, tables), "workos-jdbc warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void plan(String schemaName, SchemaSource.Attached tables) {
    try (var connection = CalciteSession.open(schemaName, tables);
        var prepared = connection.prepareStatement(statement)) {
      LOG.debug("Warmed up with {} columns", prepared.getMetaData().getColumnCount());
    } catch (SQLException | RuntimeException e) {
      LOG.debug("Warming up failed", e);
    }
  }
}
