package io.workosjdbc.planner.sql;

import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * {@code DATE_TRUNC('month', x)} as PostgreSQL has it, where a week starts on Monday, and {@code
 * DATE_TRUNC(x, MONTH)} as BigQuery has it, where WEEK starts on Sunday and ISOWEEK on Monday.
 */
final class Truncation {

  private static final String WEEK_OF_MONDAY = "ISOWEEK";

  private Truncation() {}

  static Optional<SqlNode> of(SqlCall call) {
    if (call.operandCount() != 2) {
      return Optional.empty();
    }
    SqlNode first = call.operand(0);
    SqlNode second = call.operand(1);
    if (second instanceof SqlIntervalQualifier unit) {
      return Optional.of(floor(call, first, unit));
    }
    return unit(first)
        .map(unit -> floor(call, CalendarFunctions.cast(second, SqlTypeName.TIMESTAMP), unit))
        .or(() -> unit(second).map(unit -> floor(call, first, unit)));
  }

  private static SqlNode floor(SqlCall call, SqlNode time, SqlIntervalQualifier unit) {
    return Weeks.floor(time, unit, call.getParserPosition());
  }

  private static Optional<SqlIntervalQualifier> unit(SqlNode node) {
    var position = node.getParserPosition();
    boolean isWeek =
        TimeUnits.text(node)
            .map(text -> text.toUpperCase(Locale.ROOT))
            .filter(text -> text.equals("WEEK") || text.equals(WEEK_OF_MONDAY))
            .isPresent();
    return isWeek
        ? Optional.of(new SqlIntervalQualifier(WEEK_OF_MONDAY, position))
        : TimeUnits.of(node).map(unit -> TimeUnits.qualifier(unit, position));
  }
}
