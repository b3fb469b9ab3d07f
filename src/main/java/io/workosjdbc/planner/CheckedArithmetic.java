package io.workosjdbc.planner;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptLattice;
import org.apache.calcite.plan.RelOptMaterialization;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.Program;

/**
 * A whole number that does not fit its type fails the statement, where Calcite's operators would go
 * on with another number. Runs first, so that constants are computed in the same way. Decimals have
 * no bound and need no check.
 */
final class CheckedArithmetic implements Program {
  static final Program INSTANCE = new CheckedArithmetic();

  private CheckedArithmetic() {}

  @Override
  public RelNode run(
      RelOptPlanner planner,
      RelNode rel,
      RelTraitSet traits,
      List<RelOptMaterialization> materializations,
      List<RelOptLattice> lattices) {
    return rel.accept(new Nodes(rel.getCluster().getRexBuilder()));
  }

  private static final class Nodes extends RelHomogeneousShuttle {
    private final RexShuttle expressions;

    Nodes(RexBuilder builder) {
      this.expressions = new Expressions(builder, this);
    }

    @Override
    public RelNode visit(RelNode other) {
      return super.visitChildren(other).accept(expressions);
    }
  }

  private static final class Expressions extends RexShuttle {
    private final RexBuilder builder;
    private final Nodes nodes;

    Expressions(RexBuilder builder, Nodes nodes) {
      this.builder = builder;
      this.nodes = nodes;
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery subQuery) {
      var operands = (RexSubQuery) super.visitSubQuery(subQuery);
      return operands.clone(operands.rel.accept(nodes));
    }

    /** A window's sum is checked from the start: in a finished plan it cannot be changed. */
    @Override
    public RexNode visitOver(RexOver over) {
      var visited = (RexOver) super.visitOver(over);
      return CheckedSum.of(visited.getAggOperator(), visited.getType())
          .map(sum -> with(sum, visited))
          .orElse(visited);
    }

    private RexNode with(SqlAggFunction sum, RexOver over) {
      var window = over.getWindow();
      return builder.makeOver(
          over.getParserPosition(),
          over.getType(),
          sum,
          over.getOperands(),
          window.partitionKeys,
          window.orderKeys,
          window.getLowerBound(),
          window.getUpperBound(),
          window.getExclude(),
          window.isRows(),
          true,
          false,
          over.isDistinct(),
          over.ignoreNulls());
    }

    @Override
    public RexNode visitCall(RexCall call) {
      var visited = (RexCall) super.visitCall(call);
      boolean isWhole =
          isWhole(visited.getType())
              && visited.getOperands().stream().allMatch(each -> isWhole(each.getType()));
      return checked(visited.getKind())
          .filter(operator -> isWhole)
          .map(operator -> builder.makeCall(visited.getType(), operator, visited.getOperands()))
          .orElse(visited);
    }
  }

  static boolean isWhole(RelDataType type) {
    return SqlTypeName.INT_TYPES.contains(type.getSqlTypeName());
  }

  private static Optional<SqlOperator> checked(SqlKind kind) {
    return switch (kind) {
      case PLUS -> Optional.of(SqlStdOperatorTable.CHECKED_PLUS);
      case MINUS -> Optional.of(SqlStdOperatorTable.CHECKED_MINUS);
      case TIMES -> Optional.of(SqlStdOperatorTable.CHECKED_MULTIPLY);
      case DIVIDE -> Optional.of(SqlStdOperatorTable.CHECKED_DIVIDE);
      case MINUS_PREFIX -> Optional.of(SqlStdOperatorTable.CHECKED_UNARY_MINUS);
      default -> Optional.empty();
    };
  }
}
