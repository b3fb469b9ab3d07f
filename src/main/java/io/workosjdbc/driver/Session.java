package io.workosjdbc.driver;

import io.workosjdbc.ProgressListener;
import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.log.EnvironmentLog;
import io.workosjdbc.planner.TableDescription;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.NoSuchStatementException;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.lookup.LikePattern;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one connection: Calcite's connection, our objects in front of its statements, and
 * what is given back at the end. Closing it aborts the calls of all its statements.
 */
final class Session {
  private final ConnectionSettings settings;
  private final CalciteConnection calcite;
  private final SchemaSource.Attached attached;
  private final Deadlines deadlines;
  private final Clock clock;
  private final Connection connection;
  private final Set<StatementOverrides> statements = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private volatile ProgressListener progressListener = ProgressListener.NONE;
  private List<TableDescription> tables = List.of();

  Session(
      ConnectionSettings settings,
      CalciteConnection calcite,
      SchemaSource.Attached attached,
      Deadlines deadlines,
      Clock clock) {
    this.settings = settings;
    this.calcite = calcite;
    this.attached = attached;
    this.deadlines = deadlines;
    this.clock = clock;
    this.connection =
        JdbcProxy.of(Connection.class, calcite, new ConnectionOverrides(this, calcite));
  }

  /** The connection that users see. */
  Connection connection() {
    return connection;
  }

  ConnectionSettings settings() {
    return settings;
  }

  /** What is kept of the environment. */
  CacheControl cache() {
    return attached.cache();
  }

  /** What the user should be told about the connection. */
  List<String> problems() {
    return attached.problems();
  }

  boolean isOpen() {
    return open.get();
  }

  void checkOpen() throws SQLException {
    if (!isOpen()) {
      throw SqlState.CONNECTION_CLOSED.error("The connection is closed");
    }
  }

  Statement createStatement(int holdability) throws SQLException {
    return wrap(
        calcite.createStatement(
            ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability));
  }

  PreparedStatement prepare(String sql, int holdability) throws SQLException {
    Preparation prepared = preparation(sql, holdability);
    PreparedStatementOverrides overrides =
        new PreparedStatementOverrides(this, slot(prepared.statement()), sql, prepared);
    PreparedStatement ours = JdbcProxy.of(PreparedStatement.class, prepared.statement(), overrides);
    register(overrides, ours);
    return ours;
  }

  private Preparation preparation(String sql, int holdability) throws SQLException {
    try {
      return new TypedPreparation(
          calcite.prepareStatement(
              sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability));
    } catch (SQLException | RuntimeException e) {
      Optional<Preparation> late = LatePreparation.of(calcite, sql, holdability, e);
      if (late.isPresent()) {
        return late.get();
      }
      throw e;
    }
  }

  private Statement wrap(Statement inner) throws SQLException {
    StatementOverrides overrides = new StatementOverrides(this, slot(inner), inner);
    Statement ours = JdbcProxy.of(Statement.class, inner, overrides);
    register(overrides, ours);
    return ours;
  }

  private void register(StatementOverrides overrides, Statement ours) throws SQLException {
    overrides.seenAs(ours);
    statements.add(overrides);
    if (!isOpen()) {
      overrides.close();
    }
  }

  void forget(StatementOverrides statement) {
    statements.remove(statement);
  }

  /** Is told of the statements that begin from now on. */
  void setProgressListener(ProgressListener listener) {
    progressListener = listener;
  }

  /** Begins the next execution of a statement. */
  Run begin(ExecutionSlot slot, Duration queryTimeout, String sql, ProgressListener listener) {
    var statements = settings.statements();
    var budget = statements.budget().within(queryTimeout);
    var execution = slot.begin(budget, statements.logValues());
    var journals = attached.logs().values().stream().map(EnvironmentLog::journal).toList();
    var told = listener == ProgressListener.NONE ? progressListener : listener;
    return Run.begin(execution, sql, statements.logValues(), journals, clock)
        .toldTo(told, deadlines);
  }

  /** Makes rows ours that no statement of ours has executed. */
  ResultSet adopt(Rows rows) throws SQLException {
    Statement owner = wrap(rows.getStatement());
    return new WorkosResultSet(rows, owner, Run.unrecorded(), 0, () -> closeQuietly(owner));
  }

  /** A result set of rows that are at hand, sorted as its shape says. */
  ResultSet resultOf(ResultShape shape, List<@Nullable Object[]> rows) throws SQLException {
    AvaticaStatement statement = (AvaticaStatement) calcite.createStatement();
    return adopt(LiteralRows.open(statement, shape.fields(), shape.sorted(rows)));
  }

  /** The tables of this connection's schemas. */
  synchronized List<TableDescription> tables() {
    if (tables.isEmpty()) {
      tables = TableDescription.all(calcite.getRootSchema(), calcite.getTypeFactory());
    }
    return tables;
  }

  /** The names of this connection's schemas. */
  List<String> schemas() {
    return List.copyOf(calcite.getRootSchema().subSchemas().getNames(LikePattern.any()));
  }

  private ExecutionSlot slot(Statement inner) throws SQLException {
    try {
      AtomicBoolean cancelFlag =
          ((AvaticaConnection) calcite).getCancelFlag(((AvaticaStatement) inner).handle);
      return new ExecutionSlot(cancelFlag, deadlines, clock);
    } catch (NoSuchStatementException e) {
      throw SqlState.CLOSED.error("The statement is closed", e);
    }
  }

  /** Closes all statements and gives back what is shared. Closing twice is harmless. */
  void close() throws SQLException {
    if (!open.getAndSet(false)) {
      return;
    }
    try {
      for (StatementOverrides statement : statements) {
        statement.close();
      }
    } finally {
      try {
        calcite.close();
      } finally {
        attached.release().close();
      }
    }
  }

  private static void closeQuietly(Statement statement) {
    try {
      statement.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
