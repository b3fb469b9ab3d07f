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

  /**
   * Begins, unless it has begun before.
   *
   * @param statement one that uses what most statements use
   */
  void begin(String statement, SchemaSource.Attached attached) {
    if (begun.compareAndSet(false, true)) {
      var thread = new Thread(() -> plan(statement, attached), "workos-jdbc warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void plan(String statement, SchemaSource.Attached attached) {
    try (var connection = CalciteSession.open(attached);
        var prepared = connection.prepareStatement(statement)) {
      LOG.debug("Warmed up with {} columns", prepared.getMetaData().getColumnCount());
    } catch (SQLException | RuntimeException e) {
      LOG.debug("Warming up failed", e);
    }
  }
}
