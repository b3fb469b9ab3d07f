package io.workosjdbc.planner;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexLiteral;

/**
 * The distinct rows of a constant are its first one. EXISTS is planned as such a distinct, and
 * would else read a list to its end.
 */
final class DistinctConstants {
  static final RelOptRule RULE =
      Rule.of(
          "DistinctConstantsToLimit",
          aggregate ->
              aggregate
                  .operand(LogicalAggregate.class)
                  .oneInput(project -> project.operand(LogicalProject.class).anyInputs()),
          DistinctConstants::onMatch);

  private DistinctConstants() {}

  private static void onMatch(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    LogicalProject project = call.rel(1);
    var groups = aggregate.getGroupSet().asList();
    if (aggregate.getGroupType() == Aggregate.Group.SIMPLE
        && aggregate.getAggCallList().isEmpty()
        && !groups.isEmpty()
        && groups.stream().map(project.getProjects()::get).allMatch(RexLiteral.class::isInstance)) {
      var builder = call.builder().push(project);
      call.transformTo(builder.project(builder.fields(groups)).limit(0, 1).build());
    }
  }
}
