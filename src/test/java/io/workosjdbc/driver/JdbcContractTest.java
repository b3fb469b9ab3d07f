package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Statement;
import java.sql.Types;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Javadoc of {@code java.sql} says about odd questions and odd arguments. */
class JdbcContractTest {
  private static DemoDatabase database;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    database = new DemoDatabase();
    connection = database.connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
    database.close();
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).as("%s", e).isEqualTo(state));
  }

  @Test
  void aResultWithoutRowsHasNoPosition() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet none = statement.executeQuery("select id from workos_organization where id = ''");
      assertThat(none.isBeforeFirst()).isFalse();
      assertThat(none.next()).isFalse();
      assertThat(none.isAfterLast()).isFalse();
      ResultSet one = statement.executeQuery("select 1");
      assertThat(one.isBeforeFirst()).isTrue();
      assertThat(one.next()).isTrue();
      assertThat(one.isBeforeFirst()).isFalse();
      assertThat(one.isAfterLast()).isFalse();
      assertThat(one.next()).isFalse();
      assertThat(one.isBeforeFirst()).isFalse();
      assertThat(one.isAfterLast()).isTrue();
    }
  }

  @Test
  void nullWhereSomethingIsNeededIsABadValue() throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("select ?")) {
      ResultSet row = statement.executeQuery("select 1 as n");
      row.next();
      assertState("42703", () -> row.getInt(null));
      assertState("42703", () -> row.findColumn(null));
      assertState("22023", () -> row.getObject(1, (Class<?>) null));
      assertState("22023", () -> row.getMetaData().unwrap(null));
      assertThat(row.getMetaData().isWrapperFor(null)).isFalse();
      assertThat(prepared.getParameterMetaData().isWrapperFor(null)).isFalse();
      assertState("22023", () -> statement.executeQuery(null));
      assertState("22023", () -> statement.executeUpdate(null));
      assertState("22023", () -> connection.prepareStatement(null));
      assertState("22023", () -> prepared.setObject(1, "x", (SQLType) null));
      assertState("22023", () -> connection.setSchema(null));
      assertState("22023", () -> connection.setTypeMap((Map<String, Class<?>>) null));
      assertState("22023", () -> connection.setClientInfo((Properties) null));
    }
  }

  @Test
  void valuesOutOfBoundsAreBadValues() throws SQLException {
    int noHoldability = 77;
    assertState("22023", () -> connection.setNetworkTimeout(Runnable::run, -1));
    assertState("22023", () -> connection.createStatement(1003, 1007, noHoldability));
    assertState("22023", () -> connection.prepareStatement("select 1", 1003, 1007, noHoldability));
    try (Statement statement = connection.createStatement()) {
      assertState("22023", () -> statement.setFetchSize(-1));
      assertState("22023", () -> statement.setFetchDirection(7));
      statement.setFetchDirection(ResultSet.FETCH_REVERSE);
      assertThat(statement.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
      statement.setFetchSize(50);
      assertThat(statement.getFetchSize()).isEqualTo(50);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", ";", " ; ; ", "-- a remark", "/* a remark */ ;"})
  void anEmptyStatementDoesNothing(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(sql)) {
      assertThat(statement.execute(sql)).isFalse();
      assertThat(statement.getUpdateCount()).isZero();
      assertThat(prepared.execute()).isFalse();
      assertState("0A000", () -> statement.executeQuery(sql));
    }
  }

  @Test
  void aBatchWithoutStatementsChangesNothing() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeBatch()).isEmpty();
      assertThat(statement.executeLargeBatch()).isEmpty();
      assertState("0A000", () -> statement.addBatch("select 1"));
      assertThat(statement.executeBatch()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "order by name "})
  void aLimitThatIsNullIsNoneAndANegativeOneIsRefused(String order) throws SQLException {
    String sql = "select id from workos_organization " + order + "limit ? offset ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setNull(1, Types.INTEGER);
      statement.setNull(2, Types.INTEGER);
      assertThat(DemoDatabase.rows(statement.executeQuery())).hasSize(40);
      statement.setInt(1, 3);
      statement.setInt(2, 38);
      assertThat(DemoDatabase.rows(statement.executeQuery())).hasSize(2);
      statement.setInt(1, -1);
      assertState("22023", () -> DemoDatabase.rows(statement.executeQuery()));
      statement.setInt(1, 1);
      statement.setInt(2, -1);
      assertState("22023", () -> DemoDatabase.rows(statement.executeQuery()));
    }
  }

  @Test
  void aReaderIsAClobToo() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select count(*) from workos_organization where name = ?")) {
      statement.setClob(1, new StringReader("Acme Corp"));
      assertThat(DemoDatabase.texts(statement.executeQuery(), "count")).containsExactly("1");
      statement.setClob(1, new StringReader("Acme Corp and more"), "Acme Corp".length());
      assertThat(DemoDatabase.texts(statement.executeQuery(), "count")).containsExactly("1");
    }
  }

  @Test
  void numbersOfDaysAreParameters() throws SQLException {
    String sql = "select count(*) as n from workos_auth_event where created_at >= current_date - ";
    try (Statement literal = connection.createStatement();
        PreparedStatement statement = connection.prepareStatement(sql + "?")) {
      statement.setInt(1, 7);
      assertThat(DemoDatabase.texts(statement.executeQuery(), "n"))
          .isEqualTo(DemoDatabase.texts(literal.executeQuery(sql + "7"), "n"));
    }
  }

  @Test
  void metaDataTakesNullsAndTellsItsVersionWhenClosed() throws SQLException {
    DatabaseMetaData metaData;
    try (Connection other = database.connect()) {
      metaData = other.getMetaData();
      assertThat(DemoDatabase.rows(metaData.getTables(null, null, null, new String[] {null})))
          .isEmpty();
    }
    assertThat(metaData.getDriverMajorVersion()).isNotNegative();
    assertThat(metaData.getDriverMinorVersion()).isNotNegative();
    assertState("08003", metaData::getURL);
  }
}
