package io.workosjdbc.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a statement came to.
 *
 * @param rows as texts, sorted
 */
record Outcome(List<String> rows, Optional<SQLException> failure) {

  static Outcome of(Connection connection, String sql) {
    var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        var row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          row.append(Objects.toString(result.getString(column), "NULL")).append('|');
        }
        rows.add(row.toString());
      }
      rows.sort(null);
      return new Outcome(rows, Optional.empty());
    } catch (SQLException e) {
      return new Outcome(List.of(), Optional.of(e));
    }
  }

  boolean isWhole(List<String> truth) {
    return failure.isEmpty() && rows.equals(truth);
  }

  /** What is wrong with the failure. */
  Optional<String> complaint(String sqlState) {
    var e = failure.orElseThrow();
    if (!sqlState.equals(e.getSQLState())) {
      return Optional.of(e.getSQLState() + " instead of " + sqlState + ": " + e.getMessage());
    }
    var message = String.valueOf(e.getMessage());
    return message.contains("GET /")
        ? Optional.empty()
        : Optional.of("names no request: " + message);
  }
}
