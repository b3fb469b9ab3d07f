package io.workosjdbc.planner;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a ROLLUP, CUBE or GROUPING SETS with a grand total, which is a row also where there
 * is nothing to group. Calcite's aggregate gives it then only if there is no other grouping.
 */
final class GrandTotal extends SingleRel implements EnumerableRel {

  private static final Method OR_TOTAL =
      Types.lookupMethod(TotalRow.class, "ifNone", Enumerable.class);

  /** Makes any aggregate executable, in place of Calcite's rule. */
  static final RelOptRule RULE =
      Rule.of(
          "AggregateWithGrandTotal",
          aggregate -> aggregate.operand(LogicalAggregate.class).anyInputs(),
          GrandTotal::onMatch);

  private final @Nullable Object[] ofNothing;

  private GrandTotal(RelTraitSet traits, RelNode groups, @Nullable Object[] ofNothing) {
    super(groups.getCluster(), traits, groups);
    this.ofNothing = ofNothing;
  }

  /** Whether the total of all rows is among the groups. */
  static boolean isIn(Aggregate aggregate) {
    return aggregate.getGroupSets().contains(ImmutableBitSet.of());
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    var groups = ((ConverterRule) EnumerableRules.ENUMERABLE_AGGREGATE_RULE).convert(aggregate);
    if (groups == null) {
      return;
    }
    if (aggregate.getGroupType() == Aggregate.Group.SIMPLE || !isIn(aggregate)) {
      call.transformTo(groups);
      return;
    }
    var traits = aggregate.getCluster().traitSetOf(EnumerableConvention.INSTANCE);
    call.transformTo(new GrandTotal(traits, groups, ofNothing(aggregate)));
  }

  private static @Nullable Object[] ofNothing(Aggregate aggregate) {
    var row = new @Nullable Object[aggregate.getRowType().getFieldCount()];
    int at = aggregate.getGroupCount();
    for (var call : aggregate.getAggCallList()) {
      row[at++] = ofNothing(call);
    }
    return row;
  }

  private static @Nullable Object ofNothing(AggregateCall call) {
    return switch (call.getAggregation().getKind()) {
      case COUNT, SUM0, GROUP_ID -> 0L;
      case GROUPING, GROUPING_ID -> (1L << call.getArgList().size()) - 1;
      default -> null;
    };
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new GrandTotal(traits, inputs.get(0), ofNothing);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    var block = new BlockBuilder();
    var groups = implementor.visitChild(this, 0, (EnumerableRel) getInput(), Prefer.ARRAY);
    var format = RowFormat.valueOf(groups.format.name());
    var total = implementor.stash(new TotalRow(format.of(ofNothing)), TotalRow.class);
    block.add(Expressions.call(total, OR_TOTAL, block.append("groups", groups.block)));
    return implementor.result(groups.physType, block.toBlock());
  }
}
