package io.workosjdbc.planner;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Calcite's types, without three surprises: truncated averages, sums that outgrow their type and
 * blank-padded texts.
 */
public final class TypeSystem extends RelDataTypeSystemImpl {
  @Override
  public RelDataType deriveAvgAggType(RelDataTypeFactory factory, RelDataType argument) {
    return SqlTypeUtil.isExactNumeric(argument)
        ? factory.createTypeWithNullability(
            factory.createSqlType(SqlTypeName.DOUBLE), argument.isNullable())
        : super.deriveAvgAggType(factory, argument);
  }

  /** A sum of any whole numbers is a BIGINT, as in other databases. */
  @Override
  public RelDataType deriveSumType(RelDataTypeFactory factory, RelDataType argument) {
    return SqlTypeName.INT_TYPES.contains(argument.getSqlTypeName())
        ? factory.createTypeWithNullability(
            factory.createSqlType(SqlTypeName.BIGINT), argument.isNullable())
        : super.deriveSumType(factory, argument);
  }

  /** CASE, UNION and VALUES over texts of several lengths give VARCHAR, not the longest CHAR. */
  @Override
  public boolean shouldConvertRaggedUnionTypesToVarying() {
    return true;
  }
}
