package io.workosjdbc.planner;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.rules.DateRangeRules;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.Util;

/**
 * Makes ranges of time of conditions on parts of dates, such as {@code EXTRACT(YEAR FROM column) =
 * 2026}, in place of Calcite's rule, which fails at {@code FLOOR(column TO WEEK)}.
 */
final class DateRanges {

  /** The units that Calcite can make a range of. */
  private static final Set<TimeUnitRange> RANGED =
      EnumSet.of(
          TimeUnitRange.YEAR,
          TimeUnitRange.MONTH,
          TimeUnitRange.DAY,
          TimeUnitRange.HOUR,
          TimeUnitRange.MINUTE,
          TimeUnitRange.SECOND,
          TimeUnitRange.MILLISECOND);

  private static final Set<SqlKind> PARTS =
      EnumSet.of(SqlKind.EXTRACT, SqlKind.FLOOR, SqlKind.CEIL);

  static final RelOptRule RULE =
      Rule.of(
          "FilterToDateRanges",
          filter -> filter.operand(LogicalFilter.class).anyInputs(),
          DateRanges::onMatch);

  private DateRanges() {}

  /** Makes {@link #RULE} the only one of its kind. */
  static void replaceCalcites(RelOptPlanner planner) {
    planner.removeRule(DateRangeRules.FILTER_INSTANCE);
    planner.addRule(RULE);
  }

  private static void onMatch(RelOptRuleCall call) {
    LogicalFilter filter = call.rel(0);
    var builder = filter.getCluster().getRexBuilder();
    var ranged =
        RelOptUtil.conjunctions(filter.getCondition()).stream()
            .map(
                each ->
                    isRangeable(each)
                        ? DateRangeRules.replaceTimeUnits(builder, each, "UTC")
                        : each)
            .toList();
    var condition = RexUtil.composeConjunction(builder, ranged);
    if (!condition.equals(filter.getCondition())) {
      call.transformTo(call.builder().push(filter.getInput()).filter(condition).build());
    }
  }

  /**
   * Whether a range may take the place of every part of a date in it: it is false where a time that
   * is NULL makes the condition unknown, which AND and OR take for the same and IS NOT FALSE does
   * not.
   */
  private static boolean isRangeable(RexNode condition) {
    return switch (condition.getKind()) {
      case AND, OR ->
          ((RexCall) condition).getOperands().stream().allMatch(DateRanges::isRangeable);
      case EQUALS,
          NOT_EQUALS,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          SEARCH ->
          !has(condition, DateRanges::isOther);
      default -> !has(condition, call -> PARTS.contains(call.getKind()));
    };
  }

  private static boolean has(RexNode condition, Predicate<RexCall> wanted) {
    try {
      condition.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitCall(RexCall call) {
              if (wanted.test(call)) {
                throw Util.FoundOne.NULL;
              }
              return super.visitCall(call);
            }
          });
      return false;
    } catch (Util.FoundOne found) {
      return true;
    }
  }

  /** A rounding to a unit that Calcite cannot make a range of. */
  private static boolean isOther(RexCall call) {
    return (call.getKind() == SqlKind.FLOOR || call.getKind() == SqlKind.CEIL)
        && call.getOperands().size() == 2
        && call.getOperands().get(1) instanceof RexLiteral unit
        && !(unit.getValue() instanceof TimeUnitRange range && RANGED.contains(range));
  }
}
