package io.workosjdbc.planner;

import java.util.HashSet;
import java.util.Set;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.Strong;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Makes joins of correlated queries, where an outer value that is NULL has its rows too. Calcite
 * compares by {@code =} what it thinks is never NULL, and thinks so of the left columns in the
 * condition of a LEFT JOIN.
 */
final class CorrelatedJoins extends RelBuilder {

  /** Does so; a statement without correlated queries stays as it is. */
  static final Program AWAY =
      (planner, rel, traits, materializations, lattices) ->
          RelDecorrelator.decorrelateQuery(rel, new CorrelatedJoins(rel.getCluster()));

  /** The comparisons of outer values, which are all that Calcite makes by {@link #equals}. */
  private final Set<RexNode> comparisons = new HashSet<>();

  private CorrelatedJoins(RelOptCluster cluster) {
    super(Contexts.empty(), cluster, null);
  }

  @Override
  public RexNode equals(RexNode outer, RexNode found) {
    var comparison = super.equals(outer, found);
    comparisons.add(comparison);
    return comparison;
  }

  @Override
  public RelBuilder join(JoinRelType type, RexNode condition, Set<CorrelationId> variables) {
    int width = peek(1).getRowType().getFieldCount();
    var found = peek();
    var conditions =
        RelOptUtil.conjunctions(condition).stream()
            .map(each -> comparisons.contains(each) ? sound((RexCall) each, found, width) : each)
            .toList();
    comparisons.clear();
    return super.join(type, RexUtil.composeConjunction(getRexBuilder(), conditions), variables);
  }

  private RexNode sound(RexCall comparison, RelNode found, int width) {
    var column = (RexInputRef) comparison.getOperands().get(1);
    return mayBeNull(found, column.getIndex() - width)
        ? isNotDistinctFrom(comparison.getOperands().get(0), column)
        : comparison;
  }

  private static boolean mayBeNull(RelNode rel, int column) {
    var known = rel.getCluster().getMetadataQuery().getPulledUpPredicates(rel);
    return rel.getRowType().getFieldList().get(column).getType().isNullable()
        && known.pulledUpPredicates.stream()
            .noneMatch(each -> Strong.isNotTrue(each, ImmutableBitSet.of(column)));
  }
}
