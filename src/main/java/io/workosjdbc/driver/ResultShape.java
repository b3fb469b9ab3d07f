package io.workosjdbc.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a result whose rows are at hand, and the columns it is sorted by: the tables in
 * the Javadoc of {@link java.sql.DatabaseMetaData}.
 */
record ResultShape(List<Field> fields, List<String> order) {
  /** A column. */
  record Field(String name, JdbcType type) {}

  ResultShape {
    fields = List.copyOf(fields);
    order = List.copyOf(order);
  }

  static ResultShape empty() {
    return new ResultShape(List.of(), List.of());
  }

  /** With further columns of texts. */
  ResultShape text(String... names) {
    return with(JdbcType.VARCHAR, names);
  }

  ResultShape integer(String... names) {
    return with(JdbcType.INTEGER, names);
  }

  ResultShape smallint(String... names) {
    return with(JdbcType.SMALLINT, names);
  }

  ResultShape truth(String... names) {
    return with(JdbcType.BOOLEAN, names);
  }

  ResultShape bigint(String... names) {
    return with(JdbcType.BIGINT, names);
  }

  ResultShape sortedBy(String... names) {
    return new ResultShape(fields, List.of(names));
  }

  private ResultShape with(JdbcType type, String... names) {
    List<Field> all = new ArrayList<>(fields);
    for (String name : names) {
      all.add(new Field(name, type));
    }
    return new ResultShape(all, order);
  }

  /** The rows in order; those that are alike stay as they are. */
  List<@Nullable Object[]> sorted(List<@Nullable Object[]> rows) {
    int[] keys = order.stream().mapToInt(this::indexOf).toArray();
    Comparator<@Nullable Object[]> comparator =
        (left, right) ->
            Arrays.stream(keys)
                .map(key -> compare(left[key], right[key]))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    return rows.stream().sorted(comparator).toList();
  }

  private int indexOf(String name) {
    return fields.stream().map(Field::name).toList().indexOf(name);
  }

  /** All values of a column are of one class, and nulls come first. */
  @SuppressWarnings("unchecked")
  private static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    return ((Comparable<Object>) left).compareTo(right);
  }
}
