package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.schema.impl.AggregateFunctionImpl;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlUserDefinedAggFunction;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.util.Optionality;

/**
 * {@code MEDIAN(x)}, {@code PERCENTILE_CONT(f) WITHIN GROUP (ORDER BY x)} and {@code
 * PERCENTILE_DISC}, which Calcite knows and cannot run. Values are DOUBLE.
 */
final class Percentiles {

  private static final SqlAggFunction PERCENTILE = new Function();

  private Percentiles() {}

  /** A function that statements get by a rewrite only, so that no table of functions has it. */
  private static final class Function extends SqlUserDefinedAggFunction {
    Function() {
      super(
          new SqlIdentifier("PERCENTILE", SqlParserPos.ZERO),
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.DOUBLE.andThen(SqlTypeTransforms.FORCE_NULLABLE),
          InferTypes.ANY_NULLABLE,
          OperandTypes.operandMetadata(
              List.of(SqlTypeFamily.NUMERIC, SqlTypeFamily.NUMERIC, SqlTypeFamily.BOOLEAN),
              types -> List.of(),
              position -> "operand" + position,
              position -> false),
          Objects.requireNonNull(AggregateFunctionImpl.create(Percentile.class)),
          false,
          false,
          Optionality.FORBIDDEN);
    }

    @Override
    public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
      SqlCall cast = call.operand(0);
      var type = validator.deriveType(scope, cast.operand(0));
      if (SqlTypeUtil.isCharacter(type) || SqlTypeUtil.isDatetime(type)) {
        throw Mistake.at(call, "Percentiles are of numbers, not of " + type.getSqlTypeName());
      }
      return validateOperands(validator, scope, call);
    }
  }

  static SqlNode median(SqlCall call) {
    SqlNode half = SqlLiteral.createApproxNumeric("0.5", call.getParserPosition());
    return percentile(call, call.operand(0), half, false);
  }

  /** Other functions within a group stay as they are. */
  static SqlNode withinGroup(SqlCall within) {
    SqlCall function = within.operand(0);
    SqlNodeList order = within.operand(1);
    boolean isOneOfThem = function.getKind() == SqlKind.PERCENTILE_DISC;
    boolean isPercentile = isOneOfThem || function.getKind() == SqlKind.PERCENTILE_CONT;
    if (!isPercentile || order.size() != 1) {
      return within;
    }
    SqlNode value = order.get(0);
    SqlNode fraction = function.operand(0);
    return value.getKind() == SqlKind.DESCENDING
        ? negative(
            percentile(function, negative(((SqlCall) value).operand(0)), fraction, isOneOfThem))
        : percentile(function, value, fraction, isOneOfThem);
  }

  /** Subtracted from zero, so that zero does not become the negative zero of a DOUBLE. */
  private static SqlNode negative(SqlNode value) {
    var position = value.getParserPosition();
    return SqlStdOperatorTable.MINUS.createCall(
        position, SqlLiteral.createExactNumeric("0", position), value);
  }

  private static SqlNode percentile(
      SqlCall function, SqlNode value, SqlNode fraction, boolean isOneOfThem) {
    var position = function.getParserPosition();
    return PERCENTILE.createCall(
        function.getFunctionQuantifier(),
        position,
        CalendarFunctions.cast(value, SqlTypeName.DOUBLE),
        CalendarFunctions.cast(fraction, SqlTypeName.DOUBLE),
        SqlLiteral.createBoolean(isOneOfThem, position));
  }
}
