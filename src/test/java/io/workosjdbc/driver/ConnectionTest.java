package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private final TestDatabase database = new TestDatabase();
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = database.connect();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void transactionsAreRememberedAndChangeNothing() throws SQLException {
    assertThat(connection.getAutoCommit()).isTrue();
    connection.setAutoCommit(false);
    assertThat(connection.getAutoCommit()).isFalse();
    connection.commit();
    connection.rollback();
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    assertThat(connection.getTransactionIsolation())
        .isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(false);
    assertThat(connection.isReadOnly()).isTrue();
    assertThatThrownBy(() -> connection.setTransactionIsolation(99))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void harmlessQuestionsHaveHarmlessAnswers() throws SQLException {
    assertThat(connection.getCatalog()).isNull();
    connection.setCatalog("x");
    assertThat(connection.nativeSQL("select 1")).isEqualTo("select 1");
    assertThat(connection.getTypeMap()).isEmpty();
    connection.setTypeMap(Map.of());
    assertThat((Throwable) connection.getWarnings()).isNull();
    connection.setNetworkTimeout(Runnable::run, 1000);
    assertThat(connection.getNetworkTimeout()).isEqualTo(1000);
    connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
    assertThat(connection.getHoldability()).isEqualTo(ResultSet.CLOSE_CURSORS_AT_COMMIT);
    assertThat(connection.isValid(10_000)).isTrue();
    assertThat(connection.getClientInfo()).isEmpty();
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
      assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
      assertThat(statement.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    }
    connection.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_READ_ONLY).close();
    assertThat(connection.getWarnings().getMessage()).contains("forward-only");
    assertThat((Throwable) connection.getWarnings().getNextWarning()).isNull();
    connection.clearWarnings();
    connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY).close();
    assertThat((Throwable) connection.getWarnings()).isNull();
  }

  @Test
  void whatIsNotThereIsNamed() {
    List<Call> calls =
        List.of(
            () -> connection.createBlob(),
            () -> connection.createClob(),
            () -> connection.createNClob(),
            () -> connection.createSQLXML(),
            () -> connection.createStruct("x", new Object[0]),
            () -> connection.prepareCall("{call x()}"),
            () -> connection.setSavepoint(),
            () -> connection.setSavepoint("x"),
            () -> connection.releaseSavepoint(null),
            () -> connection.rollback(null));

    assertThat(calls)
        .allSatisfy(
            call ->
                assertThatThrownBy(call::run)
                    .isInstanceOf(SQLFeatureNotSupportedException.class)
                    .hasMessageMatching("[a-zA-Z]+ is not supported.*")
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("0A000"));
  }

  private interface Call {
    void run() throws SQLException;
  }

  @Test
  void statementsTakeHintsThatChangeNothing() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchDirection(ResultSet.FETCH_FORWARD);
      statement.setFetchSize(500);
      statement.setPoolable(true);
      statement.setEscapeProcessing(true);
      statement.setCursorName("x");
      assertThat(statement.getFetchSize()).isEqualTo(500);
      assertThat(statement.isPoolable()).isTrue();
      assertThat(statement.enquoteIdentifier("a b", false)).isEqualTo("\"a b\"");
    }
  }

  @Test
  void tablesAreFoundUnderAnySpellingOfTheDefaultSchema() throws SQLException {
    assertThat(connection.getSchema()).isEqualTo("workos");
    try (Statement statement = connection.createStatement()) {
      for (String table :
          new String[] {"people", "PEOPLE", "\"people\"", "workos.people", "\"workos\".People"}) {
        ResultSet rows = statement.executeQuery("select ID, \"name\" from " + table);
        assertThat(rows.next()).as(table).isTrue();
      }
    }
    connection.setSchema("WORKOS");
    assertThat(connection.getSchema()).isEqualTo("workos");
    assertThatThrownBy(() -> connection.setSchema("nix"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"));
  }

  @Test
  void theSchemaMayHaveAnotherName() throws SQLException {
    try (Connection other = database.connect("jdbc:workos:schema=w;apiKey=" + TestDatabase.KEY);
        Statement statement = other.createStatement()) {
      assertThat(other.getSchema()).isEqualTo("w");
      assertThat(statement.executeQuery("select * from w.people").next()).isTrue();
    }
  }

  @Test
  void onlyTheTablesOfTheSchemaAreListed() throws SQLException {
    assertThat(DemoDatabase.texts(connection.getMetaData().getSchemas(), "TABLE_SCHEM"))
        .containsExactly("information_schema", "workos");
    try (ResultSet tables = connection.getMetaData().getTables(null, "workos", "peo%", null)) {
      assertThat(tables.next()).isTrue();
      assertThat(tables.getString("table_name")).isEqualTo("people");
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void abortClosesAndGivesBackOnce() throws SQLException {
    connection.abort(Runnable::run);
    connection.close();
    assertThat(connection.isClosed()).isTrue();
    assertThat(database.released).hasValue(1);
  }
}
