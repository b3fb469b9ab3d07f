package io.workosjdbc.planner;

import java.util.List;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/**
 * {@code BIND_CONTAINS(keys, column, expected)}: the condition that a bind join puts above its
 * right side. It is a function like any other, so that rules carry it down to the scan, and so that
 * it can be computed wherever it stays.
 */
final class BindOperator {

  static final SqlUserDefinedFunction CONTAINS =
      new SqlUserDefinedFunction(
          new SqlIdentifier("BIND_CONTAINS", SqlParserPos.ZERO),
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.BOOLEAN_NOT_NULL,
          InferTypes.FIRST_KNOWN,
          OperandTypes.operandMetadata(
              List.of(SqlTypeFamily.ARRAY, SqlTypeFamily.ANY, SqlTypeFamily.INTEGER),
              types -> List.of(),
              position -> "operand" + position,
              position -> false),
          java.util.Objects.requireNonNull(ScalarFunctionImpl.create(BindKeys.class, "contains")));

  private BindOperator() {}
}
