package io.workosjdbc.planner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.adapter.enumerable.AggAddContext;
import org.apache.calcite.adapter.enumerable.AggContext;
import org.apache.calcite.adapter.enumerable.AggImplementor;
import org.apache.calcite.adapter.enumerable.EnumUtils;
import org.apache.calcite.adapter.enumerable.StrictAggImplementor;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableAggFunction;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlUserDefinedAggFunction;
import org.apache.calcite.util.Optionality;

/** A sum of whole numbers that fails when it does not fit a BIGINT. */
final class CheckedSum implements ImplementableAggFunction {
  private static final Map<SqlAggFunction, SqlAggFunction> SUMS =
      Map.of(
          SqlStdOperatorTable.SUM, like(SqlStdOperatorTable.SUM),
          SqlStdOperatorTable.SUM0, like(SqlStdOperatorTable.SUM0));

  private CheckedSum() {}

  /** What sums to a type in place of a function of Calcite's; empty if that needs no check. */
  static Optional<SqlAggFunction> of(SqlAggFunction function, RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.BIGINT
        ? Optional.ofNullable(SUMS.get(function))
        : Optional.empty();
  }

  private static SqlAggFunction like(SqlAggFunction sum) {
    return new SqlUserDefinedAggFunction(
        new SqlIdentifier(sum.getName(), SqlParserPos.ZERO),
        sum.getKind(),
        sum.getReturnTypeInference(),
        sum.getOperandTypeInference(),
        null,
        new CheckedSum(),
        false,
        false,
        Optionality.FORBIDDEN);
  }

  @Override
  public RelDataType getReturnType(RelDataTypeFactory types) {
    return types.createSqlType(SqlTypeName.BIGINT);
  }

  @Override
  public List<FunctionParameter> getParameters() {
    return List.of();
  }

  @Override
  public AggImplementor getImplementor(boolean isWindow) {
    return new StrictAggImplementor() {
      @Override
      protected void implementNotNullAdd(AggContext sum, AggAddContext add) {
        var soFar = add.accumulator().get(0);
        var value = EnumUtils.convert(add.arguments().get(0), soFar.type);
        accAdvance(add, soFar, Expressions.call(Math.class, "addExact", soFar, value));
      }
    };
  }
}
