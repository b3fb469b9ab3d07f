package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that does not fit is an error and never another number. */
class OverflowTest {
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

  private static String first(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 2147483647 + 1",
        "select 9223372036854775807 + 1",
        "select n + 1 from (values (9223372036854775807)) t(n)",
        "select -2147483648 - n from (values (1)) t(n)",
        "select n * 4611686018427387904 from (values (2)) t(n)",
        "select -n from (values (-2147483648)) t(n)",
        "select n / -1 from (values (-2147483648)) t(n)",
        "select count(*) * 9223372036854775807 from workos_organization",
        "select 1 where (select max(n) * 2 from (values (9223372036854775807)) t(n)) > 0",
        "select sum(n) from (values (9223372036854775807), (1)) t(n)",
        "select avg(n) from (values (9223372036854775807), (1)) t(n)",
        "select k, sum(n) from (values (1, 9223372036854775807), (1, 1)) t(k, n) group by k",
        "select sum(n) over () from (values (9223372036854775807), (1)) t(n)",
        "select sum(n) over (order by k) from"
            + " (values (1, 9223372036854775807), (1, 1)) t(k, n)",
      })
  void whatDoesNotFitFails(String sql) {
    assertThatThrownBy(() -> first(sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22003"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select sum(n) from (values (2147483647), (1)) t(n)                       | 2147483648",
        "select sum(n) over () from (values (2147483647), (1)) t(n)               | 2147483648",
        "select sum(distinct n) from (values (2), (2), (3)) t(n)                  | 5",
        "select coalesce(sum(n), 0) from (values (1)) t(n) where n > 1            | 0",
        "select n + m from (values (cast(1 as tinyint), cast(2 as bigint))) t(n, m) | 3",
        "select n * m from (values (cast(3 as smallint), 2)) t(n, m)              | 6",
        "select 7 / n from (values (2)) t(n)                                      | 3",
        "select n + 1 from (values (cast(null as integer))) t(n)                  |",
        "select 9223372036854775807 + 0.5                                         | 9223372036854775807.5",
      })
  void whatFitsIsRight(String sql, String answer) throws SQLException {
    assertThat(first(sql)).isEqualTo(answer);
  }

  @Test
  void sumsOfColumnsAreSumsOfTheirValues() throws SQLException {
    long expected = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select active_users from workos_directory")) {
      while (rows.next()) {
        expected += rows.getLong(1);
      }
    }

    assertThat(first("select sum(active_users) from workos_directory"))
        .isEqualTo(String.valueOf(expected));
    assertThat(first("select sum(n) from (select count(*) * 1 n from workos_directory) t"))
        .isEqualTo(first("select count(*) from workos_directory"));
  }
}
