package io.workosjdbc.planner;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Operator;
import io.workosjdbc.request.Operand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelOptUtil.InputFinder;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Translates a filter over a scan into a condition, following what it understands and leaving the
 * rest open. Expressions that depend on no row become slots; one that the scan has already keeps
 * its slot, so that translating a filter twice gives the same condition.
 */
final class RexConditions {

  private final ScanSpec spec;
  private final RexBuilder builder;
  private final List<RexNode> values;

  RexConditions(ScanSpec spec, RexBuilder builder) {
    this.spec = spec;
    this.builder = builder;
    this.values = new ArrayList<>(spec.values());
  }

  /** The slots' expressions, those of the scan first. */
  List<RexNode> values() {
    return List.copyOf(values);
  }

  Condition of(RexNode node) {
    return switch (node.getKind()) {
      case AND -> new Condition.All(operands(node)).and(calendar(((RexCall) node).getOperands()));
      case OR -> new Condition.Any(operands(node));
      case SEARCH -> of(RexUtil.expandSearch(builder, null, node));
      case EQUALS -> compare(node, Operator.EQUAL);
      case NOT_EQUALS -> compare(node, Operator.NOT_EQUAL);
      case LESS_THAN -> compare(node, Operator.LESS);
      case LESS_THAN_OR_EQUAL -> compare(node, Operator.LESS_OR_EQUAL);
      case GREATER_THAN -> compare(node, Operator.GREATER);
      case GREATER_THAN_OR_EQUAL -> compare(node, Operator.GREATER_OR_EQUAL);
      case LIKE -> like((RexCall) node);
      case IS_NULL -> ofColumn(node, Condition.IsNull::new);
      case IS_NOT_NULL -> ofColumn(node, Condition.IsNotNull::new);
      case OTHER_FUNCTION -> bound((RexCall) node);
      default -> node.isAlwaysFalse() ? new Condition.Any(List.of()) : Condition.anything();
    };
  }

  /** The slots of the scan's guards and of the parts of a filter that depend on no row. */
  List<Integer> guards(RexNode filter) {
    var guards = new LinkedHashSet<>(spec.guards());
    for (var part : RelOptUtil.conjunctions(filter)) {
      if (!(part instanceof RexLiteral) && value(part).orElse(null) instanceof Operand.Slot slot) {
        guards.add(slot.index());
      }
    }
    return List.copyOf(guards);
  }

  private List<Condition> operands(RexNode node) {
    return ((RexCall) node).getOperands().stream().map(this::of).toList();
  }

  private static RexNode operand(RexNode node, int index) {
    return ((RexCall) node).getOperands().get(index);
  }

  private Condition compare(RexNode node, Operator operator) {
    var left = operand(node, 0);
    var right = operand(node, 1);
    return compare(left, operator, right)
        .or(() -> compare(right, reversed(operator), left))
        .orElseGet(() -> calendar(List.of(node)));
  }

  private Condition calendar(List<RexNode> conjuncts) {
    return CalendarParts.of(spec, conjuncts);
  }

  private Optional<Condition> compare(RexNode left, Operator operator, RexNode right) {
    return ComparedColumn.of(spec, left)
        .flatMap(
            column ->
                value(column.asTimestamp(right, builder))
                    .map(
                        operand ->
                            new Compare(
                                column.column().name(), operator, operand, column.rounding())));
  }

  private static Operator reversed(Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> operator;
      case LESS -> Operator.GREATER;
      case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case GREATER -> Operator.LESS;
      case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
    };
  }

  /** ILIKE is of the same kind as LIKE; other operators of that kind are left open. */
  private Condition like(RexCall call) {
    boolean caseSensitive = call.getOperator().equals(SqlStdOperatorTable.LIKE);
    if (!caseSensitive && !call.getOperator().equals(SqlLibraryOperators.ILIKE)) {
      return Condition.anything();
    }
    var escape =
        call.getOperands().size() == 2
            ? Optional.of("")
            : Optional.of(call.getOperands().get(2))
                .filter(RexLiteral.class::isInstance)
                .map(literal -> RexLiteral.stringValue(literal));
    var column = column(operand(call, 0));
    var pattern = value(operand(call, 1));
    return column.isEmpty() || pattern.isEmpty() || escape.isEmpty()
        ? Condition.anything()
        : new Condition.Like(column.get(), pattern.get(), escape.get(), caseSensitive);
  }

  /** The keys of a bind join's batch. */
  private Condition bound(RexCall call) {
    if (!call.getOperator().equals(BindOperator.CONTAINS)) {
      return Condition.anything();
    }
    int expected = RexLiteral.intValue(call.getOperands().get(2));
    return value(operand(call, 0))
        .flatMap(
            keys ->
                column(operand(call, 1))
                    .<Condition>map(column -> new Condition.OneOf(column, keys, expected)))
        .orElseGet(Condition::anything);
  }

  private Condition ofColumn(RexNode node, Function<String, Condition> condition) {
    return column(operand(node, 0)).map(condition).orElseGet(Condition::anything);
  }

  private Optional<String> column(RexNode node) {
    return node instanceof RexInputRef reference
        ? Optional.of(spec.column(reference.getIndex()).name())
        : Optional.empty();
  }

  /** A literal's value, a slot for another expression that depends on no row. */
  private Optional<Operand> value(RexNode node) {
    if (node instanceof RexLiteral literal) {
      return Optional.of(Binding.operand(Literals.value(literal), literal));
    }
    if (!RexUtil.isDeterministic(node) || !InputFinder.bits(node).isEmpty()) {
      return Optional.empty();
    }
    int known = values.indexOf(node);
    if (known >= 0) {
      return Optional.of(new Operand.Slot(known));
    }
    values.add(node);
    return Optional.of(new Operand.Slot(values.size() - 1));
  }
}
