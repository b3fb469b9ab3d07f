package io.workosjdbc.planner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Aggregate functions over rows that come with their number. What counts or adds up gets a column
 * of its own.
 */
final class CountedCalls {

  private final RexBuilder builder;
  private final RelDataType whole;
  private final RexInputRef count;
  private final List<RexNode> outputs;

  /**
   * @param outputs the columns that the functions are over
   * @param count the number of rows that a row stands for
   */
  CountedCalls(RexBuilder builder, List<RexNode> outputs, RexInputRef count) {
    this.builder = builder;
    this.whole = count.getType();
    this.outputs = new ArrayList<>(outputs);
    this.count = count;
  }

  /** Whether a function gives the same where rows come once, be it written in another way. */
  static boolean isCountable(AggregateCall call, List<RexNode> outputs) {
    if (!call.collation.getFieldCollations().isEmpty()
        || call.distinctKeys != null
        || !call.rexList.isEmpty()) {
      return false;
    }
    return call.isDistinct()
        || switch (call.getAggregation().getKind()) {
          case COUNT, MIN, MAX, GROUPING, GROUPING_ID, GROUP_ID -> true;
          case SUM, SUM0 ->
              call.getType().getSqlTypeName() == SqlTypeName.BIGINT
                  && CheckedArithmetic.isWhole(outputs.get(call.getArgList().get(0)).getType());
          default -> false;
        };
  }

  /** The columns, those of the functions so far among them. */
  List<RexNode> outputs() {
    return List.copyOf(outputs);
  }

  /** The function over these columns. */
  AggregateCall of(AggregateCall call) {
    if (call.isDistinct()) {
      return call;
    }
    return switch (call.getAggregation().getKind()) {
      case COUNT -> sum(call, SqlStdOperatorTable.SUM0, counted(call.getArgList()));
      case SUM, SUM0 -> sum(call, call.getAggregation(), times(call.getArgList().get(0)));
      default -> call;
    };
  }

  /** The number of rows, if none of the columns is NULL. */
  private RexNode counted(List<Integer> arguments) {
    return arguments.stream()
        .map(outputs::get)
        .filter(argument -> argument.getType().isNullable())
        .map(argument -> builder.makeCall(SqlStdOperatorTable.IS_NOT_NULL, argument))
        .reduce((one, other) -> builder.makeCall(SqlStdOperatorTable.AND, one, other))
        .map(all -> builder.makeCall(SqlStdOperatorTable.CASE, all, count, zero()))
        .orElse(count);
  }

  private RexNode zero() {
    return builder.makeExactLiteral(BigDecimal.ZERO, whole);
  }

  private RexNode times(int argument) {
    var each = outputs.get(argument);
    var type =
        builder.getTypeFactory().createTypeWithNullability(whole, each.getType().isNullable());
    return builder.makeCall(
        type,
        SqlStdOperatorTable.CHECKED_MULTIPLY,
        List.of(builder.ensureType(type, each, true), count));
  }

  private AggregateCall sum(AggregateCall call, SqlAggFunction sum, RexNode output) {
    int known = outputs.indexOf(output);
    int at = known < 0 ? outputs.size() : known;
    if (known < 0) {
      outputs.add(output);
    }
    return AggregateCall.create(
        call.getParserPosition(),
        sum,
        false,
        call.isApproximate(),
        call.ignoreNulls(),
        List.of(),
        List.of(at),
        call.filterArg,
        null,
        call.collation,
        call.getType(),
        call.getName());
  }
}
