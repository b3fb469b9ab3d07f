package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultColumnsTest {
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

  @Test
  void columnsKnowTheirTables() throws SQLException {
    String sql = "select o.id, o.name as customer, upper(o.name) as big from workos_organization o";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSetMetaData columns = statement.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(3);
      assertThat(columns.getTableName(2)).isEqualTo("workos_organization");
      assertThat(columns.getSchemaName(2)).isEqualTo("workos");
      assertThat(columns.getColumnName(2)).isEqualTo("name");
      assertThat(columns.getColumnLabel(2)).isEqualTo("customer");
      assertThat(columns.getTableName(3)).isEmpty();
      assertThat(columns.getCatalogName(1)).isEmpty();
      assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
      assertThat(columns.isNullable(2)).isEqualTo(ResultSetMetaData.columnNullable);
      assertThat(columns.isReadOnly(1)).isTrue();
    }
    assertThat(database.server().requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cast(1 as tinyint)             | TINYINT   | 3          | 0 | 4",
        "cast(1 as smallint)            | SMALLINT  | 5          | 0 | 6",
        "1                              | INTEGER   | 10         | 0 | 11",
        "cast(1 as bigint)              | BIGINT    | 19         | 0 | 20",
        "cast(1.25 as decimal(10, 2))   | DECIMAL   | 10         | 2 | 12",
        "cast(1 as double)              | DOUBLE    | 17         | 0 | 24",
        "cast(1 as real)                | REAL      | 8          | 0 | 15",
        "true                           | BOOLEAN   | 1          | 0 | 5",
        "cast('abc' as char(5))         | CHAR      | 5          | 0 | 5",
        "cast('abc' as varchar(7))      | VARCHAR   | 7          | 0 | 7",
        "cast('abc' as varchar)         | VARCHAR   | 2147483647 | 0 | 2147483647",
        "date '2026-01-31'              | DATE      | 10         | 0 | 10",
        "time '10:20:30'                | TIME      | 8          | 0 | 8",
        "timestamp '2026-01-31 10:20:30.123' | TIMESTAMP | 23    | 3 | 23",
        "array['a', 'b']                | ARRAY     | 2147483647 | 0 | 2147483647"
      })
  void everyTypeHasASizeAndTheClassOfItsValues(
      String expression, String type, int precision, int scale, int displaySize)
      throws SQLException, ClassNotFoundException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select " + expression + " as x")) {
      ResultSetMetaData columns = rows.getMetaData();
      assertThat(columns.getColumnTypeName(1)).isEqualTo(type);
      assertThat(columns.getColumnType(1)).isEqualTo(JdbcType.valueOf(type).number());
      assertThat(columns.getPrecision(1)).isEqualTo(precision);
      assertThat(columns.getScale(1)).isEqualTo(scale);
      assertThat(columns.getColumnDisplaySize(1)).isEqualTo(displaySize);
      rows.next();
      assertThat(rows.getObject(1)).isInstanceOf(Class.forName(columns.getColumnClassName(1)));
    }
  }

  @Test
  void valuesOfTablesAreOfTheirColumnsClass() throws SQLException, ClassNotFoundException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from workos_directory limit 5")) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          Object value = rows.getObject(i);
          if (value != null) {
            assertThat(value).isInstanceOf(Class.forName(columns.getColumnClassName(i)));
          }
        }
      }
      assertThat(columns.getColumnType(columns.getColumnCount())).isEqualTo(Types.VARCHAR);
    }
  }
}
