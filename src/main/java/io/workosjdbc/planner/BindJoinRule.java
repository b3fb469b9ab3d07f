package io.workosjdbc.planner;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.rules.FilterProjectTransposeRule;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Makes a join whose left keys become a condition of its right side, where that side leads to a
 * scan which can ask for keys. The cost decides whether it is used.
 */
final class BindJoinRule {

  static final RelOptRule RULE =
      Rule.of(
          "JoinToBindJoin",
          join -> join.operand(LogicalJoin.class).anyInputs(),
          BindJoinRule::onMatch);

  /**
   * Moves the condition on keys below a projection. Calcite's own rule leaves conditions with
   * correlation variables where they are.
   */
  static final RelOptRule KEYS_BELOW_PROJECT =
      FilterProjectTransposeRule.Config.DEFAULT
          .withOperandFor(
              Filter.class,
              filter -> RexUtil.containsCorrelation(filter.getCondition()),
              Project.class,
              project -> !project.containsOver())
          .withDescription("BindKeysBelowProject")
          .toRule();

  private static final Set<JoinRelType> TYPES =
      EnumSet.of(JoinRelType.INNER, JoinRelType.LEFT, JoinRelType.SEMI, JoinRelType.ANTI);

  /**
   * How many rows the left side has is not known yet where the rule matches, so it offers two
   * joins: one whose cost is right for single keys, and one for a whole batch.
   */
  private static final List<Integer> EXPECTED_KEYS = List.of(1, BindBatches.FIRST);

  private BindJoinRule() {}

  private static void onMatch(RelOptRuleCall call) {
    LogicalJoin join = call.rel(0);
    var keys = join.analyzeCondition();
    if (!keys.isEqui() || !TYPES.contains(join.getJoinType())) {
      return;
    }
    for (int pair = 0; pair < keys.leftKeys.size(); pair++) {
      if (BoundColumn.isBindable(join.getRight(), keys.rightKeys.get(pair))
          && isText(join.getLeft(), keys.leftKeys.get(pair))
          && neverMatchesNull(join, keys, pair)) {
        for (int expectedKeys : EXPECTED_KEYS) {
          call.transformTo(
              bind(call, join, keys.leftKeys.get(pair), keys.rightKeys.get(pair), expectedKeys));
        }
        return;
      }
    }
  }

  /** The condition lets no NULL through, so it must not be one that a NULL could match. */
  private static boolean neverMatchesNull(LogicalJoin join, JoinInfo keys, int pair) {
    return keys.nullExclusionFlags.get(pair)
        || !join.getLeft()
            .getRowType()
            .getFieldList()
            .get(keys.leftKeys.get(pair))
            .getType()
            .isNullable();
  }

  private static boolean isText(RelNode rel, int column) {
    return rel.getRowType().getFieldList().get(column).getType().getSqlTypeName()
        == SqlTypeName.VARCHAR;
  }

  private static RelNode bind(
      RelOptRuleCall call, LogicalJoin join, int leftKey, int rightKey, int expectedKeys) {
    var cluster = join.getCluster();
    var rex = cluster.getRexBuilder();
    var variable = cluster.createCorrel();
    var keys = rex.makeFieldAccess(rex.makeCorrel(batchType(join), variable), 0);
    var contains =
        rex.makeCall(
            BindOperator.CONTAINS,
            List.of(
                keys,
                rex.makeInputRef(join.getRight(), rightKey),
                rex.makeExactLiteral(BigDecimal.valueOf(expectedKeys))));
    var right = call.builder().push(join.getRight()).filter(contains).build();
    var enumerable = cluster.traitSetOf(EnumerableConvention.INSTANCE);
    return new EnumerableBindJoin(
        RelOptRule.convert(join.getLeft(), enumerable),
        RelOptRule.convert(right, enumerable),
        join.getCondition(),
        join.getJoinType(),
        new EnumerableBindJoin.Binding(variable, leftKey, rightKey, expectedKeys));
  }

  /** The type of the correlation variable: a row of one column, the list of keys. */
  static RelDataType batchType(RelNode rel) {
    var types = rel.getCluster().getTypeFactory();
    var key = types.createTypeWithNullability(types.createSqlType(SqlTypeName.VARCHAR), true);
    return types.builder().add("keys", types.createArrayType(key, -1)).build();
  }
}
