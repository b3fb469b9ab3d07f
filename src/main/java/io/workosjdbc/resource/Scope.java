package io.workosjdbc.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys without which a list cannot be asked for, and the table whose rows have them.
 *
 * @param parent the table to read when the SQL does not give the keys; empty when only the SQL can
 * @param known columns that the parent and the list have in common and that are not asked for;
 *     where the parent was read, they tell which requests are counted together
 */
public record Scope(Optional<String> parent, List<Key> keys, List<String> known) {

  /**
   * One key.
   *
   * @param name its place in the path, {@code {name}}, or the query parameter when the path has
   *     none
   * @param column the column of the list's table that holds it
   * @param parentColumn the column of the parent's table that holds it
   */
  public record Key(String name, String column, String parentColumn) {

    /** What no request shows. */
    private static Key unsent(String column) {
      return new Key("", column, column);
    }
  }

  public Scope {
    keys = List.copyOf(keys);
    known = List.copyOf(known);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("A scope needs a key");
    }
  }

  /** One list for each row of a table, by its primary key {@code id}. */
  public static Scope each(String parent, String name) {
    return of(parent, new Key(name, name, "id"));
  }

  public static Scope of(String parent, Key... keys) {
    return new Scope(Optional.of(parent), List.of(keys), List.of());
  }

  /** Keys that the SQL must give, because no table lists them. */
  public static Scope given(String... columns) {
    return new Scope(
        Optional.empty(),
        Arrays.stream(columns).map(column -> new Key(column, column, column)).toList(),
        List.of());
  }

  /** {@link #given(String...)} of one key that the endpoint calls otherwise. */
  public static Scope given(Key key) {
    return new Scope(Optional.empty(), List.of(key), List.of());
  }

  /** The same, knowing these columns of the parent's rows. */
  public Scope knowing(String... columns) {
    return new Scope(parent, keys, List.of(columns));
  }

  /** What is taken from each row of the parent: the keys, and what else is known of it. */
  public List<Key> taken() {
    return Stream.concat(keys.stream(), known.stream().map(Key::unsent)).toList();
  }
}
