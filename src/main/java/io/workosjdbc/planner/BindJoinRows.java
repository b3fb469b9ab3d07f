package io.workosjdbc.planner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.rel.core.JoinRelType;
import org.jspecify.annotations.Nullable;

/** Reads a batch of left rows, the right rows for its keys, and gives what they join to. */
final class BindJoinRows implements Enumerator<@Nullable Object> {

  /** Stands for NULL in a key that equals itself also then. */
  private static final Object NULL = new Object();

  private final BindJoinRun join;
  private final Enumerator<@Nullable Object[]> left;
  private final Function1<Object[], Enumerable<@Nullable Object[]>> right;
  private final Deque<@Nullable Object[]> joined = new ArrayDeque<>();

  /** The right side by key, once it was read without regard to the keys of a batch. */
  private Optional<Map<List<Object>, List<@Nullable Object[]>>> whole = Optional.empty();

  private int batchSize = BindBatches.FIRST;
  private boolean ended;
  private @Nullable Object[] current = {};

  BindJoinRows(
      BindJoinRun join,
      Enumerator<@Nullable Object[]> left,
      Function1<Object[], Enumerable<@Nullable Object[]>> right) {
    this.join = join;
    this.left = left;
    this.right = right;
  }

  @Override
  public boolean moveNext() {
    while (joined.isEmpty()) {
      if (ended) {
        return false;
      }
      joinBatch();
    }
    current = joined.removeFirst();
    return true;
  }

  private void joinBatch() {
    var keys = new LinkedHashSet<String>();
    var rows = new ArrayList<@Nullable Object[]>();
    while (!ended && keys.size() < batchSize && rows.size() < batchSize * 10) {
      if (left.moveNext()) {
        var row = left.current();
        rows.add(row);
        if (row[join.bound()] instanceof String key) {
          keys.add(key);
        }
      } else {
        ended = true;
      }
    }
    batchSize = BindBatches.after(batchSize);
    var partners = whole.orElseGet(() -> partners(keys));
    rows.forEach(row -> join(row, partners));
  }

  private Map<List<Object>, List<@Nullable Object[]>> partners(Set<String> keys) {
    var partners = new HashMap<List<Object>, List<@Nullable Object[]>>();
    if (keys.isEmpty()) {
      return partners;
    }
    var batch = new BindKeys(keys);
    try (var rows = right.apply(new Object[] {batch}).enumerator()) {
      while (rows.moveNext()) {
        var row = rows.current();
        key(row, join.rightKeys())
            .ifPresent(key -> partners.computeIfAbsent(key, none -> new ArrayList<>()).add(row));
      }
    }
    if (batch.allPass()) {
      whole = Optional.of(partners);
    }
    return partners;
  }

  /** The values of the key columns; empty when one is NULL and therefore equals nothing. */
  private Optional<List<Object>> key(@Nullable Object[] row, List<Integer> columns) {
    var key = new ArrayList<Object>(columns.size());
    for (int each = 0; each < columns.size(); each++) {
      var value = row[columns.get(each)];
      if (value == null && !join.nullSafe().get(each)) {
        return Optional.empty();
      }
      key.add(value == null ? NULL : value);
    }
    return Optional.of(key);
  }

  private void join(@Nullable Object[] row, Map<List<Object>, List<@Nullable Object[]>> partners) {
    var found =
        key(row, join.leftKeys())
            .map(key -> partners.getOrDefault(key, List.of()))
            .orElse(List.of());
    if (join.givesRight()) {
      found.forEach(partner -> joined.add(concatenated(row, partner)));
      if (found.isEmpty() && join.type() == JoinRelType.LEFT) {
        joined.add(Arrays.copyOf(row, row.length + join.rightColumns()));
      }
    } else if (found.isEmpty() == (join.type() == JoinRelType.ANTI)) {
      joined.add(row);
    }
  }

  private static @Nullable Object[] concatenated(
      @Nullable Object[] row, @Nullable Object[] partner) {
    var both = Arrays.copyOf(row, row.length + partner.length);
    System.arraycopy(partner, 0, both, row.length, partner.length);
    return both;
  }

  @Override
  public @Nullable Object current() {
    return join.format().of(current);
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException("A join is read once; ask for a new enumerator");
  }

  @Override
  public void close() {
    left.close();
  }
}
