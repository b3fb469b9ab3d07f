package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.Driver;
import io.workosjdbc.driver.DemoDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients trip over in Calcite's own driver and no other test of ours is about. */
class PlainCalciteTest {
  private static DemoDatabase database;
  private Connection connection;

  @BeforeAll
  static void startTheDemo() {
    database = new DemoDatabase();
  }

  @AfterAll
  static void stopTheDemo() {
    database.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = database.connect();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select avg(n) from (values (29), (30)) as t(n)                    | 29.5",
        "select round(stddev_pop(n), 3) from (values (1), (2), (4)) t(n)   | 1.247",
        "select round(var_pop(n), 3) from (values (1), (2), (4)) t(n)      | 1.556",
        "select case when 1 = 1 then 'SAML' else 'Other' end;              | SAML",
        "select 1;                                                         | 1",
        "select count(*) from information_schema.tables where table_name = 'workos_directory' | 1",
        "select {fn concat({fn ucase('a')}, 'bc')}                         | Abc",
        "select extract(year from {ts '2026-01-31 10:20:30'})              | 2026",
        "select name from workos_organization where name like '100\\%%'     | 100%",
        "select name from workos_organization where name not like '%\\_%' and name like '1%' or"
            + " name ilike '%\\\\ f%' order by name desc | Back"
      })
  void theseAnswersAreRight(String sql, String answer) throws SQLException {
    assertThat(one(sql)).startsWith(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 1 / 0                                              | 22012",
        "select 1 / (n - 1) from (values (1)) as t(n)              | 22012",
        "select cast('x' as integer)                               | 22018",
        "select cast(name as integer) from workos_organization     | 22018",
        "select cast('2026-13-01' as date)                         | 22007",
        "select cast(3000000000 as integer)                        | 22003",
        "select ln(n) from (values (0)) as t(n)                    | 22023",
        "select name from workos_organization where name like '\\x' | 22023",
        "select string_agg(name, ',') over (order by name) from workos_organization | 0A000",
        "select count(distinct name) over () from workos_organization | 42000",
        "select nix from workos_organization                       | 42000",
        "select * from nix                                         | 42000",
        "selec 1                                                   | 42000",
        "insert into workos_organization (id) values ('x')         | 25006",
        "update workos_organization set name = 'x'                 | 25006",
        "delete from workos_organization                           | 25006",
        "merge into workos_organization using x on a = b           | 25006",
        "create table x (a integer)                                | 25006",
        "drop table workos_organization                            | 25006",
        "truncate table workos_organization                        | 25006"
      })
  void failuresHaveAStateAndOneLine(String sql, String state) {
    assertThatThrownBy(() -> one(sql))
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> {
              assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(state);
              assertThat(e.getMessage()).hasSizeLessThan(450).doesNotContain("\n");
            });
    assertThatThrownBy(() -> connection.prepareStatement(sql).executeQuery().next())
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  @Test
  void isLastKnowsTheLastRow() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select id from workos_organization order by id limit 2")) {
      assertThat(rows.isLast()).isFalse();
      rows.next();
      assertThat(rows.isLast()).isFalse();
      rows.next();
      assertThat(rows.isLast()).isTrue();
      assertThat(rows.next()).isFalse();
      assertThat(rows.isLast()).isFalse();
    }
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(1);
      ResultSet rows = statement.executeQuery("select id from workos_organization");
      rows.next();
      assertThat(rows.isLast()).isTrue();
    }
  }

  @Test
  void whatBelongsToAClosedConnectionIsClosed() throws SQLException {
    Statement statement = connection.createStatement();
    PreparedStatement prepared = connection.prepareStatement("select 1");
    ResultSet rows = statement.executeQuery("select id from workos_organization");
    DatabaseMetaData metaData = connection.getMetaData();
    connection.close();
    assertThat(statement.isClosed()).isTrue();
    assertThat(prepared.isClosed()).isTrue();
    assertThat(rows.isClosed()).isTrue();
    assertThatThrownBy(rows::next).isInstanceOf(SQLException.class);
    assertThatThrownBy(statement::getConnection).isInstanceOf(SQLException.class);
    assertThatThrownBy(prepared::executeQuery).isInstanceOf(SQLException.class);
    assertThatThrownBy(metaData::getSchemas).isInstanceOf(SQLException.class);
    assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
  }

  @Test
  void whatDatabasesHaveAndThisHasNotIsHarmlessOrUnsupported() throws SQLException {
    connection.setAutoCommit(false);
    connection.commit();
    connection.rollback();
    connection.setTypeMap(new HashMap<>());
    connection.setNetworkTimeout(Runnable::run, 1_000);
    assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
    assertThat(connection.nativeSQL("select 1")).isEqualTo("select 1");
    assertThat((Throwable) connection.getWarnings()).isNull();
    for (Call unsupported :
        List.<Call>of(
            () -> connection.setSavepoint(),
            () -> connection.setSavepoint("a"),
            () -> connection.prepareCall("{call x()}"),
            () -> connection.createBlob(),
            () -> connection.createSQLXML())) {
      assertThatThrownBy(unsupported::run)
          .isInstanceOfSatisfying(
              SQLFeatureNotSupportedException.class,
              e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
    }
    try (PreparedStatement statement =
            connection.prepareStatement("select 1", Statement.RETURN_GENERATED_KEYS);
        ResultSet keys = statement.getGeneratedKeys()) {
      assertThat(keys.next()).isFalse();
    }
  }

  private interface Call {
    void run() throws SQLException;
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:workos:", "jdbc:workos:cache=off"})
  void propertiesAreDescribed(String url) throws SQLException {
    assertThat(new Driver().getPropertyInfo(url, null))
        .hasSizeBetween(15, 40)
        .allSatisfy(property -> assertThat(property.description).isNotBlank());
    assertThat(Arrays.stream(new Driver().getPropertyInfo(null, null)).map(p -> p.name))
        .contains("apiKey", "cache", "demo");
  }
}
