package io.workosjdbc.planner;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableMergeUnionRule;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.PruneEmptyRules;
import org.apache.calcite.rel.rules.PruneEmptyRules.RemoveEmptySingleRule.RemoveEmptySingleRuleConfig;
import org.apache.calcite.rel.rules.SemiJoinRule.JoinOnUniqueToSemiJoinRule.JoinOnUniqueToSemiJoinRuleConfig;
import org.apache.calcite.rel.rules.SemiJoinRule.JoinToSemiJoinRule.JoinToSemiJoinRuleConfig;
import org.apache.calcite.rel.rules.SemiJoinRule.ProjectToSemiJoinRule.ProjectToSemiJoinRuleConfig;

/** Rules in place of those of Calcite that give wrong answers. */
final class SoundRules {

  /**
   * Calcite's own takes the first rows of each side of a UNION before it drops those that are
   * alike, and has too few in the end.
   */
  private static final RelOptRule MERGE_UNION_ALL =
      EnumerableMergeUnionRule.Config.DEFAULT_CONFIG
          .withOperandSupplier(
              sort ->
                  sort.operand(LogicalSort.class)
                      .oneInput(
                          union ->
                              union
                                  .operand(LogicalUnion.class)
                                  .predicate(each -> each.all)
                                  .anyInputs()))
          .withDescription("MergeUnionAll")
          .toRule();

  /** Calcite's own forgets that a grand total of no rows is a row. */
  private static final RelOptRule NO_GROUPS_OF_NOTHING =
      RemoveEmptySingleRuleConfig.AGGREGATE
          .withOperandFor(Aggregate.class, each -> !GrandTotal.isIn(each))
          .withDescription("PruneEmptyAggregateWithoutTotal")
          .toRule();

  /** Calcite's own takes plans that are ready to be executed for such that are not. */
  private static final RelOptRule SEMI_JOIN_ON_UNIQUE =
      JoinOnUniqueToSemiJoinRuleConfig.DEFAULT
          .withOperandSupplier(
              project ->
                  project
                      .operand(LogicalProject.class)
                      .oneInput(
                          join ->
                              join.operand(LogicalJoin.class)
                                  .predicate(SoundRules::keepsToLeft)
                                  .inputs(SoundRules::logical, SoundRules::logical)))
          .withDescription("SemiJoinOnUnique")
          .toRule();

  /** Calcite's own forgets that a group without keys is a row where there are no rows. */
  private static final RelOptRule PROJECT_TO_SEMI_JOIN =
      ProjectToSemiJoinRuleConfig.DEFAULT
          .withOperandSupplier(
              project -> project.operand(LogicalProject.class).oneInput(SoundRules::joinWithGroups))
          .withDescription("ProjectToSemiJoinWithGroups")
          .toRule();

  /** Likewise. */
  private static final RelOptRule JOIN_TO_SEMI_JOIN =
      JoinToSemiJoinRuleConfig.DEFAULT
          .withOperandSupplier(SoundRules::joinWithGroups)
          .withDescription("JoinToSemiJoinWithGroups")
          .toRule();

  private SoundRules() {}

  private static boolean keepsToLeft(LogicalJoin join) {
    return join.getJoinType() == JoinRelType.INNER || join.getJoinType() == JoinRelType.LEFT;
  }

  private static RelRule.Done joinWithGroups(RelRule.OperandBuilder join) {
    return join.operand(LogicalJoin.class)
        .predicate(SoundRules::keepsToLeft)
        .inputs(
            left -> left.operand(RelNode.class).anyInputs(),
            right ->
                right
                    .operand(Aggregate.class)
                    .predicate(groups -> groups.getGroupCount() > 0)
                    .anyInputs());
  }

  private static RelRule.Done logical(RelRule.OperandBuilder side) {
    return side.operand(RelNode.class).trait(Convention.NONE).anyInputs();
  }

  /**
   * Makes them the only ones of their kind. Merge joins have nothing in their place: they say that
   * their rows come in the order of the right keys too, which is wrong where an outer join found no
   * partner and where equal keys of both sides meet. What a hash join keeps of its rows is less.
   */
  static void replaceCalcites(RelOptPlanner planner) {
    List.of(
            EnumerableRules.ENUMERABLE_MERGE_UNION_RULE,
            PruneEmptyRules.AGGREGATE_INSTANCE,
            EnumerableRules.ENUMERABLE_AGGREGATE_RULE,
            EnumerableRules.ENUMERABLE_MERGE_JOIN_RULE,
            CoreRules.JOIN_ON_UNIQUE_TO_SEMI_JOIN,
            CoreRules.PROJECT_TO_SEMI_JOIN,
            CoreRules.JOIN_TO_SEMI_JOIN)
        .forEach(planner::removeRule);
    List.of(
            MERGE_UNION_ALL,
            NO_GROUPS_OF_NOTHING,
            GrandTotal.RULE,
            SEMI_JOIN_ON_UNIQUE,
            PROJECT_TO_SEMI_JOIN,
            JOIN_TO_SEMI_JOIN)
        .forEach(planner::addRule);
  }
}
