package io.workosjdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/** A table with random predicates about each of its columns, some of which hold for some rows. */
record RandomTable(String name, List<String> columns, List<Arbitrary<RandomSql.Piece>> predicates) {
  private static final int VALUES = 7;

  /** The column that tells its rows apart. */
  String key() {
    return columns.get(0);
  }

  boolean hasTime() {
    return columns.contains("created_at");
  }

  /** The table with some of the values that its columns have, and some that they have not. */
  static RandomTable of(Connection connection, String name) throws SQLException {
    Map<String, Integer> types = new LinkedHashMap<>();
    Map<String, Set<String>> values = new LinkedHashMap<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + name)) {
      var columns = rows.getMetaData();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        types.put(columns.getColumnName(column), columns.getColumnType(column));
        values.put(columns.getColumnName(column), new LinkedHashSet<>());
      }
      while (rows.next()) {
        for (var column : values.entrySet()) {
          var value = rows.getString(column.getKey());
          if (value != null && column.getValue().size() < VALUES) {
            column.getValue().add(StoryTime.toStory(value));
          }
        }
      }
    }
    var predicates = new ArrayList<Arbitrary<RandomSql.Piece>>();
    types.forEach((column, type) -> predicates.add(predicates(column, type, values.get(column))));
    return new RandomTable(name, List.copyOf(types.keySet()), predicates);
  }

  private static Arbitrary<RandomSql.Piece> predicates(
      String column, int type, Set<String> values) {
    return switch (type) {
      case java.sql.Types.TIMESTAMP -> RandomPredicates.ofTime(column, times(values));
      case java.sql.Types.BOOLEAN -> RandomPredicates.ofTruth(column);
      case java.sql.Types.BIGINT -> RandomPredicates.ofNumber(column, List.of("0", "1", "3", "12"));
      default -> RandomPredicates.ofText(column, texts(column, values));
    };
  }

  /** A column that is NULL in every row is compared, too. */
  private static List<String> times(Set<String> values) {
    return values.isEmpty() ? List.of("2026-03-01 10:00:00.0") : List.copyOf(values);
  }

  /** Long texts are shortened, because they are compared and not read. */
  private static List<String> texts(String column, Set<String> values) {
    var others =
        column.equals("connection_type")
            ? Stream.of("OktaSAML", "GithubOAuth", "GitHubOAuth", "Pending")
            : Stream.of("none");
    return Stream.concat(values.stream().map(RandomTable::beginning), others).distinct().toList();
  }

  private static String beginning(String text) {
    return text.length() < 80 ? text : text.substring(0, 40);
  }
}
