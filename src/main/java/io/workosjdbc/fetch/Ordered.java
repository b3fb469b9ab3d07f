package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of one request in the direction that a plan promises, although the service may
 * ignore which one it was asked for (api/workos.md section 5). While they come in that direction
 * they flow; where they come in another one, all of them are read first and then sorted. NULL
 * counts as the greatest value.
 */
final class Ordered implements Batches {

  private final Batches source;
  private final int column;
  private final Comparator<@Nullable Object[]> wanted;
  private boolean flows;
  private Optional<@Nullable Object[]> last = Optional.empty();

  /**
   * @param column where the value by which the list is sorted lies in a row
   */
  Ordered(Batches source, int column, Direction direction) {
    this.source = source;
    this.column = column;
    Comparator<@Nullable Object[]> rising = Comparator.comparingLong(this::sortKey);
    this.wanted = direction == Direction.ASCENDING ? rising : rising.reversed();
  }

  @Override
  public Optional<List<@Nullable Object[]>> next() {
    if (!flows) {
      flows = true;
      return beginning();
    }
    var rows = source.next();
    rows.ifPresent(this::checkOrder);
    return rows;
  }

  /** The rows up to the point where their direction is known to be right; else all of them. */
  private Optional<List<@Nullable Object[]>> beginning() {
    var rows = new ArrayList<@Nullable Object[]>();
    var seen = new Seen();
    for (var more = source.next(); more.isPresent(); more = source.next()) {
      more.get().forEach(seen::add);
      rows.addAll(more.get());
      if (seen.isSorted && seen.isDifferent && !seen.hasNull) {
        break;
      }
    }
    if (!seen.isSorted) {
      rows.sort(wanted);
    }
    last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    return Optional.of(rows);
  }

  /** What the first rows show of their order. */
  private final class Seen {
    private boolean isSorted = true;
    private boolean isDifferent;
    private boolean hasNull;
    private Optional<@Nullable Object[]> before = Optional.empty();

    void add(@Nullable Object[] row) {
      int step = before.map(earlier -> wanted.compare(earlier, row)).orElse(0);
      isSorted &= step <= 0;
      isDifferent |= step != 0;
      hasNull |= row[column] == null;
      before = Optional.of(row);
    }
  }

  private void checkOrder(List<@Nullable Object[]> rows) {
    for (var row : rows) {
      if (last.filter(before -> wanted.compare(before, row) > 0).isPresent()) {
        throw source.nonsense(
            "its objects are out of order, although those before were sorted. Set pushdown=off to"
                + " have this sorted here");
      }
      last = Optional.of(row);
    }
  }

  private long sortKey(@Nullable Object[] row) {
    return row[column] instanceof Long time ? time : Long.MAX_VALUE;
  }

  @Override
  public ApiException nonsense(String problem) {
    return source.nonsense(problem);
  }
}
