package io.workosjdbc.oracle;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the expressions of a SELECT can name.
 *
 * @param from the text of its FROM
 * @param key what tells its rows apart; empty when unknown
 * @param rows at most
 */
record Scope(String from, List<Column> columns, List<String> key, long rows) {
  Scope {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  List<Column> of(Kind kind) {
    return columns.stream().filter(column -> column.kind() == kind).toList();
  }

  /** Its columns and those of another, whose rows are still {@code rows} at most. */
  Scope and(Scope other, String joined, long atMost) {
    return new Scope(
        joined,
        Stream.concat(columns.stream(), other.columns.stream()).toList(),
        key.isEmpty() || other.key.isEmpty()
            ? List.of()
            : Stream.concat(key.stream(), other.key.stream()).toList(),
        atMost);
  }
}
