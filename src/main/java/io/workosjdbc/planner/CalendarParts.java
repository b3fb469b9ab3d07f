package io.workosjdbc.planner;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Operator;
import io.workosjdbc.request.Operand;
import io.workosjdbc.resource.ColumnType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/**
 * Ranges of time that conditions on a column's year, month and day leave: a year of its own, a
 * month together with its year, a day together with both.
 */
final class CalendarParts {

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final List<Part> parts;

  /** A comparison of {@code EXTRACT(unit FROM column)} with a number. */
  private record Part(String column, TimeUnitRange unit, SqlKind comparison, int number) {}

  private CalendarParts(List<Part> parts) {
    this.parts = parts;
  }

  /** What follows from conditions that all hold. */
  static Condition of(ScanSpec spec, List<RexNode> conjuncts) {
    var parts = conjuncts.stream().flatMap(each -> part(spec, each).stream()).toList();
    var calendar = new CalendarParts(parts);
    return parts.stream()
        .filter(part -> part.unit() == TimeUnitRange.YEAR)
        .map(calendar::range)
        .reduce(Condition.anything(), Condition::and);
  }

  private static Optional<Part> part(ScanSpec spec, RexNode node) {
    if (!SqlKind.COMPARISON.contains(node.getKind())) {
      return Optional.empty();
    }
    var left = ((RexCall) node).getOperands().get(0);
    var right = ((RexCall) node).getOperands().get(1);
    return part(spec, left, node.getKind(), right)
        .or(() -> part(spec, right, node.getKind().reverse(), left));
  }

  private static Optional<Part> part(ScanSpec spec, RexNode left, SqlKind kind, RexNode right) {
    return left instanceof RexCall extract
            && extract.getKind() == SqlKind.EXTRACT
            && extract.getOperands().get(0) instanceof RexLiteral flag
            && flag.getValue() instanceof TimeUnitRange unit
            && right instanceof RexLiteral number
            && !number.isNull()
        ? ComparedColumn.of(spec, extract.getOperands().get(1))
            .filter(CalendarParts::hasTheDaysOfItsColumn)
            .map(
                column -> new Part(column.column().name(), unit, kind, RexLiteral.intValue(number)))
        : Optional.empty();
  }

  private static boolean hasTheDaysOfItsColumn(ComparedColumn compared) {
    return compared.column().type() == ColumnType.TIMESTAMP
        && compared.shift().isEmpty()
        && compared.rounding().compareTo(ONE_DAY) <= 0;
  }

  private Condition range(Part year) {
    try {
      var start = LocalDate.of(year.number(), 1, 1);
      var end = start.plusYears(1);
      return switch (year.comparison()) {
        case EQUALS -> days(year.column(), start);
        case GREATER_THAN -> from(year.column(), end);
        case GREATER_THAN_OR_EQUAL -> from(year.column(), start);
        case LESS_THAN -> before(year.column(), start);
        case LESS_THAN_OR_EQUAL -> before(year.column(), end);
        default -> Condition.anything();
      };
    } catch (DateTimeException e) {
      return Condition.anything();
    }
  }

  /** A year, or what the other parts leave of it; a day that no month has leaves the month. */
  private Condition days(String column, LocalDate year) {
    var month = equal(column, TimeUnitRange.MONTH);
    if (month.isEmpty()) {
      return range(column, year, Period.ofYears(1));
    }
    var start = year.withMonth(month.get());
    var day = equal(column, TimeUnitRange.DAY).filter(number -> number <= start.lengthOfMonth());
    return day.isEmpty()
        ? range(column, start, Period.ofMonths(1))
        : range(column, start.withDayOfMonth(day.get()), Period.ofDays(1));
  }

  private Optional<Integer> equal(String column, TimeUnitRange unit) {
    return parts.stream()
        .filter(part -> part.column().equals(column) && part.unit() == unit)
        .filter(part -> part.comparison() == SqlKind.EQUALS)
        .map(Part::number)
        .findFirst();
  }

  private static Condition range(String column, LocalDate start, Period length) {
    return from(column, start).and(before(column, start.plus(length)));
  }

  private static Condition from(String column, LocalDate start) {
    return Compare.of(column, Operator.GREATER_OR_EQUAL, midnight(start));
  }

  private static Condition before(String column, LocalDate end) {
    return Compare.of(column, Operator.LESS, midnight(end));
  }

  private static Operand midnight(LocalDate day) {
    return new Operand.Value(day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
