package io.workosjdbc.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The keys without which a list cannot be asked for, and the table whose rows have them.
 *
 * @param parent the table to read when the SQL does not give the keys; empty when only the SQL can
 */
public record Scope(Optional<String> parent, List<Key> keys) {

  /**
   * One key.
   *
   * @param name its place in the path, {@code {name}}, or the query parameter when the path has
   *     none
   * @param column the column of the list's table that holds it
   * @param parentColumn the column of the parent's table that holds it
   */
  public record Key(String name, String column, String parentColumn) {}

  public Scope {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("A scope needs a key");
    }
  }

  /** One list for each row of a table, by its primary key {@code id}. */
  public static Scope each(String parent, String name) {
    return of(parent, new Key(name, name, "id"));
  }

  public static Scope of(String parent, Key... keys) {
    return new Scope(Optional.of(parent), List.of(keys));
  }

  /** Keys that the SQL must give, because no table lists them. */
  public static Scope given(String... columns) {
    return new Scope(
        Optional.empty(),
        Arrays.stream(columns).map(column -> new Key(column, column, column)).toList());
  }

  /** {@link #given(String...)} of one key that the endpoint calls otherwise. */
  public static Scope given(Key key) {
    return new Scope(Optional.empty(), List.of(key));
  }
}
