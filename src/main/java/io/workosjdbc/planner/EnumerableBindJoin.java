package io.workosjdbc.planner;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
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
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;

/**
 * A join that reads its left side in batches and its right side once for each batch, with the
 * batch's keys as a condition. Not one of Calcite's joins: rules that take any join apart would
 * carry the right side, which has a meaning here only, to where nobody gives it keys.
 */
final class EnumerableBindJoin extends BiRel implements EnumerableRel {

  /**
   * Which key of the left side becomes a condition of the right one, and by which variable.
   *
   * @param expectedKeys for how many keys the cost of the right side is reckoned
   */
  record Binding(CorrelationId variable, int leftKey, int rightKey, int expectedKeys) {}

  private static final Method ROWS =
      Types.lookupMethod(BindJoinRun.class, "rows", Enumerable.class, Function1.class);

  private final RexNode condition;
  private final JoinRelType type;
  private final Binding binding;

  EnumerableBindJoin(
      RelNode left, RelNode right, RexNode condition, JoinRelType type, Binding binding) {
    super(
        left.getCluster(),
        left.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
        left,
        right);
    this.condition = condition;
    this.type = type;
    this.binding = binding;
  }

  /** The same as one of Calcite's joins, for what is known of those. */
  Join asJoin() {
    return LogicalJoin.create(left, right, List.of(), condition, Set.of(), type);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new EnumerableBindJoin(inputs.get(0), inputs.get(1), condition, type, binding);
  }

  @Override
  protected RelDataType deriveRowType() {
    return asJoin().getRowType();
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return asJoin().estimateRowCount(metadata);
  }

  @Override
  public Set<CorrelationId> getVariablesSet() {
    return Set.of(binding.variable);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("condition", condition)
        .item("joinType", type.lowerName)
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
    var keys = asJoin().analyzeCondition();
    return new BindJoinRun(
        type,
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
