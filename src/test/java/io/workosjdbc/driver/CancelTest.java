package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.driver.TestTable.Column;
import io.workosjdbc.fetch.Execution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements that wait for the API as if for ever, until something stops them. */
@Timeout(60)
class CancelTest {
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final TestDatabase database = new TestDatabase();
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    List<Column> column = List.of(Column.of("n", SqlTypeName.INTEGER));
    database.add("slow", column, () -> new BlockingEnumerator(0, waiting));
    database.add("slower", column, () -> new BlockingEnumerator(3, waiting));
    connection = database.connect();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void cancellingAClosedStatementDoesNothing() throws SQLException {
    var statement = connection.createStatement();
    statement.close();
    statement.cancel();
    assertThat(statement.isClosed()).isTrue();
  }

  private interface Call {
    void run() throws SQLException;
  }

  /** Starts a call that will wait, stops it when it does, and gives what it threw. */
  private SQLException thrownWhenStopped(Call call, Call stop)
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<SQLException> thrown = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                call.run();
                thrown.completeExceptionally(new AssertionError("nothing was thrown"));
              } catch (SQLException e) {
                thrown.complete(e);
              } catch (Throwable e) {
                thrown.completeExceptionally(e);
              }
            });
    thread.start();
    waiting.await();
    stop.run();
    return thrown.get(30, TimeUnit.SECONDS);
  }

  private static void readAll(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    throw new AssertionError("ended after " + count + " rows");
  }

  @Test
  void cancelStopsTheFirstRow() throws Exception {
    try (Statement statement = connection.createStatement()) {
      SQLException e =
          thrownWhenStopped(() -> statement.executeQuery("select n from slow"), statement::cancel);
      assertThat(e.getSQLState()).isEqualTo("57014");
      assertThat(e.getMessage()).isEqualTo("The statement was cancelled");
      try (ResultSet rows = statement.executeQuery("select count(*) from numbers")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(100_000);
      }
    }
  }

  @Test
  void cancelStopsALaterRowOfAPreparedStatement() throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement("select n from slower where n < ?")) {
      statement.setInt(1, 100);
      ResultSet rows = statement.executeQuery();
      SQLException e = thrownWhenStopped(() -> readAll(rows), statement::cancel);
      assertThat(e.getSQLState()).isEqualTo("57014");
    }
  }

  @Test
  void cancelReachesAScanBelowAnAggregation() throws Exception {
    try (Statement statement = connection.createStatement()) {
      SQLException e =
          thrownWhenStopped(
              () -> statement.executeQuery("select sum(n) from slower group by n"),
              statement::cancel);
      assertThat(e.getSQLState()).isEqualTo("57014");
    }
  }

  @Test
  void cancelOfAnIdleStatementDoesNothing() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.cancel();
      assertThat(statement.executeQuery("select n from numbers").next()).isTrue();
    }
  }

  @Test
  void theQueryTimeoutStopsTheStatementAndIsNamed() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThat(statement.getQueryTimeout()).isEqualTo(1);
      ResultSet rows = statement.executeQuery("select n from slower");
      assertThatThrownBy(() -> readAll(rows))
          .isInstanceOfSatisfying(
              SQLTimeoutException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"))
          .hasMessage("The query timeout of 1s is over; setQueryTimeout allows more");
      statement.setQueryTimeout(0);
      assertThat(statement.executeQuery("select n from numbers").next()).isTrue();
    }
  }

  @Test
  void closingTheStatementAbortsIt() throws Exception {
    Statement statement = connection.createStatement();
    SQLException e =
        thrownWhenStopped(() -> statement.executeQuery("select n from slow"), statement::close);
    assertThat(e.getSQLState()).isEqualTo("57014");
    assertThat(statement.isClosed()).isTrue();
  }

  @Test
  void closingTheResultSetAbortsItsNextRow() throws Exception {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("select n from slower");
      SQLException e = thrownWhenStopped(() -> readAll(rows), rows::close);
      assertThat(e.getSQLState()).isEqualTo("55000");
      assertThat(rows.isClosed()).isTrue();
    }
  }

  @Test
  void closingTheConnectionAbortsAllStatements() throws Exception {
    Statement statement = connection.createStatement();
    SQLException e =
        thrownWhenStopped(() -> statement.executeQuery("select n from slow"), connection::close);
    assertThat(e.getSQLState()).isEqualTo("57014");
    assertThat(database.released).hasValue(1);
  }

  @Test
  void aFailureStopsWhatIsStillWorkingForTheStatement() throws SQLException {
    CompletableFuture<Execution> opened = new CompletableFuture<>();
    database.add(
        "failing",
        List.of(Column.of("n", SqlTypeName.INTEGER)),
        () -> {
          opened.complete(Execution.current());
          throw new IllegalStateException("broken");
        });
    try (Connection fresh = database.connect();
        Statement statement = fresh.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("select n from failing"))
          .isInstanceOf(SQLException.class)
          .hasMessage("Unexpected IllegalStateException: broken");
      assertThat(opened.join().scope().isCancelled()).isTrue();
    }
  }
}
