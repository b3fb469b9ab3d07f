package io.workosjdbc.planner;

import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexInputRef;

/**
 * Finds out whether a condition on a column of a plan can sink to a scan that asks for its values.
 */
final class BoundColumn {

  private static final int DEEPEST = 20;

  private BoundColumn() {}

  static boolean isBindable(RelNode rel, int column) {
    return isBindable(rel, column, 0);
  }

  /** Calcite's own column origins stop at a {@link RelSubset}, so the way down is walked here. */
  private static boolean isBindable(RelNode rel, int column, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    if (rel instanceof RelSubset subset) {
      var original = subset.getOriginal();
      return original != null && isBindable(original, column, depth + 1);
    }
    if (rel instanceof ResourceScan scan) {
      return scan.context
          .requests()
          .bindable(scan.spec.resource())
          .contains(scan.spec.column(column).name());
    }
    if (rel instanceof Filter filter) {
      return isBindable(filter.getInput(), column, depth + 1);
    }
    if (rel instanceof Project project) {
      return project.getProjects().get(column) instanceof RexInputRef reference
          && isBindable(project.getInput(), reference.getIndex(), depth + 1);
    }
    if (rel instanceof Aggregate aggregate) {
      return column < aggregate.getGroupCount()
          && aggregate.getGroupType() == Aggregate.Group.SIMPLE
          && isBindable(aggregate.getInput(), aggregate.getGroupSet().nth(column), depth + 1);
    }
    if (rel instanceof Union union) {
      return union.getInputs().stream().allMatch(each -> isBindable(each, column, depth + 1));
    }
    return rel instanceof Join join && isBindable(join, column, depth);
  }

  /** A filter moves into the side of a join that cannot be filled up with NULLs. */
  private static boolean isBindable(Join join, int column, int depth) {
    int leftColumns = join.getLeft().getRowType().getFieldCount();
    return column < leftColumns
        ? !join.getJoinType().generatesNullsOnLeft()
            && isBindable(join.getLeft(), column, depth + 1)
        : !join.getJoinType().generatesNullsOnRight()
            && isBindable(join.getRight(), column - leftColumns, depth + 1);
  }
}
