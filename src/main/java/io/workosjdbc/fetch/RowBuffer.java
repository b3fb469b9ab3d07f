package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one request, or of one slice, that were read and not yet given. Where a plan promises
 * a direction, they flow while they come in it, although the service may ignore which one it was
 * asked for (api/workos.md section 5); where they come in another one, they wait for the last and
 * are sorted. NULL counts as the greatest value. Not thread-safe.
 */
final class RowBuffer {

  private final int column;
  private final Optional<Comparator<@Nullable Object[]>> wanted;
  private final ArrayDeque<Batch> ready = new ArrayDeque<>();
  private final List<@Nullable Object[]> held = new ArrayList<>();

  private boolean flows;
  private boolean isSorted = true;
  private boolean isDifferent;
  private boolean hasNull;
  private Optional<@Nullable Object[]> last = Optional.empty();
  private int heldPages;
  private long heldBytes;
  private long readyBytes;

  private record Batch(List<@Nullable Object[]> rows, int pages, long bytes) {}

  private RowBuffer(int column, Optional<Direction> direction) {
    this.column = column;
    Comparator<@Nullable Object[]> rising = Comparator.comparingLong(this::sortKey);
    this.wanted = direction.map(way -> way == Direction.ASCENDING ? rising : rising.reversed());
    this.flows = direction.isEmpty();
  }

  static RowBuffer asTheyCome() {
    return new RowBuffer(0, Optional.empty());
  }

  /**
   * @param column where the value by which the list is sorted lies in a row
   */
  static RowBuffer sorted(int column, Direction direction) {
    return new RowBuffer(column, Optional.of(direction));
  }

  /**
   * Takes the rows of the next page.
   *
   * @param bytes how large the page was
   * @param nonsense what to throw when rows of an earlier page turn out to have been out of order
   */
  void offer(List<@Nullable Object[]> rows, long bytes, Function<String, ApiException> nonsense) {
    wanted.ifPresent(order -> rows.forEach(row -> check(row, order, nonsense)));
    held.addAll(rows);
    heldPages++;
    heldBytes += bytes;
    flows |= isSorted && isDifferent && !hasNull;
    if (flows) {
      release();
    }
  }

  private void check(
      @Nullable Object[] row,
      Comparator<@Nullable Object[]> order,
      Function<String, ApiException> nonsense) {
    int step = last.map(earlier -> order.compare(earlier, row)).orElse(0);
    if (flows && step > 0) {
      throw nonsense.apply(
          "its objects are out of order, although those before were sorted. Set pushdown=off to"
              + " have this sorted here");
    }
    isSorted &= step <= 0;
    isDifferent |= step != 0;
    hasNull |= row[column] == null;
    last = Optional.of(row);
  }

  /** No page follows. */
  void end() {
    if (!isSorted && !flows) {
      wanted.ifPresent(held::sort);
    }
    release();
  }

  private void release() {
    if (!held.isEmpty()) {
      ready.add(new Batch(List.copyOf(held), heldPages, heldBytes));
      readyBytes += heldBytes;
      held.clear();
    }
    heldPages = 0;
    heldBytes = 0;
  }

  /** Rows that may be given now; never an empty list. */
  Optional<List<@Nullable Object[]>> poll() {
    var batch = Optional.ofNullable(ready.poll());
    batch.ifPresent(given -> readyBytes -= given.bytes);
    return batch.map(Batch::rows);
  }

  boolean isEmpty() {
    return ready.isEmpty() && held.isEmpty();
  }

  /** How many rows wait for the last one before they are sorted. */
  int heldRows() {
    return held.size();
  }

  /** How many pages it holds. */
  int pages() {
    return heldPages + ready.stream().mapToInt(Batch::pages).sum();
  }

  /** How large the pages were that it holds. */
  long bytes() {
    return heldBytes + readyBytes;
  }

  private long sortKey(@Nullable Object[] row) {
    return row[column] instanceof Long time ? time : Long.MAX_VALUE;
  }
}
