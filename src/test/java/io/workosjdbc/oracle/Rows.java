package io.workosjdbc.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows, with values that are equal where the databases mean the same. */
record Rows(List<List<@Nullable Object>> rows) {
  private static final MathContext DIGITS = new MathContext(9);

  static Rows of(ResultSet result) throws SQLException {
    var rows = new ArrayList<List<@Nullable Object>>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      var row = new ArrayList<@Nullable Object>();
      for (int at = 1; at <= columns; at++) {
        row.add(value(result, at));
      }
      rows.add(row);
    }
    return new Rows(rows);
  }

  private static @Nullable Object value(ResultSet result, int at) throws SQLException {
    if (result.getMetaData().getColumnType(at) == Types.TIMESTAMP) {
      var time = result.getObject(at, LocalDateTime.class);
      return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
    var value = result.getObject(at);
    return value instanceof Number number
        ? new BigDecimal(number.toString()).round(DIGITS).stripTrailingZeros().doubleValue()
        : value;
  }

  /** How these rows are not an answer to the question to which the oracle says {@code all}. */
  Optional<String> difference(Question question, Rows all) {
    int left = Math.max(0, all.rows.size() - question.offset());
    int expected = question.limit() < 0 ? left : Math.min(left, question.limit());
    if (rows.size() != expected) {
      return Optional.of(rows.size() + " rows instead of " + expected + sample(all));
    }
    Map<List<@Nullable Object>, Integer> known = new HashMap<>();
    all.rows.forEach(row -> known.merge(row, 1, Integer::sum));
    for (var row : rows) {
      if (known.merge(row, -1, Integer::sum) < 0) {
        return Optional.of("has " + row + sample(all));
      }
    }
    return orderDifference(question, all);
  }

  private String sample(Rows all) {
    var missing = new ArrayList<>(all.rows);
    rows.forEach(missing::remove);
    var surplus = new ArrayList<>(rows);
    all.rows.forEach(surplus::remove);
    return "\n   oracle only: " + first(missing) + "\n   driver only: " + first(surplus);
  }

  private static String first(List<?> some) {
    return some.size() + " " + some.subList(0, Math.min(4, some.size()));
  }

  private Optional<String> orderDifference(Question question, Rows all) {
    var sorted = all.rows.stream().map(row -> keys(question, row)).sorted(order(question)).toList();
    for (int at = 0; at < rows.size(); at++) {
      var keys = keys(question, rows.get(at));
      if (!keys.equals(sorted.get(at + question.offset()))) {
        return Optional.of(
            "row " + at + " is " + keys + " instead of " + sorted.get(at + question.offset()));
      }
    }
    return Optional.empty();
  }

  private static List<@Nullable Object> keys(Question question, List<@Nullable Object> row) {
    var keys = new ArrayList<@Nullable Object>();
    question.sorted().forEach(column -> keys.add(row.get(Math.abs(column) - 1)));
    return keys;
  }

  private static Comparator<List<@Nullable Object>> order(Question question) {
    return (one, other) -> {
      int order = 0;
      for (int at = 0; at < question.sorted().size() && order == 0; at++) {
        order = by(question, at).compare(one, other);
      }
      return order;
    };
  }

  @SuppressWarnings("unchecked")
  private static Comparator<List<@Nullable Object>> by(Question question, int at) {
    Comparator<Object> natural = (one, other) -> ((Comparable<Object>) one).compareTo(other);
    var directed = question.sorted().get(at) < 0 ? natural.reversed() : natural;
    var whole =
        question.nullsFirst().get(at)
            ? Comparator.nullsFirst(directed)
            : Comparator.nullsLast(directed);
    return (one, other) -> whole.compare(one.get(at), other.get(at));
  }
}
