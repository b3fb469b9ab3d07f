package io.workosjdbc.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Cuts one page out of a sequence: fact sheet section 4. */
final class Pager {
  private final Sequence sequence;
  private final Set<Quirk> quirks;

  Pager(Sequence sequence, Set<Quirk> quirks) {
    this.sequence = sequence;
    this.quirks = quirks;
  }

  /** A page's rows by position in the order shown, and the cursors to its neighbours. */
  record Cut(List<Integer> positions, Optional<String> before, Optional<String> after) {}

  /** Where rows may come from: positions {@code from} to {@code to - 1} that match. */
  record Extent(int from, int to, IntPredicate matches) {
    boolean has(int position) {
      return position >= from && position < to;
    }
  }

  Cut cut(PageRequest page, Extent extent) {
    if (page.order() == PageRequest.Order.NORMAL) {
      var swapped =
          new PageRequest(
              page.limit(),
              PageRequest.Order.DESC,
              /* after= */ page.before(),
              /* before= */ page.after(),
              page.repeatsCursorRow());
      Cut cut = cut(swapped, extent);
      return new Cut(cut.positions(), /* before= */ cut.after(), /* after= */ cut.before());
    }
    int step = page.order() == PageRequest.Order.ASC ? 1 : -1;
    Optional<Integer> after = position("after", page.after());
    Optional<Integer> before = position("before", page.before());
    List<Integer> rows =
        before
            .map(cursor -> preceding(cursor, step, page.limit(), extent))
            .orElseGet(
                () -> following(start(after, step, page, extent), step, page.limit(), extent));
    return withCursors(rows, step, extent);
  }

  /**
   * The position of the cursor's object; empty for an unknown one only if the service restarts
   * then.
   */
  private Optional<Integer> position(String parameter, Optional<String> cursor) {
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    int position = sequence.indexOf(cursor.get());
    if (position < 0 && !quirks.contains(Quirk.UNKNOWN_CURSOR_RESTARTS)) {
      throw Refusal.invalid(parameter, "invalid_cursor");
    }
    return position < 0 ? Optional.empty() : Optional.of(position);
  }

  private static int start(Optional<Integer> after, int step, PageRequest page, Extent extent) {
    int first = step > 0 ? extent.from() : extent.to() - 1;
    if (after.isEmpty()) {
      return first;
    }
    int next = after.get() + (page.repeatsCursorRow() ? 0 : step);
    return step > 0 ? Math.max(next, first) : Math.min(next, first);
  }

  private static List<Integer> following(int start, int step, int limit, Extent extent) {
    List<Integer> rows = new ArrayList<>();
    for (int i = start; extent.has(i) && rows.size() < limit; i += step) {
      if (extent.matches().test(i)) {
        rows.add(i);
      }
    }
    return rows;
  }

  private static List<Integer> preceding(int cursor, int step, int limit, Extent extent) {
    int last = step > 0 ? extent.to() - 1 : extent.from();
    int start = step > 0 ? Math.min(cursor - 1, last) : Math.max(cursor + 1, last);
    List<Integer> rows = following(start, -step, limit, extent);
    Collections.reverse(rows);
    return rows;
  }

  private Cut withCursors(List<Integer> rows, int step, Extent extent) {
    if (rows.isEmpty()) {
      return new Cut(rows, Optional.empty(), Optional.empty());
    }
    int first = rows.get(0);
    int last = rows.get(rows.size() - 1);
    boolean earlier = !following(first - step, -step, 1, extent).isEmpty();
    boolean later = !following(last + step, step, 1, extent).isEmpty();
    return new Cut(
        rows,
        earlier ? Optional.of(sequence.idAt(first)) : Optional.empty(),
        later ? Optional.of(sequence.idAt(last)) : Optional.empty());
  }
}
