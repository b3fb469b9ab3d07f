package io.workosjdbc.planner;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptUtil.Logic;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.SubQueryRemoveRule;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;
import org.apache.calcite.tools.RelBuilder;

/**
 * Makes joins of sub-queries. Calcite's own looks for what it counted by names such as {@code c},
 * and takes another column that is called so where {@code <> SOME} or {@code = ALL} is asked.
 */
final class SubQueries extends SubQueryRemoveRule {

  /** In place of {@code Programs.subQuery}. */
  static final Program AWAY =
      Programs.of(
          program(Config.FILTER, Config.PROJECT, Config.JOIN),
          true,
          DefaultRelMetadataProvider.INSTANCE);

  private SubQueries(Config config) {
    super(config);
  }

  private static HepProgram program(Config... configs) {
    return new HepProgramBuilder()
        .addRuleCollection(Stream.of(configs).<RelOptRule>map(SubQueries::new).toList())
        .addRuleInstance(CoreRules.PROJECT_OVER_SUM_TO_SUM0_RULE)
        .build();
  }

  @Override
  protected RexNode apply(
      RexSubQuery query,
      Set<CorrelationId> variables,
      Logic logic,
      RelBuilder builder,
      int inputCount,
      int offset,
      int index) {
    return query.getOperator() instanceof SqlQuantifyOperator operator
            && query.getKind() == SqlKind.SOME
            && operator.comparisonKind == SqlKind.NOT_EQUALS
            && query.getOperands().size() == 1
        ? differsFromSome(query, variables, builder)
        : super.apply(query, variables, logic, builder, inputCount, offset, index);
  }

  /** It does if it differs from the smallest or the largest. */
  private static RexNode differsFromSome(
      RexSubQuery query, Set<CorrelationId> variables, RelBuilder builder) {
    var value = query.getOperands().get(0);
    var found = builder.push(query.rel).field(0);
    builder.aggregate(
        builder.groupKey(),
        builder.countStar("rows"),
        builder.count(found),
        builder.min(found),
        builder.max(found));
    builder.join(
        variables.isEmpty() ? JoinRelType.INNER : JoinRelType.LEFT,
        builder.literal(true),
        variables);
    int first = builder.fields().size() - 4;
    var rows = builder.field(first);
    var unknown = builder.getRexBuilder().makeNullLiteral(builder.literal(true).getType());
    var differs =
        builder.or(
            builder.notEquals(value, builder.field(first + 2)),
            builder.notEquals(value, builder.field(first + 3)));
    var answer =
        builder.call(
            SqlStdOperatorTable.CASE,
            builder.or(builder.isNull(rows), builder.equals(rows, builder.literal(0))),
            builder.literal(false),
            differs,
            builder.literal(true),
            builder.or(builder.isNull(value), builder.greaterThan(rows, builder.field(first + 1))),
            unknown,
            builder.literal(false));
    return builder.getRexBuilder().ensureType(query.getType(), answer, true);
  }
}
