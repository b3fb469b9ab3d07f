package io.workosjdbc.planner;

import org.apache.calcite.adapter.enumerable.EnumerableAggregateBase;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.tools.Program;

/**
 * Sums of whole numbers in a finished plan become {@link CheckedSum}s. Runs last, because Calcite's
 * rules know what can be done with a SUM.
 */
final class CheckedSums {
  static final Program INSTANCE = FinishedPlan.changing(CheckedSums::checked);

  private CheckedSums() {}

  private static RelNode checked(RelNode node) {
    return node instanceof EnumerableAggregateBase aggregate ? sums(aggregate) : node;
  }

  private static RelNode sums(Aggregate aggregate) {
    var calls = aggregate.getAggCallList().stream().map(CheckedSums::checked).toList();
    return calls.equals(aggregate.getAggCallList())
        ? aggregate
        : aggregate.copy(
            aggregate.getTraitSet(),
            aggregate.getInput(),
            aggregate.getGroupSet(),
            aggregate.getGroupSets(),
            calls);
  }

  private static AggregateCall checked(AggregateCall call) {
    return CheckedSum.of(call.getAggregation(), call.getType())
        .map(sum -> with(sum, call))
        .orElse(call);
  }

  private static AggregateCall with(SqlAggFunction sum, AggregateCall call) {
    return AggregateCall.create(
        call.getParserPosition(),
        sum,
        call.isDistinct(),
        call.isApproximate(),
        call.ignoreNulls(),
        call.rexList,
        call.getArgList(),
        call.filterArg,
        call.distinctKeys,
        call.collation,
        call.getType(),
        call.getName());
  }
}
