package io.workosjdbc.request;

import io.workosjdbc.request.Condition.All;
import io.workosjdbc.request.Condition.Any;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.OneOf;
import io.workosjdbc.request.Condition.Operator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The values that a TEXT column can have in a row for which a condition holds. */
final class TextValues {

  private TextValues() {}

  /**
   * The finite set of values that the condition leaves to the column, in the order of the SQL;
   * empty (the Optional) when it leaves infinitely many, an empty set when it leaves none.
   */
  static Optional<Set<Operand>> of(Condition condition, String column) {
    if (condition instanceof Compare compare) {
      return compare.column().equals(column) ? compared(compare) : Optional.empty();
    }
    if (condition instanceof OneOf oneOf) {
      return oneOf.column().equals(column) ? Optional.of(listed(oneOf)) : Optional.empty();
    }
    if (condition instanceof All all) {
      Optional<Set<Operand>> left = Optional.empty();
      for (var each : all.conditions()) {
        left = intersection(left, of(each, column));
      }
      return left;
    }
    if (condition instanceof Any any) {
      var union = new LinkedHashSet<Operand>();
      for (var each : any.conditions()) {
        var values = of(each, column);
        if (values.isEmpty()) {
          return Optional.empty();
        }
        union.addAll(values.get());
      }
      return Optional.of(union);
    }
    return Optional.empty();
  }

  private static Optional<Set<Operand>> compared(Compare compare) {
    if (compare.operand() instanceof Operand.Null) {
      return Optional.of(Set.of());
    }
    return compare.operator() == Operator.EQUAL
        ? Optional.of(Set.of(compare.operand()))
        : Optional.empty();
  }

  /** The listed values, or as many placeholders as are expected. */
  private static Set<Operand> listed(OneOf oneOf) {
    var listed = new LinkedHashSet<Operand>();
    if (oneOf.values() instanceof Operand.Values values) {
      values.values().forEach(value -> listed.add(new Operand.Value(value)));
    } else {
      for (int each = 0; each < oneOf.expected(); each++) {
        listed.add(new Operand.Placeholder("key" + each));
      }
    }
    return listed;
  }

  private static Optional<Set<Operand>> intersection(
      Optional<Set<Operand>> left, Optional<Set<Operand>> right) {
    if (left.isEmpty()) {
      return right;
    }
    if (right.isEmpty()) {
      return left;
    }
    if (!known(left.get()) || !known(right.get())) {
      return left.get().size() <= right.get().size() ? left : right;
    }
    var both = new LinkedHashSet<>(left.get());
    both.retainAll(right.get());
    return Optional.of(both);
  }

  private static boolean known(Set<Operand> operands) {
    return operands.stream().allMatch(Operand.Value.class::isInstance);
  }
}
