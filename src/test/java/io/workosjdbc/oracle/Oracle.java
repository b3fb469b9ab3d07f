package io.workosjdbc.oracle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database that holds the rows that the driver's tables have, and knows nothing of the driver.
 */
final class Oracle implements AutoCloseable {
  private final String url;
  private final Connection connection;
  private final List<Table> tables = new ArrayList<>();

  Oracle(String name) throws SQLException {
    url =
        "jdbc:h2:mem:"
            + name
            + ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH";
    connection = DriverManager.getConnection(url);
  }

  List<Table> tables() {
    return List.copyOf(tables);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Copies a table or view. */
  void copy(Connection driver, String name, String schema, Set<String> leftOut)
      throws SQLException {
    try (var statement = driver.createStatement();
        var rows = statement.executeQuery("select * from " + schema + "." + name)) {
      var columns = new ArrayList<Column>();
      var positions = new ArrayList<Integer>();
      for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
        var column = rows.getMetaData().getColumnName(at);
        if (!leftOut.contains(column)) {
          var kind = Kind.of(rows.getMetaData().getColumnType(at));
          columns.add(new Column("\"" + column + "\"", kind, new ArrayList<>()));
          positions.add(at);
        }
      }
      int count = fill(schema + "." + name, columns, positions, rows);
      var known =
          columns.stream()
              .map(
                  each ->
                      new Column(
                          each.sql(),
                          each.kind(),
                          List.copyOf(new LinkedHashSet<>(each.samples()))))
              .toList();
      tables.add(new Table(schema + "." + name, known, key(driver, schema, name), count));
    }
  }

  private int fill(String table, List<Column> columns, List<Integer> positions, ResultSet rows)
      throws SQLException {
    var definitions = columns.stream().map(each -> each.sql() + " " + each.kind().sql).toList();
    var schema = table.substring(0, table.indexOf('.'));
    int count = 0;
    try (var statement = connection.createStatement()) {
      statement.execute("create schema if not exists " + schema);
      statement.execute("create table " + table + " (" + String.join(", ", definitions) + ")");
    }
    var places = String.join(", ", columns.stream().map(each -> "?").toList());
    try (var insert =
        connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
      while (rows.next()) {
        for (int at = 0; at < columns.size(); at++) {
          var value = value(rows, positions.get(at), columns.get(at).kind());
          insert.setObject(at + 1, value);
          if (value != null) {
            columns.get(at).samples().add(value);
          }
        }
        insert.addBatch();
        count++;
      }
      insert.executeBatch();
    }
    return count;
  }

  private static @Nullable Object value(ResultSet rows, int at, Kind kind) throws SQLException {
    var value =
        switch (kind) {
          case TIME -> rows.getObject(at, LocalDateTime.class);
          case NUMBER -> rows.getLong(at);
          case TRUTH -> rows.getBoolean(at);
          case TEXT -> rows.getString(at);
        };
    return rows.wasNull() ? null : value;
  }

  private static List<String> key(Connection driver, String schema, String name)
      throws SQLException {
    var key = new ArrayList<String>();
    try (var keys = driver.getMetaData().getPrimaryKeys(null, schema, name)) {
      while (keys.next()) {
        key.add("\"" + keys.getString("COLUMN_NAME") + "\"");
      }
    }
    return key;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
