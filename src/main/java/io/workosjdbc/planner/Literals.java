package io.workosjdbc.planner;

import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Literals in the representation in which Calcite computes. */
final class Literals {

  private Literals() {}

  /** Milliseconds for a timestamp, else the text of the value; null for NULL. */
  static @Nullable Object value(RexLiteral literal) {
    if (literal.isNull()) {
      return null;
    }
    return literal.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
        ? literal.getValueAs(Long.class)
        : literal.getValueAs(String.class);
  }
}
