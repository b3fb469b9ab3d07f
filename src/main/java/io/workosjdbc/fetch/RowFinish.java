package io.workosjdbc.fetch;

import io.workosjdbc.resource.Extraction.LookedUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a row as it was read into one of the projection: looks up what is still missing. */
final class RowFinish {

  /** A column that is filled in from another table. */
  private record Missing(int column, int key, LookedUp lookedUp) {}

  private final Layout layout;
  private final List<Missing> missing = new ArrayList<>();
  private final Function<LookedUp, Map<Object, Object>> lookup;

  /**
   * @param lookup gives the column of the other table by its primary key; asked with the first row
   *     that needs it
   */
  RowFinish(Layout layout, Function<LookedUp, Map<Object, Object>> lookup) {
    this.layout = layout;
    this.lookup = lookup;
    for (int column = 0; column < layout.width(); column++) {
      if (layout.columns().get(column).extraction() instanceof LookedUp lookedUp) {
        missing.add(new Missing(column, layout.indexOf(lookedUp.key()), lookedUp));
      }
    }
  }

  /** How many more objects some rows stand for than there are rows. */
  long more(List<@Nullable Object[]> rows) {
    return layout.count().stream()
        .flatMapToLong(at -> rows.stream().mapToLong(row -> (Long) row[at] - 1))
        .sum();
  }

  @Nullable Object[] apply(@Nullable Object[] row) {
    for (var each : missing) {
      var key = row[each.key];
      row[each.column] = key == null ? null : lookup.apply(each.lookedUp).get(key);
    }
    return row.length > layout.width() ? Arrays.copyOf(row, layout.width()) : row;
  }
}
