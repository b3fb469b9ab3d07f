package io.workosjdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/**
 * Makes {@link ListedRows} of long lists of values. As Calcite has them, one with parameters is a
 * union with a branch for each, which takes minutes to plan when there are a thousand.
 */
final class LongLists extends RelHomogeneousShuttle {
  private final int shortest;

  /**
   * @param shortest how many values make a list a long one
   */
  LongLists(int shortest) {
    this.shortest = shortest;
  }

  @Override
  public RelNode visit(RelNode node) {
    var rows = rows(node).filter(list -> list.size() >= shortest);
    if (rows.isPresent()) {
      return new ListedRows(node.getCluster(), node.getRowType(), rows.get());
    }
    return super.visit(node).accept(new InSubQueries());
  }

  private final class InSubQueries extends RexShuttle {
    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
      var visited = (RexSubQuery) super.visitSubQuery(query);
      return visited.clone(visited.rel.accept(LongLists.this));
    }
  }

  /** The values of a list; empty if it is none. */
  private static Optional<List<List<RexNode>>> rows(RelNode node) {
    if (node instanceof Values values) {
      return Optional.of(rowsOf(values));
    }
    if (node instanceof Union union && union.all) {
      var rows = new ArrayList<List<RexNode>>();
      for (var branch : union.getInputs()) {
        var more = branch instanceof Project project ? single(project) : rows(branch);
        if (more.isEmpty()) {
          return Optional.empty();
        }
        rows.addAll(more.get());
      }
      return Optional.of(rows);
    }
    return Optional.empty();
  }

  private static List<List<RexNode>> rowsOf(Values values) {
    var rows = new ArrayList<List<RexNode>>(values.tuples.size());
    for (List<RexLiteral> tuple : values.tuples) {
      rows.add(List.copyOf(tuple));
    }
    return rows;
  }

  private static Optional<List<List<RexNode>>> single(Project project) {
    boolean isRow = project.getInput() instanceof Values values && values.tuples.size() == 1;
    return isRow && project.getProjects().stream().allMatch(ListedRows::canHold)
        ? Optional.of(List.of(project.getProjects()))
        : Optional.empty();
  }
}
