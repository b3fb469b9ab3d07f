package io.workosjdbc.planner;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.BuiltInMethod;
import org.jspecify.annotations.Nullable;

/** A LIMIT by {@link FirstRows}, in place of Calcite's, which reads a row too many. */
final class ExactLimit extends EnumerableLimit {
  private static final Method FIRST_ROWS =
      Types.lookupMethod(FirstRows.class, "of", Enumerable.class, Object.class);

  private static final Method ROWS_AFTER =
      Types.lookupMethod(FirstRows.class, "after", Enumerable.class, Object.class);

  private static final RelOptRule RULE =
      Rule.of(
          "SortToExactLimit",
          sort -> sort.operand(LogicalSort.class).anyInputs(),
          ExactLimit::onMatch);

  private ExactLimit(EnumerableLimit limit, RelTraitSet traits, RelNode input) {
    super(limit.getCluster(), traits, input, limit.offset, limit.fetch);
  }

  /** Makes this the only limit. */
  static void replaceCalcites(RelOptPlanner planner) {
    planner.removeRule(EnumerableRules.ENUMERABLE_LIMIT_RULE);
    planner.addRule(RULE);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    if (sort.offset == null && sort.fetch == null) {
      return;
    }
    RelNode input = sort.getInput();
    if (!sort.getCollation().getFieldCollations().isEmpty()) {
      input = sort.copy(sort.getTraitSet(), input, sort.getCollation(), null, null);
    }
    var rows =
        RelOptRule.convert(input, input.getTraitSet().replace(EnumerableConvention.INSTANCE));
    var limit = EnumerableLimit.create(rows, sort.offset, sort.fetch);
    call.transformTo(new ExactLimit(limit, limit.getTraitSet(), rows));
  }

  @Override
  public EnumerableLimit copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ExactLimit(this, traits, inputs.get(0));
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    var block = new BlockBuilder();
    var child = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    var rows = block.append("child", child.block);
    if (offset != null) {
      rows = block.append("offset", Expressions.call(ROWS_AFTER, rows, number(offset)));
    }
    if (fetch != null) {
      rows = block.append("fetch", Expressions.call(FIRST_ROWS, rows, number(fetch)));
    }
    block.add(Expressions.return_(null, rows));
    return implementor.result(
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), child.format), block.toBlock());
  }

  /** The boxed value of a literal or parameter. */
  private static Expression number(@Nullable RexNode number) {
    return number instanceof RexDynamicParam parameter
        ? Expressions.call(
            DataContext.ROOT,
            BuiltInMethod.DATA_CONTEXT_GET.method,
            Expressions.constant(parameter.getName()))
        : Expressions.constant(RexLiteral.intValue(number), Integer.class);
  }
}
