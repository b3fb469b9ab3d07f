package io.workosjdbc.planner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;

/**
 * Rules that move what stands above a union into its branches, where a column that is a constant in
 * each of them shows that nothing crosses from one branch to another. They hold for every union;
 * they were made for {@link EnvironmentsTable}.
 */
final class Branches {

  /** A projection of a union is a union of projections. */
  static final RelOptRule PROJECT =
      Rule.of(
          "ProjectIntoBranches",
          project ->
              project
                  .operand(LogicalProject.class)
                  .oneInput(union -> union.operand(LogicalUnion.class).anyInputs()),
          Branches::project);

  /** Unions joined by such a column are a union of joins. */
  static final RelOptRule JOIN =
      Rule.of(
          "JoinWithinBranches",
          join ->
              join.operand(LogicalJoin.class)
                  .inputs(
                      left -> left.operand(LogicalUnion.class).anyInputs(),
                      right -> right.operand(LogicalUnion.class).anyInputs()),
          Branches::join);

  /** A union grouped by such a column is a union of groups. */
  static final RelOptRule AGGREGATE =
      Rule.of(
          "AggregateWithinBranches",
          aggregate ->
              aggregate
                  .operand(LogicalAggregate.class)
                  .oneInput(union -> union.operand(LogicalUnion.class).anyInputs()),
          Branches::aggregate);

  private Branches() {}

  private static void project(RelOptRuleCall call) {
    LogicalProject project = call.rel(0);
    LogicalUnion union = call.rel(1);
    if (!union.all || project.containsOver()) {
      return;
    }
    var builder = call.builder();
    for (var branch : union.getInputs()) {
      var fields = branch.getRowType().getFieldList();
      var typed =
          new RelOptUtil.RexInputConverter(
              builder.getRexBuilder(),
              union.getRowType().getFieldList(),
              fields,
              new int[fields.size()]);
      builder.push(branch).project(typed.visitList(project.getProjects()));
    }
    transform(call, builder.union(true, union.getInputs().size()), project);
  }

  private static void join(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    LogicalUnion left = call.rel(1);
    LogicalUnion right = call.rel(2);
    if (!left.all
        || !right.all
        || join.getJoinType() == JoinRelType.RIGHT
        || join.getJoinType() == JoinRelType.FULL) {
      return;
    }
    var metadata = call.getMetadataQuery();
    for (var pair : join.analyzeCondition().pairs()) {
      var ofLeft = constants(left, pair.source, metadata);
      var ofRight = constants(right, pair.target, metadata);
      if (!ofLeft.isEmpty() && !ofRight.isEmpty()) {
        joinEach(call, ofLeft, ofRight);
        return;
      }
    }
  }

  private static void joinEach(RelOptRuleCall call, List<RexNode> ofLeft, List<RexNode> ofRight) {
    LogicalJoin join = call.rel(0);
    LogicalUnion left = call.rel(1);
    LogicalUnion right = call.rel(2);
    var builder = call.builder();
    int branches = 0;
    for (int branch = 0; branch < ofLeft.size(); branch++) {
      var constant = ofLeft.get(branch);
      var partners =
          IntStream.range(0, ofRight.size())
              .filter(other -> ofRight.get(other).equals(constant))
              .mapToObj(right::getInput)
              .toList();
      boolean dropsUnmatched =
          join.getJoinType() == JoinRelType.INNER || join.getJoinType() == JoinRelType.SEMI;
      if (!partners.isEmpty() || !dropsUnmatched) {
        builder.push(joined(join, left.getInput(branch), union(partners, right, builder)));
        branches++;
      }
    }
    if (branches == 0) {
      transform(call, builder.push(join).empty(), join);
    } else {
      transform(call, builder.union(true, branches), join);
    }
  }

  private static RelNode union(List<RelNode> partners, LogicalUnion right, RelBuilder builder) {
    return partners.isEmpty()
        ? builder.push(right).empty().build()
        : builder.pushAll(partners).union(true, partners.size()).build();
  }

  private static Join joined(LogicalJoin join, RelNode left, RelNode right) {
    return join.copy(
        join.getTraitSet(), join.getCondition(), left, right, join.getJoinType(), false);
  }

  private static void aggregate(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    LogicalUnion union = call.rel(1);
    if (!union.all || aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
      return;
    }
    boolean within =
        aggregate.getGroupSet().asList().stream()
            .map(column -> constants(union, column, call.getMetadataQuery()))
            .anyMatch(found -> !found.isEmpty() && new HashSet<>(found).size() == found.size());
    if (within) {
      var builder = call.builder();
      union
          .getInputs()
          .forEach(
              branch -> builder.push(aggregate.copy(aggregate.getTraitSet(), List.of(branch))));
      transform(call, builder.union(true, union.getInputs().size()), aggregate);
    }
  }

  /** The value that a column has in each branch; empty if it is no constant in one of them. */
  private static List<RexNode> constants(
      LogicalUnion union, int column, RelMetadataQuery metadata) {
    var constants = new ArrayList<RexNode>();
    for (var branch : union.getInputs()) {
      var reference = union.getCluster().getRexBuilder().makeInputRef(branch, column);
      var constant = metadata.getPulledUpPredicates(branch).constantMap.get(reference);
      if (constant == null) {
        return List.of();
      }
      constants.add(constant);
    }
    return constants;
  }

  private static void transform(RelOptRuleCall call, RelBuilder made, RelNode replaced) {
    call.transformTo(made.convert(replaced.getRowType(), false).build());
  }
}
