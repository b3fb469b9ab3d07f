package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's conversions, but for timestamps that become texts, by a CAST or by standing in a
 * concatenation: they keep their milliseconds.
 */
final class Convertlets implements SqlRexConvertletTable {

  private static final SqlUserDefinedFunction TEXT =
      new SqlUserDefinedFunction(
          new SqlIdentifier("TIMESTAMP_TEXT", SqlParserPos.ZERO),
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.VARCHAR_2000_NULLABLE,
          InferTypes.FIRST_KNOWN,
          OperandTypes.operandMetadata(
              List.of(SqlTypeFamily.TIMESTAMP, SqlTypeFamily.INTEGER),
              types -> List.of(),
              position -> "operand" + position,
              position -> false),
          Objects.requireNonNull(ScalarFunctionImpl.create(TimestampText.class, "of")));

  @Override
  public @Nullable SqlRexConvertlet get(SqlCall call) {
    var standard = StandardConvertletTable.INSTANCE.get(call);
    return standard == null || call.getKind() != SqlKind.CAST
        ? standard
        : (context, cast) -> text(standard.convertCall(context, cast), context.getRexBuilder());
  }

  private static RexNode text(RexNode converted, RexBuilder builder) {
    if (!(converted instanceof RexCall cast)
        || cast.getKind() != SqlKind.CAST
        || cast.getOperands().size() != 1
        || !SqlTypeUtil.isCharacter(cast.getType())) {
      return converted;
    }
    var time = cast.getOperands().get(0);
    RelDataType type = time.getType();
    if (type.getSqlTypeName() != SqlTypeName.TIMESTAMP || type.getPrecision() <= 0) {
      return converted;
    }
    var digits = builder.makeExactLiteral(java.math.BigDecimal.valueOf(type.getPrecision()));
    return builder.makeCast(cast.getType(), builder.makeCall(TEXT, time, digits));
  }
}
