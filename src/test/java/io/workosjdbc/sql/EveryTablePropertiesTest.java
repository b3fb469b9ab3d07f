package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random conditions on every table that can be scanned: what is sent to the API changes no answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EveryTable.Shared.class)
class EveryTablePropertiesTest {

  /** For each table; {@code -Dconditions=20} takes its time. */
  private static final int CONDITIONS = Integer.getInteger("conditions", 1);

  private final EveryTable tables;
  private final Connection on;
  private final Connection off;

  EveryTablePropertiesTest(EveryTable tables) {
    this.tables = tables;
    this.on = tables.connect("cache=off");
    this.off = tables.connect("cache=memory;entityTtl=1h;pushdown=off");
  }

  @AfterAll
  void close() throws SQLException {
    on.close();
    off.close();
  }

  static List<Resource> tables() {
    return EveryTableTest.scannable();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void pushdownChangesNoAnswer(Resource table) throws SQLException {
    var random = new Random(table.table().hashCode());
    var known = known(table);
    // What is read list by list is read once.
    var asking = table.listing().scopes().isEmpty() ? on : tables.cached();
    var key = String.join(", ", table.primaryKey());
    for (int each = 0; each < CONDITIONS; each++) {
      var sql =
          "select " + key + " from " + table.table() + " where " + condition(table, known, random);
      assertThat(rows(asking, sql)).as(sql).containsExactlyInAnyOrderElementsOf(rows(off, sql));
    }
  }

  /** The rows of a scan, each as the text of its columns in their order. */
  private List<List<String>> known(Resource table) throws SQLException {
    return tables.scan(table).stream()
        .map(row -> table.columns().stream().map(column -> row.get(column.name())).toList())
        .toList();
  }

  private static String condition(Resource table, List<List<String>> known, Random random) {
    var row = known.get(random.nextInt(known.size()));
    var parts =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(each -> comparison(table, row, known, random))
            .toList();
    var joined = String.join(random.nextBoolean() ? " and " : " or ", parts);
    return random.nextInt(5) == 0 ? "not (" + joined + ")" : joined;
  }

  private static String comparison(
      Resource table, List<String> row, List<List<String>> known, Random random) {
    int at = random.nextInt(table.columns().size() - 1);
    var column = table.columns().get(at);
    var other = known.get(random.nextInt(known.size())).get(at);
    return switch (random.nextInt(column.type() == ColumnType.TEXT ? 6 : 4)) {
      case 0 -> column.name() + (random.nextBoolean() ? " is null" : " is not null");
      case 1 -> column.name() + " >= " + literal(column, row.get(at));
      case 2 -> column.name() + " <> " + literal(column, row.get(at));
      case 3 -> column.name() + " = " + literal(column, row.get(at));
      case 4 ->
          "%s in (%s, %s)"
              .formatted(column.name(), literal(column, row.get(at)), literal(column, other));
      default -> column.name() + " like " + literal(column, prefix(row.get(at)));
    };
  }

  private static String prefix(String text) {
    return text.substring(0, Math.min(4, text.length())) + "%";
  }

  private static String literal(Column column, String value) {
    if (value.equals("NULL")) {
      return "cast(null as " + (column.type() == ColumnType.TEXT ? "varchar" : type(column)) + ")";
    }
    return switch (column.type()) {
      case TEXT, JSON -> "'" + value.replace("'", "''") + "'";
      case BOOLEAN, INTEGER -> value;
      case TIMESTAMP -> "timestamp '" + value + "'";
    };
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case TEXT, JSON -> "varchar";
      case BOOLEAN -> "boolean";
      case INTEGER -> "bigint";
      case TIMESTAMP -> "timestamp(3)";
    };
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    var rows = new ArrayList<List<String>>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        var row = new ArrayList<String>();
        for (int at = 1; at <= columns; at++) {
          row.add(String.valueOf(result.getString(at)));
        }
        rows.add(row);
      }
    } catch (SQLException e) {
      throw new AssertionError(sql + ": " + e.getMessage(), e);
    }
    return rows.stream().collect(Collectors.toList());
  }
}
