package io.workosjdbc.planner;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.plan.RelOptUtil.InputFinder;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * What expressions over rows do with one TIMESTAMP column: which timestamps they compare it with,
 * and to which units they round it. Anything else needs the time itself.
 */
final class TimeUses extends RexVisitorImpl<Void> {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static final int MILLIS = 3;

  private final int column;
  private final RexBuilder builder;
  private final Set<RexNode> instants = new LinkedHashSet<>();
  private Duration step = Duration.ZERO;
  private boolean isNeeded;

  /**
   * @param column the position of the column; negative if rows do not have it
   */
  TimeUses(int column, RexBuilder builder) {
    super(true);
    this.column = column;
    this.builder = builder;
  }

  void add(RexNode expression) {
    RexUtil.expandSearch(builder, null, expression).accept(this);
  }

  /** Whether the time itself is needed. */
  boolean isNeeded() {
    return isNeeded;
  }

  /** What the column is compared with: timestamps that depend on no row. */
  List<RexNode> instants() {
    return List.copyOf(instants);
  }

  /** The unit that divides all those that it is rounded to; zero if it is not. */
  Duration step() {
    return step;
  }

  @Override
  public Void visitInputRef(RexInputRef reference) {
    isNeeded |= reference.getIndex() == column;
    return super.visitInputRef(reference);
  }

  @Override
  public Void visitCall(RexCall call) {
    if (isComparison(call)) {
      return visitComparison(call.getOperands().get(0), call.getOperands().get(1));
    }
    var unit = unit(call);
    if (unit.isEmpty()) {
      return super.visitCall(call);
    }
    step = step.isZero() || step.compareTo(unit.get()) > 0 ? unit.get() : step;
    return null;
  }

  private static boolean isComparison(RexCall call) {
    return switch (call.getKind()) {
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          true;
      default -> false;
    };
  }

  private Void visitComparison(RexNode left, RexNode right) {
    if (isTime(left) && isInstant(right)) {
      instants.add(right);
    } else if (isTime(right) && isInstant(left)) {
      instants.add(left);
    } else {
      left.accept(this);
      right.accept(this);
    }
    return null;
  }

  private boolean isTime(RexNode node) {
    if (node.isA(SqlKind.CAST)
        && isTimestamp(node.getType())
        && node.getType().getPrecision() >= MILLIS) {
      return isTime(((RexCall) node).getOperands().get(0));
    }
    return node instanceof RexInputRef reference && reference.getIndex() == column;
  }

  private static boolean isInstant(RexNode node) {
    return isTimestamp(node.getType()) && InputFinder.bits(node).isEmpty();
  }

  private static boolean isTimestamp(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.TIMESTAMP;
  }

  /** The unit that a call rounds the column to, or a shorter one that it consists of. */
  private Optional<Duration> unit(RexCall call) {
    boolean isOfTime = !call.getOperands().isEmpty() && isTime(call.getOperands().get(0));
    if (isOfTime && call.isA(SqlKind.CAST) && call.getType().getSqlTypeName() == SqlTypeName.DATE) {
      return Optional.of(DAY);
    }
    return isOfTime
            && call.isA(SqlKind.FLOOR)
            && call.getOperands().size() == 2
            && call.getOperands().get(1) instanceof RexLiteral literal
        ? unit(literal.getValueAs(TimeUnitRange.class))
        : Optional.empty();
  }

  private static Optional<Duration> unit(TimeUnitRange range) {
    return switch (range) {
      case HOUR -> Optional.of(HOUR);
      case DAY, WEEK, MONTH, QUARTER, YEAR -> Optional.of(DAY);
      default -> Optional.empty();
    };
  }
}
