package io.workosjdbc.planner;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil.InputFinder;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * What expressions over rows do with one TIMESTAMP column: which timestamps they compare it with,
 * and to which units they round it. Anything else needs the time itself.
 */
final class TimeUses extends RexVisitorImpl<Void> {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final ScanSpec spec;
  private final String column;
  private final RexBuilder builder;
  private final Set<RexNode> instants = new LinkedHashSet<>();
  private Duration step = Duration.ZERO;
  private boolean isNeeded;

  /**
   * @param spec of the scan that gives the rows
   */
  TimeUses(ScanSpec spec, String column, RexBuilder builder) {
    super(true);
    this.spec = spec;
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
    isNeeded |= isTime(reference);
    return super.visitInputRef(reference);
  }

  @Override
  public Void visitCall(RexCall call) {
    if (isComparison(call)) {
      return visitComparison(call.getOperands().get(0), call.getOperands().get(1));
    }
    var unit = rounding(call).filter(length -> length.compareTo(HOUR) >= 0);
    if (unit.isEmpty()) {
      return super.visitCall(call);
    }
    var divisor = unit.get().compareTo(DAY) >= 0 ? DAY : HOUR;
    step = step.equals(HOUR) ? HOUR : divisor;
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
    return rounding(node).filter(Duration::isZero).isPresent();
  }

  /** The unit that the column is rounded to, zero for the column itself; empty for all else. */
  private Optional<Duration> rounding(RexNode node) {
    return ComparedColumn.of(spec, node)
        .filter(compared -> compared.column().name().equals(column) && compared.shift().isEmpty())
        .map(ComparedColumn::rounding);
  }

  private static boolean isInstant(RexNode node) {
    return node.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
        && InputFinder.bits(node).isEmpty();
  }
}
