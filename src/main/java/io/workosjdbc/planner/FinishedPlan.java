package io.workosjdbc.planner;

import java.util.function.UnaryOperator;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.tools.Program;

/**
 * Changes a plan that no rule sees any more, from its inputs up. A shuttle remembers where it is,
 * so each plan has its own.
 */
final class FinishedPlan extends RelHomogeneousShuttle {

  private final UnaryOperator<RelNode> change;

  private FinishedPlan(UnaryOperator<RelNode> change) {
    this.change = change;
  }

  /**
   * A program that does so.
   *
   * @param change gives what stands for a node whose inputs are changed already, or the node
   */
  static Program changing(UnaryOperator<RelNode> change) {
    return (planner, rel, traits, materializations, lattices) ->
        rel.accept(new FinishedPlan(change));
  }

  @Override
  public RelNode visit(RelNode other) {
    return change.apply(visitChildren(other));
  }
}
