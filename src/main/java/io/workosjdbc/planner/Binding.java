package io.workosjdbc.planner;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Operand;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Puts values into the slots of a scan's condition. */
final class Binding {

  private Binding() {}

  /** The condition with the values that Calcite computed, in its own representation. */
  static Condition values(ScanSpec spec, List<@Nullable Object> computed) {
    return bind(spec, slot -> operand(computed.get(slot), spec.values().get(slot)));
  }

  /** The condition with the expressions themselves in place of their values. */
  static Condition placeholders(ScanSpec spec) {
    return bind(spec, slot -> new Operand.Placeholder(spec.values().get(slot).toString()));
  }

  private static Condition bind(ScanSpec spec, IntFunction<Operand> values) {
    return spec.condition()
        .mapOperands(
            operand -> operand instanceof Operand.Slot slot ? values.apply(slot.index()) : operand);
  }

  /** A value of Calcite's as one of a condition's: timestamps are milliseconds there. */
  static Operand operand(@Nullable Object value, RexNode expression) {
    if (value == null) {
      return new Operand.Null();
    }
    if (value instanceof BindKeys keys) {
      return new Operand.Values(keys);
    }
    boolean isTime = expression.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP;
    return new Operand.Value(
        isTime ? Instant.ofEpochMilli(((Number) value).longValue()) : value.toString());
  }
}
