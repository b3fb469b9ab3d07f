package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** A function that a rewrite puts in place, and that is found in no table of functions. */
final class OwnFunction extends SqlUserDefinedFunction {

  /**
   * A function by a public static method.
   *
   * @param operands what kinds of values it takes
   */
  OwnFunction(
      String name,
      SqlReturnTypeInference type,
      List<SqlTypeFamily> operands,
      Class<?> declaring,
      String method) {
    super(
        new SqlIdentifier(name, SqlParserPos.ZERO),
        SqlKind.OTHER_FUNCTION,
        type,
        InferTypes.FIRST_KNOWN,
        OperandTypes.operandMetadata(
            operands,
            types ->
                operands.stream()
                    .map(family -> types.createSqlType(family.getTypeNames().iterator().next()))
                    .toList(),
            position -> "operand" + position,
            position -> false),
        Objects.requireNonNull(ScalarFunctionImpl.create(declaring, method)));
  }

  @Override
  public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
    call.getOperandList().forEach(operand -> validator.deriveType(scope, operand));
    return validateOperands(validator, scope, call);
  }
}
