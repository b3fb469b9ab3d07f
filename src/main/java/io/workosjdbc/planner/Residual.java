package io.workosjdbc.planner;

import io.workosjdbc.request.Condition;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.rel2sql.SqlImplementor;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** The part of a filter over a scan that changes nothing of what is asked for. */
final class Residual {

  /** Texts without the names of character sets, which all are the same. */
  private static final SqlDialect DIALECT =
      new AnsiSqlDialect(AnsiSqlDialect.DEFAULT_CONTEXT) {
        @Override
        public void quoteStringLiteral(StringBuilder sql, @Nullable String charset, String text) {
          sql.append('\'').append(text.replace("'", "''")).append('\'');
        }
      };

  private Residual() {}

  /**
   * The conditions of a node over a scan that only this side can tell, as SQL.
   *
   * @param above a filter, or a calculation with one; anything else has no conditions
   */
  static List<String> of(RelNode above, AbstractResourceScan scan) {
    var all = conditions(above);
    var rest = new ArrayList<String>();
    for (int each = 0; each < all.size(); each++) {
      var others = new ArrayList<>(all);
      var condition = others.remove(each);
      if (!changesRequests(scan, all, others)) {
        rest.add(text(condition, scan));
      }
    }
    return rest;
  }

  private static List<RexNode> conditions(RelNode above) {
    if (above instanceof Filter filter) {
      return conjunctions(filter.getCondition(), above);
    }
    if (above instanceof Calc calc && calc.getProgram().getCondition() != null) {
      return conjunctions(
          calc.getProgram().expandLocalRef(calc.getProgram().getCondition()), above);
    }
    return List.of();
  }

  private static List<RexNode> conjunctions(RexNode condition, RelNode above) {
    var builder = above.getCluster().getRexBuilder();
    return RelOptUtil.conjunctions(RexUtil.expandSearch(builder, null, condition));
  }

  private static boolean changesRequests(
      AbstractResourceScan scan, List<RexNode> all, List<RexNode> others) {
    return !plan(scan, all).equals(plan(scan, others));
  }

  private static Object plan(AbstractResourceScan scan, List<RexNode> conditions) {
    var bare = scan.spec.withCondition(Condition.anything(), List.of(), List.of());
    var builder = scan.getCluster().getRexBuilder();
    var translation = new RexConditions(bare, builder);
    var whole = RexUtil.composeConjunction(builder, conditions);
    var useful = scan.context.requests().useful(bare.resource(), translation.of(whole));
    var spec = bare.withCondition(useful, translation.values(), List.of());
    return Explanation.of(scan, spec).plan();
  }

  private static String text(RexNode condition, AbstractResourceScan scan) {
    var names = scan.getRowType().getFieldNames();
    if (condition instanceof RexCall call
        && call.getOperator().equals(BindOperator.CONTAINS)
        && call.getOperands().get(1) instanceof RexInputRef column) {
      return names.get(column.getIndex()) + " is a key of the join";
    }
    if (RexUtil.containsCorrelation(condition)) {
      return condition.toString();
    }
    var context =
        new SqlImplementor.SimpleContext(
            DIALECT, field -> new SqlIdentifier(names.get(field), SqlParserPos.ZERO));
    return context
        .toSql(null, condition)
        .toSqlString(config -> config.withDialect(DIALECT).withQuoteAllIdentifiers(false))
        .getSql()
        .replaceAll("\\s+", " ");
  }
}
