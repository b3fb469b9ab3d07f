package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.driver.TestTable.Column;
import io.workosjdbc.fetch.Execution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
  private final AtomicInteger moves = new AtomicInteger();
  private final AtomicInteger closes = new AtomicInteger();
  private final TestDatabase database = new TestDatabase();
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    List<Column> column = List.of(Column.of("n", SqlTypeName.INTEGER));
    database.add("counted", column, () -> new CountingEnumerator(moves, closes, 1_000));
    database.add(
        "warned",
        column,
        () -> {
          Execution.current().warn("older events are gone");
          Execution.current().warn("older events are gone");
          return Linq4j.emptyEnumerator();
        });
    connection = database.connect();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void rowsAreReadOneAtATime() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select n from counted where n >= 0")) {
      assertThat(moves).hasValue(1);
      rows.next();
      assertThat(moves).hasValue(1);
      rows.next();
      assertThat(moves).hasValue(2);
      assertThat(closes).hasValue(0);
    }
    assertThat(closes).hasValue(1);
  }

  @Test
  void theScanIsClosedAtTheEndOfTheData() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select n from counted where n < 3")) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      assertThat(count).isEqualTo(3);
      assertThat(closes).hasValue(1);
      assertThat(rows.next()).isFalse();
      assertThat(rows.isAfterLast()).isTrue();
      assertThat(rows.isClosed()).isFalse();
      assertThat(rows.getMetaData().getColumnCount()).isEqualTo(1);
    }
  }

  @Test
  void maxRowsStopsTheScanOfStatements() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(5);
      assertThat(statement.getMaxRows()).isEqualTo(5);
      assertThat(count(statement.executeQuery("select n from counted"))).isEqualTo(5);
    }
    assertThat(moves).hasValue(5);
    assertThat(closes).hasValue(1);
  }

  @Test
  void maxRowsStopsTheScanOfPreparedStatements() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select n from counted")) {
      statement.setMaxRows(5);
      assertThat(count(statement.executeQuery())).isEqualTo(5);
      statement.setMaxRows(0);
      assertThat(count(statement.executeQuery())).isEqualTo(1_000);
    }
    assertThat(moves).hasValue(5 + 1_001);
  }

  private static int count(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  @Test
  void executingAgainClosesTheFormerResult() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet first = statement.executeQuery("select n from counted");
      ResultSet second = statement.executeQuery("select n from numbers");
      assertThat(first.isClosed()).isTrue();
      assertThat(closes).hasValue(1);
      assertThat(statement.getResultSet()).isSameAs(second);
    }
  }

  @Test
  void closingTheConnectionClosesItsStatements() throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("select n from counted");
    connection.close();
    connection.close();
    assertThat(statement.isClosed()).isTrue();
    assertThat(rows.isClosed()).isTrue();
    assertThat(closes).hasValue(1);
    assertThat(database.released).hasValue(1);
    assertState("08003", () -> statement.executeQuery("select 1"));
    assertState("08003", () -> connection.createStatement());
    assertState("55000", rows::next);
    assertThat(connection.isValid(1)).isFalse();
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void objectsKnowWhereTheyComeFrom() throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("select n from numbers");
    assertThat(rows.getStatement()).isSameAs(statement).isEqualTo(statement);
    assertThat(statement.getConnection()).isSameAs(connection);
    assertThat(statement.hashCode()).isNotZero();
    assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
    assertThat(statement.isWrapperFor(String.class)).isFalse();
    assertState("22023", () -> statement.unwrap(String.class));
    assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
    try (ResultSet schemas = connection.getMetaData().getSchemas()) {
      assertThat(schemas.getStatement().getConnection()).isSameAs(connection);
    }
  }

  @Test
  void aStatementClosesOnCompletionButNotForItsNextResult() throws SQLException {
    Statement statement = connection.createStatement();
    statement.closeOnCompletion();
    statement.executeQuery("select n from numbers");
    ResultSet second = statement.executeQuery("select n from numbers");
    assertThat(statement.isClosed()).isFalse();
    second.close();
    assertThat(statement.isClosed()).isTrue();
    assertState("55000", () -> statement.executeQuery("select 1"));
  }

  @Test
  void moreResultsThereAreNone() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute("select n from counted")).isTrue();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getResultSet()).isNull();
      assertThat(closes).hasValue(1);
    }
  }

  @Test
  void whatScansSayIsAWarning() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("select * from warned");
      assertThat(statement.getWarnings().getMessage()).isEqualTo("older events are gone");
      assertThat(statement.getWarnings().getSQLState()).isEqualTo("01000");
      assertThat((Throwable) statement.getWarnings().getNextWarning()).isNull();
      statement.clearWarnings();
      assertThat((Throwable) statement.getWarnings()).isNull();
      statement.executeQuery("select * from warned");
      statement.executeQuery("select n from numbers");
      assertThat((Throwable) statement.getWarnings()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into numbers values (1)",
        "UPDATE numbers SET n = 1",
        "-- note\n/* more */ delete from numbers",
        "merge into numbers using people on true when matched then delete",
        "create table t (n int)",
        "drop table numbers"
      })
  void whatWritesIsRefusedInOneLine(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Call call :
          List.<Call>of(
              () -> statement.execute(sql),
              () -> statement.executeQuery(sql),
              () -> statement.executeUpdate(sql),
              () -> connection.prepareStatement(sql))) {
        assertThatThrownBy(call::run)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"))
            .hasMessageMatching("[A-Z]+ is not supported: the data is read-only.*");
      }
    }
  }

  @Test
  void executeUpdateOfAQueryIsRefused() throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("select 1")) {
      assertState("0A000", () -> statement.executeUpdate("select n from counted"));
      assertState("0A000", prepared::executeUpdate);
      assertState("0A000", () -> statement.addBatch("select 1"));
      assertThat(moves).hasValue(0);
    }
  }

  @Test
  void whatNeitherReadsNorWritesGivesNoResultAndChangesNoRow() throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("BEGIN")) {
      assertThat(statement.execute("commit")).isFalse();
      assertThat(statement.getResultSet()).isNull();
      assertThat(statement.getUpdateCount()).isZero();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.executeUpdate("rollback")).isZero();
      assertState("0A000", () -> statement.executeQuery("begin"));
      assertThat(prepared.getMetaData()).isNull();
      assertThat(prepared.execute()).isFalse();
      assertThat(prepared.getUpdateCount()).isZero();
      assertThat(prepared.executeUpdate()).isZero();
      assertThat(prepared.executeLargeUpdate()).isZero();
      assertState("0A000", prepared::executeQuery);
    }
  }

  @Test
  void explainGivesThePlanAndReadsNothing() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain plan for select n from counted")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).contains("counted");
      assertThat(moves).hasValue(0);
    }
  }

  @Test
  void generatedKeysAreNone() throws SQLException {
    String sql = "select n from numbers";
    try (Statement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      assertThat(statement.getGeneratedKeys().next()).isFalse();
    }
  }

  private interface Call {
    void run() throws SQLException;
  }

  private static void assertState(String state, Call call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }
}
