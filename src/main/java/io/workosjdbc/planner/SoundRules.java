package io.workosjdbc.planner;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableMergeUnionRule;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.rules.PruneEmptyRules;
import org.apache.calcite.rel.rules.PruneEmptyRules.RemoveEmptySingleRule.RemoveEmptySingleRuleConfig;

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

  private SoundRules() {}

  /** Makes them the only ones of their kind. */
  static void replaceCalcites(RelOptPlanner planner) {
    List.of(
            EnumerableRules.ENUMERABLE_MERGE_UNION_RULE,
            PruneEmptyRules.AGGREGATE_INSTANCE,
            EnumerableRules.ENUMERABLE_AGGREGATE_RULE)
        .forEach(planner::removeRule);
    List.of(MERGE_UNION_ALL, NO_GROUPS_OF_NOTHING, GrandTotal.RULE).forEach(planner::addRule);
  }
}
