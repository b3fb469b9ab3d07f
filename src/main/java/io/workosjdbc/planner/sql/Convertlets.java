package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's conversions, but for timestamps that become texts, by a CAST or by standing in a
 * concatenation: they keep their milliseconds; and for texts that become truth values: more than
 * two of them can.
 */
final class Convertlets implements SqlRexConvertletTable {

  private static final OwnFunction TEXT =
      new OwnFunction(
          "TIMESTAMP_TEXT",
          ReturnTypes.VARCHAR_2000_NULLABLE,
          List.of(SqlTypeFamily.TIMESTAMP, SqlTypeFamily.INTEGER),
          TimestampText.class,
          "of");

  private static final OwnFunction TRUTH =
      new OwnFunction(
          "TRUTH",
          ReturnTypes.BOOLEAN_NULLABLE,
          List.of(SqlTypeFamily.CHARACTER),
          TruthText.class,
          "of");

  @Override
  public @Nullable SqlRexConvertlet get(SqlCall call) {
    var standard = StandardConvertletTable.INSTANCE.get(call);
    if (standard == null) {
      return null;
    }
    return call.getKind() == SqlKind.CAST
        ? (context, cast) ->
            truth(context, cast)
                .orElseGet(() -> text(standard.convertCall(context, cast), context.getRexBuilder()))
        : (context, other) ->
            branches(standard.convertCall(context, other), context.getRexBuilder());
  }

  /**
   * With branches that may be NULL where they can be. That {@code CASE WHEN x IS NOT NULL THEN x}
   * has no NULL is true of the whole: Calcite takes conditions apart, and would ask of an x that is
   * NULL and called NOT NULL whether it is not LIKE something.
   */
  private static RexNode branches(RexNode converted, RexBuilder builder) {
    if (!(converted instanceof RexCall whole) || whole.getKind() != SqlKind.CASE) {
      return converted;
    }
    var operands = whole.getOperands().stream().map(each -> nullable(each, builder)).toList();
    return builder.makeCall(whole.getType(), whole.getOperator(), operands);
  }

  private static RexNode nullable(RexNode branch, RexBuilder builder) {
    return branch instanceof RexCall cast
            && cast.getKind() == SqlKind.CAST
            && cast.getOperands().size() == 1
            && cast.getOperands().get(0).getType().isNullable()
        ? builder.ensureType(cast.getType(), cast.getOperands().get(0), true)
        : branch;
  }

  private static Optional<RexNode> truth(SqlRexContext context, SqlCall cast) {
    // A cast of Calcite's own making, such as in an average over a window, was not validated.
    var type = context.getValidator().getValidatedNodeTypeIfKnown(cast);
    if (type == null || type.getSqlTypeName() != SqlTypeName.BOOLEAN) {
      return Optional.empty();
    }
    return Optional.of(context.convertExpression(cast.operand(0)))
        .filter(operand -> SqlTypeUtil.isCharacter(operand.getType()))
        .map(text -> context.getRexBuilder().makeCall(TRUTH, text));
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
