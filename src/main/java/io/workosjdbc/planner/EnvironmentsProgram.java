package io.workosjdbc.planner;

import java.util.List;
import org.apache.calcite.plan.RelOptLattice;
import org.apache.calcite.plan.RelOptMaterialization;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.PruneEmptyRules;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;

/**
 * How statements are planned. One that reads several environments at once is first taken apart into
 * what happens in each of them: filters and projections move into the branches, branches that a
 * filter on the environment excludes go, and joins and groups within an environment become joins
 * and groups of each. This is always better, so no cost is compared; what is left is planned as
 * every other statement.
 */
final class EnvironmentsProgram implements Program {

  static final Program INSTANCE = new EnvironmentsProgram();

  /** Also the sign that a statement reads several environments. */
  private static final RelOptRule FILTER_INTO_BRANCHES = CoreRules.FILTER_SET_OP_TRANSPOSE;

  private static final HepProgram FILTERS_DOWN =
      collection(
          CoreRules.FILTER_MERGE,
          CoreRules.FILTER_PROJECT_TRANSPOSE,
          CoreRules.FILTER_AGGREGATE_TRANSPOSE,
          CoreRules.FILTER_INTO_JOIN,
          CoreRules.JOIN_CONDITION_PUSH,
          FILTER_INTO_BRANCHES);

  private static final HepProgram FILTERS_ACROSS_JOINS =
      collection(CoreRules.JOIN_PUSH_TRANSITIVE_PREDICATES);

  private static final HepProgram WITHOUT_EMPTY_BRANCHES =
      collection(
          CoreRules.FILTER_REDUCE_EXPRESSIONS,
          PruneEmptyRules.FILTER_INSTANCE,
          PruneEmptyRules.PROJECT_INSTANCE,
          PruneEmptyRules.JOIN_LEFT_INSTANCE,
          PruneEmptyRules.JOIN_RIGHT_INSTANCE,
          PruneEmptyRules.AGGREGATE_INSTANCE,
          PruneEmptyRules.SORT_INSTANCE,
          PruneEmptyRules.UNION_INSTANCE);

  private static final HepProgram WITHIN_BRANCHES =
      collection(Branches.PROJECT, CoreRules.PROJECT_MERGE, Branches.JOIN, Branches.AGGREGATE);

  private static final Program WITHOUT_SUB_QUERIES =
      Programs.sequence(SubQueries.AWAY, ConstantGroups.AWAY, CorrelatedJoins.AWAY);

  private static final Program AS_A_WHOLE =
      Programs.sequence(WITHOUT_SUB_QUERIES, Programs.standard());

  private static final Program APART =
      Programs.sequence(
          WITHOUT_SUB_QUERIES,
          Programs.trim(),
          hep(FILTERS_DOWN),
          hep(FILTERS_ACROSS_JOINS),
          hep(FILTERS_DOWN),
          hep(WITHOUT_EMPTY_BRANCHES),
          hep(WITHIN_BRANCHES),
          hep(WITHOUT_EMPTY_BRANCHES),
          Programs.standard());

  private EnvironmentsProgram() {}

  /** Tells that the statement being planned reads several environments, or several sources. */
  static void isNeededBy(RelOptPlanner planner) {
    planner.addRule(FILTER_INTO_BRANCHES);
  }

  @Override
  public RelNode run(
      RelOptPlanner planner,
      RelNode rel,
      RelTraitSet traits,
      List<RelOptMaterialization> materializations,
      List<RelOptLattice> lattices) {
    var program = planner.getRules().contains(FILTER_INTO_BRANCHES) ? APART : AS_A_WHOLE;
    var list = rel.accept(new LongLists(QueryPreparer.LONG_IN_LIST));
    return program.run(planner, list, traits, materializations, lattices);
  }

  private static HepProgram collection(RelOptRule... rules) {
    return new HepProgramBuilder().addRuleCollection(List.of(rules)).build();
  }

  private static Program hep(HepProgram program) {
    return Programs.of(program, true, DefaultRelMetadataProvider.INSTANCE);
  }
}
