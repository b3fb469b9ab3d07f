package io.workosjdbc.planner;

import io.workosjdbc.fetch.RowSource;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the rows of several requests. The planner relies on the order that a scan promised; when
 * the values of a run turn one list into a fan-out, its rows come in no order, and are few.
 */
final class Sorting implements RowSource {

  private final RowSource unsorted;
  private final Comparator<@Nullable Object[]> comparator;
  private @Nullable Iterator<@Nullable Object[]> sorted;
  private @Nullable Object[] row = {};

  private Sorting(RowSource unsorted, Comparator<@Nullable Object[]> comparator) {
    this.unsorted = unsorted;
    this.comparator = comparator;
  }

  /** The rows as they are, unless the scan promised an order that these requests do not give. */
  static RowSource ifNeeded(RowSource rows, AccessPlan plan, ScanSpec spec) {
    var promised = spec.wish().order();
    int position = SortOrder.position(spec);
    if (promised.isEmpty() || plan.order().isPresent() || position < 0) {
      return rows;
    }
    return plan.requests().size() < 2 && plan.fanOut().isEmpty()
        ? rows
        : new Sorting(rows, comparator(position, promised.get()));
  }

  private static Comparator<@Nullable Object[]> comparator(int position, Direction direction) {
    Comparator<@Nullable Object[]> ascending =
        Comparator.comparing(
            row -> (Long) row[position], Comparator.nullsLast(Comparator.naturalOrder()));
    return direction == Direction.ASCENDING ? ascending : ascending.reversed();
  }

  @Override
  public boolean next() {
    if (sorted == null) {
      sorted = sort();
    }
    if (!sorted.hasNext()) {
      return false;
    }
    row = sorted.next();
    return true;
  }

  private Iterator<@Nullable Object[]> sort() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    while (unsorted.next()) {
      rows.add(unsorted.row());
    }
    rows.sort(comparator);
    return rows.iterator();
  }

  @Override
  public @Nullable Object[] row() {
    return row;
  }

  @Override
  public void close() {
    unsorted.close();
  }
}
