package io.workosjdbc.cache.event;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Condition.All;
import io.workosjdbc.request.Condition.Any;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.IsNotNull;
import io.workosjdbc.request.Condition.IsNull;
import io.workosjdbc.request.Condition.Like;
import io.workosjdbc.request.Condition.OneOf;
import io.workosjdbc.request.Operand;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition can hold for a value of a TEXT column. A value that does not pass cannot be
 * in the answer; an empty Optional means that any value may be, because the condition speaks of
 * other columns or cannot be followed.
 */
record TextTest(String column) {

  Optional<Predicate<@Nullable Object>> of(Condition condition) {
    if (condition instanceof All all) {
      return all.conditions().stream()
          .map(this::of)
          .flatMap(Optional::stream)
          .reduce(Predicate::and);
    }
    if (condition instanceof Any any) {
      var tests = any.conditions().stream().map(this::of).toList();
      return tests.stream().allMatch(Optional::isPresent)
          ? Optional.of(tests.stream().flatMap(Optional::stream).reduce(v -> false, Predicate::or))
          : Optional.empty();
    }
    if (condition instanceof Compare compare && isOurs(compare.column())) {
      return compare.rounding().isZero() ? compared(compare) : Optional.empty();
    }
    if (condition instanceof OneOf oneOf && isOurs(oneOf.column())) {
      return oneOf.values() instanceof Operand.Values values
          ? Optional.of(in(new HashSet<>(values.values())))
          : Optional.empty();
    }
    if (condition instanceof Like like && isOurs(like.column())) {
      return like(like);
    }
    if (condition instanceof IsNull isNull && isOurs(isNull.column())) {
      return Optional.of(Objects::isNull);
    }
    return condition instanceof IsNotNull isNotNull && isOurs(isNotNull.column())
        ? Optional.of(Objects::nonNull)
        : Optional.empty();
  }

  private boolean isOurs(String other) {
    return column.equals(other);
  }

  static Predicate<@Nullable Object> in(Set<String> values) {
    return value -> value != null && values.contains(value.toString());
  }

  private static Optional<Predicate<@Nullable Object>> like(Like like) {
    if (like.pattern() instanceof Operand.Null) {
      return Optional.of(value -> false);
    }
    if (!(like.pattern() instanceof Operand.Value pattern)) {
      return Optional.empty();
    }
    var test = LikeTest.of(pattern.value().toString(), like);
    return Optional.of(value -> value != null && test.test(value.toString()));
  }

  private static Optional<Predicate<@Nullable Object>> compared(Compare compare) {
    if (compare.operand() instanceof Operand.Null) {
      return Optional.of(value -> false);
    }
    if (!(compare.operand() instanceof Operand.Value operand
        && operand.value() instanceof String right)) {
      return Optional.empty();
    }
    IntPredicate order =
        switch (compare.operator()) {
          case EQUAL -> sign -> sign == 0;
          case NOT_EQUAL -> sign -> sign != 0;
          case LESS -> sign -> sign < 0;
          case LESS_OR_EQUAL -> sign -> sign <= 0;
          case GREATER -> sign -> sign > 0;
          case GREATER_OR_EQUAL -> sign -> sign >= 0;
        };
    return Optional.of(value -> value != null && order.test(value.toString().compareTo(right)));
  }
}
