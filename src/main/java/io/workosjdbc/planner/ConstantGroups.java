package io.workosjdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptLattice;
import org.apache.calcite.plan.RelOptMaterialization;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Takes the constants out of GROUP BY and DISTINCT of statements with correlated queries. Calcite
 * does so itself when it takes those apart, and then puts several constants in the wrong places,
 * and makes a group of no rows where there is nothing else to group by.
 */
final class ConstantGroups implements Program {

  static final ConstantGroups AWAY = new ConstantGroups();

  private ConstantGroups() {}

  @Override
  public RelNode run(
      RelOptPlanner planner,
      RelNode rel,
      RelTraitSet traits,
      List<RelOptMaterialization> materializations,
      List<RelOptLattice> lattices) {
    return isCorrelated(rel) ? without(rel) : rel;
  }

  private static boolean isCorrelated(RelNode rel) {
    return rel instanceof Correlate
        || rel.getInputs().stream().anyMatch(ConstantGroups::isCorrelated);
  }

  private static RelNode without(RelNode rel) {
    var inputs = rel.getInputs().stream().map(ConstantGroups::without).toList();
    var same = inputs.equals(rel.getInputs()) ? rel : rel.copy(rel.getTraitSet(), inputs);
    return same instanceof LogicalAggregate aggregate
            && aggregate.getGroupType() == Aggregate.Group.SIMPLE
            && aggregate.getInput() instanceof LogicalProject input
        ? without(aggregate, input)
        : same;
  }

  private static RelNode without(LogicalAggregate aggregate, LogicalProject input) {
    var kept = aggregate.getGroupSet().except(ImmutableBitSet.of(constants(aggregate, input)));
    if (kept.equals(aggregate.getGroupSet())) {
      return aggregate;
    }
    var builder = RelFactories.LOGICAL_BUILDER.create(aggregate.getCluster(), null).push(input);
    if (kept.isEmpty() && !RelOptUtil.getVariablesUsed(aggregate).isEmpty()) {
      // Columns of the outer query will be grouped by, so there will be no group of no rows.
      kept = ImmutableBitSet.of(aggregate.getGroupSet().nth(0));
      return kept.equals(aggregate.getGroupSet())
          ? aggregate
          : grouped(builder, aggregate, input, kept);
    }
    return kept.isEmpty()
        ? unlessNone(builder, aggregate, input)
        : grouped(builder, aggregate, input, kept);
  }

  private static List<Integer> constants(LogicalAggregate aggregate, LogicalProject input) {
    return aggregate.getGroupSet().asList().stream()
        .filter(key -> constant(input, key).isPresent())
        .toList();
  }

  /** The constant that a column is, be it through several projections. */
  private static Optional<RexNode> constant(RelNode input, int column) {
    if (!(input instanceof LogicalProject project)) {
      return Optional.empty();
    }
    var expression = project.getProjects().get(column);
    if (expression instanceof RexInputRef below) {
      return constant(project.getInput(), below.getIndex());
    }
    return expression instanceof RexLiteral || RexUtil.isNullLiteral(expression, true)
        ? Optional.of(expression)
        : Optional.empty();
  }

  private static RelNode grouped(
      RelBuilder builder, LogicalAggregate aggregate, LogicalProject input, ImmutableBitSet kept) {
    builder.aggregate(builder.groupKey(kept), aggregate.getAggCallList());
    return restored(builder, aggregate, input, kept);
  }

  /** The group of all rows, if there is one. */
  private static RelNode unlessNone(
      RelBuilder builder, LogicalAggregate aggregate, LogicalProject input) {
    if (aggregate.getAggCallList().isEmpty()) {
      return restored(builder.limit(0, 1), aggregate, input, ImmutableBitSet.of());
    }
    var calls = new ArrayList<AggregateCall>(aggregate.getAggCallList());
    calls.add(countOfRows(builder));
    builder.aggregate(builder.groupKey(), calls);
    builder.filter(builder.greaterThan(builder.field(calls.size() - 1), builder.literal(0)));
    return restored(builder, aggregate, input, ImmutableBitSet.of());
  }

  private static AggregateCall countOfRows(RelBuilder builder) {
    return AggregateCall.create(
        SqlStdOperatorTable.COUNT,
        false,
        false,
        false,
        List.of(),
        List.of(),
        -1,
        null,
        RelCollations.EMPTY,
        builder.getTypeFactory().createSqlType(SqlTypeName.BIGINT),
        "rows");
  }

  /** The columns of the aggregate, of its kept keys and its calls. */
  private static RelNode restored(
      RelBuilder builder, LogicalAggregate aggregate, LogicalProject input, ImmutableBitSet kept) {
    var keys = aggregate.getGroupSet().asList();
    var fields = aggregate.getRowType().getFieldList();
    var columns =
        IntStream.range(0, fields.size())
            .mapToObj(
                at -> {
                  RexNode column;
                  if (at >= keys.size()) {
                    column = builder.field(kept.cardinality() + at - keys.size());
                  } else if (kept.get(keys.get(at))) {
                    column = builder.field(kept.indexOf(keys.get(at)));
                  } else {
                    column = constant(input, keys.get(at)).orElseThrow();
                  }
                  return builder
                      .getRexBuilder()
                      .ensureType(fields.get(at).getType(), column, false);
                })
            .toList();
    return builder.project(columns, aggregate.getRowType().getFieldNames(), true).build();
  }
}
