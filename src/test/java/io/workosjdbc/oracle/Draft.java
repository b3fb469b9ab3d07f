package io.workosjdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement in the making: what it is made of, and the values and names that it has so far. */
final class Draft {
  /** A value in the statement; one that is fixed is never a parameter. */
  record Value(Kind kind, @Nullable Object value, List<Object> others, boolean isFixed) {}

  final Dice dice;
  final List<Table> tables;
  final List<Value> values = new ArrayList<>();
  private int names;
  private int fixed;

  Draft(Dice dice, List<Table> tables) {
    this.dice = dice;
    this.tables = tables;
  }

  String name(String prefix) {
    return prefix + names++;
  }

  /** A place for one of the values. */
  String value(Kind kind, List<Object> some) {
    return value(kind, dice.of(some), some, fixed > 0);
  }

  /** A place for a value that is always written as a literal. */
  String fixed(Kind kind, @Nullable Object value) {
    return value(kind, value, List.of(), true);
  }

  private String value(Kind kind, @Nullable Object value, List<Object> others, boolean isFixed) {
    values.add(new Value(kind, value, others, isFixed));
    return Markup.value(values.size() - 1);
  }

  /** Until {@link #unfix}, all values are literals: for what has to be written twice. */
  void fix() {
    fixed++;
  }

  void unfix() {
    fixed--;
  }
}
