package io.workosjdbc.planner;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.hint.RelHint;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexNode;

/**
 * A join that reads its left side in batches and its right side once for each batch, with the
 * batch's keys as a condition.
 */
final class EnumerableBindJoin extends Join implements EnumerableRel {

  /**
   * Which key of the left side becomes a condition of the right one, and by which variable.
   *
   * @param expectedKeys for how many keys the cost of the right side is reckoned
   */
  record Binding(CorrelationId variable, int leftKey, int rightKey, int expectedKeys) {}

  private static final Method ROWS =
      Types.lookupMethod(BindJoinRun.class, "rows", Enumerable.class, Function1.class);

  private final Binding binding;

  EnumerableBindJoin(
      RelOptCluster cluster,
      RelTraitSet traits,
      ImmutableList<RelHint> hints,
      RelNode left,
      RelNode right,
      RexNode condition,
      JoinRelType type,
      Binding binding) {
    super(cluster, traits, hints, left, right, condition, Set.of(binding.variable), type);
    this.binding = binding;
  }

  @Override
  public Join copy(
      RelTraitSet traits,
      RexNode condition,
      RelNode left,
      RelNode right,
      JoinRelType type,
      boolean semiJoinDone) {
    return new EnumerableBindJoin(
        getCluster(), traits, getHints(), left, right, condition, type, binding);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item(
            "bind",
            binding.variable + ": left " + binding.leftKey + " = right " + binding.rightKey);
  }

  /**
   * The right side costs as much again for every further {@code expectedKeys} of the left one; the
   * first time is among the costs of the inputs.
   */
  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    Double leftRows = RowBound.of(left, metadata);
    Double rows = metadata.getRowCount(this);
    var rightCost = planner.getCost(right, metadata);
    if (leftRows == null || rows == null || rightCost == null || leftRows.isInfinite()) {
      return planner.getCostFactory().makeInfiniteCost();
    }
    double more = Math.max(0, Math.ceil(leftRows / binding.expectedKeys) - 1);
    return planner
        .getCostFactory()
        .makeCost(rows + leftRows, 0, 0)
        .plus(rightCost.multiplyBy(more));
  }

  /** For how many batches of keys the right side is thought to be read. */
  double batches() {
    return Math.ceil(leftRows() / binding.expectedKeys);
  }

  /** How many keys a batch is thought to have. */
  int keys() {
    return (int) Math.ceil(Math.min(leftRows(), binding.expectedKeys));
  }

  private double leftRows() {
    Double rows = RowBound.of(left, getCluster().getMetadataQuery());
    return rows == null ? 1 : Math.max(1, rows);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    var block = new BlockBuilder();
    var leftResult = implementor.visitChild(this, 0, (EnumerableRel) left, Prefer.ARRAY);
    var leftRows = arrays(leftResult, block.append("left", leftResult.block));

    var batch =
        Expressions.parameter(
            Modifier.FINAL, Object[].class, "batch" + Integer.toUnsignedString(getId()));
    var rightBlock = new BlockBuilder();
    implementor.registerCorrelVariable(
        binding.variable.getName(),
        batch,
        rightBlock,
        PhysTypeImpl.of(
            implementor.getTypeFactory(),
            BindJoinRule.batchType(this),
            JavaRowFormat.ARRAY,
            false));
    var rightResult = implementor.visitChild(this, 1, (EnumerableRel) right, Prefer.ARRAY);
    implementor.clearCorrelVariable(binding.variable.getName());
    rightBlock.add(arrays(rightResult, rightBlock.append("right", rightResult.block)));

    var result = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    var join = implementor.stash(run(result.getFormat()), BindJoinRun.class);
    block.add(
        Expressions.call(
            join, ROWS, leftRows, Expressions.lambda(rightBlock.toBlock(), List.of(batch))));
    return implementor.result(result, block.toBlock());
  }

  private BindJoinRun run(JavaRowFormat format) {
    var keys = analyzeCondition();
    return new BindJoinRun(
        joinType,
        keys.leftKeys,
        keys.rightKeys,
        nullSafe(keys),
        binding.leftKey,
        right.getRowType().getFieldCount(),
        RowFormat.valueOf(format.name()));
  }

  /** Which of the join's keys are compared by IS NOT DISTINCT FROM. */
  private static List<Boolean> nullSafe(JoinInfo keys) {
    return keys.nullExclusionFlags.stream().map(excluded -> !excluded).toList();
  }

  private static Expression arrays(Result side, Expression rows) {
    return side.physType.getFormat() == JavaRowFormat.ARRAY
        ? rows
        : side.physType.convertTo(rows, JavaRowFormat.ARRAY);
  }
}
