package io.workosjdbc.request;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is known to hold for every row that a scan must give. It may say less than the SQL does
 * ({@link #anything} where it cannot follow), because the filter itself stays above the scan; it
 * must never say more.
 */
public sealed interface Condition {

  /** A comparison operator with the column on its left. */
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  /**
   * A comparison of a column, or of a rounding of it.
   *
   * @param rounding how much smaller than the column the compared value may be: zero for the column
   *     itself, the length of the unit for {@code FLOOR(column TO unit)}
   */
  record Compare(String column, Operator operator, Operand operand, Duration rounding)
      implements Condition {

    public static Compare of(String column, Operator operator, Operand operand) {
      return new Compare(column, operator, operand, Duration.ZERO);
    }
  }

  /**
   * A column has one of some values.
   *
   * @param expected how many values there are thought to be while they are not known
   */
  record OneOf(String column, Operand values, int expected) implements Condition {}

  /** SQL's LIKE; {@code escape} is empty or one character. */
  record Like(String column, Operand pattern, String escape, boolean caseSensitive)
      implements Condition {}

  record IsNull(String column) implements Condition {}

  record IsNotNull(String column) implements Condition {}

  /** All of them hold; with none of them, always. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** At least one of them holds; with none of them, never. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** The condition that always holds: nothing is known. */
  static Condition anything() {
    return new All(List.of());
  }

  /** The same condition with every operand replaced. */
  default Condition mapOperands(UnaryOperator<Operand> change) {
    if (this instanceof Compare compare) {
      return new Compare(
          compare.column, compare.operator, change.apply(compare.operand), compare.rounding);
    }
    if (this instanceof OneOf oneOf) {
      return new OneOf(oneOf.column, change.apply(oneOf.values), oneOf.expected);
    }
    if (this instanceof Like like) {
      return new Like(like.column, change.apply(like.pattern), like.escape, like.caseSensitive);
    }
    if (this instanceof All all) {
      return new All(all.conditions.stream().map(each -> each.mapOperands(change)).toList());
    }
    if (this instanceof Any any) {
      return new Any(any.conditions.stream().map(each -> each.mapOperands(change)).toList());
    }
    return this;
  }

  /** The same, where no list of values that are not known is thought to be longer than this. */
  default Condition expecting(int most) {
    if (this instanceof OneOf oneOf) {
      return new OneOf(oneOf.column, oneOf.values, Math.min(oneOf.expected, most));
    }
    return this instanceof All all
        ? new All(all.conditions.stream().map(each -> each.expecting(most)).toList())
        : this;
  }

  /** What is left of a condition when nothing is said of a column having one of these values. */
  default Condition without(Operand values) {
    if (this instanceof OneOf oneOf && oneOf.values.equals(values)) {
      return anything();
    }
    if (this instanceof All all) {
      return all.conditions.stream()
          .map(each -> each.without(values))
          .reduce(anything(), Condition::and);
    }
    return this;
  }

  /** Both hold, without repeating what is said already. */
  default Condition and(Condition other) {
    var both = Stream.of(this, other).flatMap(Condition::conjuncts).distinct().toList();
    return both.size() == 1 ? both.get(0) : new All(both);
  }

  /** How many conditions all hold together. */
  default int size() {
    return (int) conjuncts().count();
  }

  private Stream<Condition> conjuncts() {
    return this instanceof All all
        ? all.conditions.stream().flatMap(Condition::conjuncts)
        : Stream.of(this);
  }
}
