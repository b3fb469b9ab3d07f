package io.workosjdbc.planner;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.tools.Program;

/**
 * Gives the right rows of a RIGHT or FULL JOIN without keys a column more while they are joined.
 * Calcite's nested loop collects those without a partner by their identity, and rows of one column
 * are its value, which several rows share.
 */
final class UnmatchedRows {
  static final Program INSTANCE = FinishedPlan.changing(UnmatchedRows::kept);

  private UnmatchedRows() {}

  private static RelNode kept(RelNode node) {
    return node instanceof EnumerableNestedLoopJoin join
            && join.getJoinType().generatesNullsOnLeft()
        ? apart(join)
        : node;
  }

  private static RelNode apart(Join join) {
    var builder = join.getCluster().getRexBuilder();
    var right = join.getRight();
    var columns = new ArrayList<RexNode>(builder.identityProjects(right.getRowType()));
    columns.add(builder.makeLiteral(true));
    var widened =
        join.copy(
            join.getTraitSet(),
            join.getCondition(),
            join.getLeft(),
            calc(right, columns),
            join.getJoinType(),
            join.isSemiJoinDone());
    var wide = builder.identityProjects(widened.getRowType());
    return calc(widened, wide.subList(0, wide.size() - 1));
  }

  private static RelNode calc(RelNode input, List<? extends RexNode> columns) {
    var program = new RexProgramBuilder(input.getRowType(), input.getCluster().getRexBuilder());
    columns.forEach(column -> program.addProject(column, null));
    return EnumerableCalc.create(input, program.getProgram());
  }
}
