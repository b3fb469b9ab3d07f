package io.workosjdbc.request;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.workosjdbc.request.Condition.All;
import io.workosjdbc.request.Condition.Any;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.IsNull;
import java.time.Duration;
import java.time.Instant;

/**
 * The instants that a TIMESTAMP column can have in a row for which a condition holds, as half-open
 * ranges of whole milliseconds.
 */
final class TimeValues {

  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final ImmutableRangeSet<Instant> NONE = ImmutableRangeSet.of();
  private static final ImmutableRangeSet<Instant> EVER = ImmutableRangeSet.of(Range.all());

  private TimeValues() {}

  static RangeSet<Instant> of(Condition condition, String column) {
    if (condition instanceof Compare compare && compare.column().equals(column)) {
      return compared(compare);
    }
    if (condition instanceof IsNull isNull && isNull.column().equals(column)) {
      return EVER;
    }
    if (condition instanceof All all) {
      RangeSet<Instant> left = EVER;
      for (var each : all.conditions()) {
        left = intersection(left, of(each, column));
      }
      return left;
    }
    if (condition instanceof Any any) {
      RangeSet<Instant> union = TreeRangeSet.create();
      any.conditions().forEach(each -> union.addAll(of(each, column)));
      return union;
    }
    return EVER;
  }

  private static RangeSet<Instant> compared(Compare compare) {
    if (compare.operand() instanceof Operand.Null) {
      return NONE;
    }
    if (!(compare.operand() instanceof Operand.Value operand
        && operand.value() instanceof Instant value)) {
      return EVER;
    }
    var after = value.plus(compare.rounding()).plus(MILLISECOND);
    return switch (compare.operator()) {
      case EQUAL -> ImmutableRangeSet.of(Range.closedOpen(value, after));
      case NOT_EQUAL -> EVER;
      case LESS ->
          ImmutableRangeSet.of(Range.lessThan(compare.rounding().isZero() ? value : after));
      case LESS_OR_EQUAL -> ImmutableRangeSet.of(Range.lessThan(after));
      case GREATER -> ImmutableRangeSet.of(Range.atLeast(value.plus(MILLISECOND)));
      case GREATER_OR_EQUAL -> ImmutableRangeSet.of(Range.atLeast(value));
    };
  }

  private static RangeSet<Instant> intersection(RangeSet<Instant> left, RangeSet<Instant> right) {
    RangeSet<Instant> both = TreeRangeSet.create(left);
    both.removeAll(right.complement());
    return both;
  }
}
