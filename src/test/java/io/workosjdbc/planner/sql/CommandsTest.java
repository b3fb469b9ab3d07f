package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.planner.sql.RefusedStatement.Reason;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest extends DatabaseTest {

  @Test
  void showTables() throws SQLException {
    assertThat(
            database().rows("SHOW TABLES").stream().map(row -> row.substring(0, row.indexOf('|'))))
        .contains(
            "workos_auth_event", "workos_connection", "workos_directory", "workos_organization")
        .isSorted();
    rows("show tables from WORKOS like 'WORKOS\\_CONNECTI%';")
        .singleElement()
        .asString()
        .startsWith("workos_connection|workos|");
    rows("show tables in elsewhere").isEmpty();
  }

  @Test
  void showSchemas() throws SQLException {
    rows("show schemas").containsExactly("workos", "workos_insight");
    rows("show databases like 'x%'").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "describe workos_organization",
        "DESC workos.WORKOS_ORGANIZATION;",
        "describe table \"workos\".\"workos_organization\"",
        "show columns from workos_organization",
        "show full fields in workos_organization in workos",
        "show columns from other.workos_organization from workos",
      })
  void describesColumns(String sql) throws SQLException {
    rows(sql)
        .contains("id|CHARACTER VARYING|NO|PRI|Identifier of the organization.")
        .contains("created_at|TIMESTAMP|YES||When it was created (UTC).")
        .hasSize(10);
  }

  @Test
  void describesNoTableThatIsNotThere() {
    assertThatThrownBy(() -> database().rows("describe nowhere"))
        .hasStackTraceContaining("Object 'nowhere' not found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show tables",
        "describe workos_organization",
        "select * from information_schema.columns",
        "explain plan for select * from workos_organization",
      })
  void sendsNoRequest(String sql) throws SQLException {
    assertThat(database().requests(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain plan for select * from workos_organization",
        "explain select * from workos_organization",
        "EXPLAIN with o as (select * from workos_organization) select * from o",
        "describe select * from workos_organization",
        "desc select * from workos_organization",
      })
  void explains(String sql) throws SQLException {
    rows(sql).singleElement().asString().contains("GET /organizations");
  }

  @Test
  void doesNotExplainByRunning() {
    assertThat(refusal("explain analyze select 1"))
        .hasMessageStartingWith("EXPLAIN ANALYZE is not");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin transaction;",
        "START TRANSACTION READ ONLY",
        "commit",
        "ROLLBACK",
        "savepoint a",
        "release savepoint a",
        "SET TIME ZONE 'UTC'",
        "set session time zone utc",
        "set timezone = 'UTC'",
        "set application_name = 'x'",
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
        "set session characteristics as transaction read only",
        "set names 'utf8'",
        "discard all",
      })
  void doesNothingWhereNothingIsToDo(String sql) throws SQLException {
    try (var statement = database().connection().createStatement()) {
      assertThat(statement.execute(sql)).isFalse();
      assertThat(statement.getUpdateCount()).isZero();
      assertThat(statement.getMoreResults()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "set time zone 'America/New_York' | The time zone is always UTC",
        "set search_path to other | SET search_path is not supported; see the properties of the connection",
        "set statement_timeout = 5 | SET statement_timeout is not supported; see the properties of the connection",
        "use other | USE is not supported: qualify the table, or set the schema of the connection",
        "show grants | SHOW knows TABLES, SCHEMAS, COLUMNS FROM a table and TIME ZONE",
        "show | SHOW knows TABLES, SCHEMAS, COLUMNS FROM a table and TIME ZONE",
        "show columns from | A table name is expected here",
        "show tables from | SHOW knows TABLES, SCHEMAS, COLUMNS FROM a table and TIME ZONE",
        "show columns from t from | SHOW knows TABLES, SCHEMAS, COLUMNS FROM a table and TIME ZONE",
        "show tables like | SHOW knows TABLES, SCHEMAS, COLUMNS FROM a table and TIME ZONE",
        "describe | A table name is expected here",
        "describe a b | DESCRIBE takes one table and nothing else",
        "describe a. | A table name is expected here",
        "set | SET is not supported; see the properties of the connection",
      })
  void refusesWhatItWouldNotDo(String sql, String message) {
    assertThat(refusal(sql)).hasMessage(message);
    assertThat(refusal(sql).reason()).isEqualTo(Reason.NOT_SUPPORTED);
  }

  @Test
  void showsTheZone() throws SQLException {
    rows("show time zone").containsExactly("UTC");
    rows("show timezone").containsExactly("UTC");
  }
}
