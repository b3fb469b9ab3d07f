package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Locale;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Weeks that start on another day than Sunday, as weeks of times that are some days earlier:
 * planner rules fail on units that Calcite knows by name only.
 */
final class Weeks {

  private static final List<String> DAYS =
      List.of("SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY");

  private Weeks() {}

  static SqlNode floor(SqlNode time, SqlIntervalQualifier unit, SqlParserPos position) {
    int days = daysAfterSunday(unit);
    if (days < 0) {
      return SqlStdOperatorTable.FLOOR.createCall(position, time, unit);
    }
    var earlier = days(SqlStdOperatorTable.MINUS, time, days, position);
    var week = TimeUnits.qualifier(TimeUnit.WEEK, unit.getParserPosition());
    return days(
        SqlStdOperatorTable.PLUS,
        SqlStdOperatorTable.FLOOR.createCall(position, earlier, week),
        days,
        position);
  }

  /** {@code FLOOR(x TO ISOWEEK)} and {@code FLOOR(x TO WEEK(MONDAY))}. */
  static SqlNode of(SqlCall call) {
    return call.operandCount() == 2 && call.operand(1) instanceof SqlIntervalQualifier unit
        ? floor(call.operand(0), unit, call.getParserPosition())
        : call;
  }

  /** When the unit's weeks start, or -1 if it is none that needs a rewrite. */
  private static int daysAfterSunday(SqlIntervalQualifier unit) {
    if (unit.timeFrameName == null) {
      return -1;
    }
    var name = unit.timeFrameName.toUpperCase(Locale.ROOT);
    return name.equals("ISOWEEK")
        ? DAYS.indexOf("MONDAY")
        : DAYS.indexOf(name.startsWith("WEEK_") ? name.substring("WEEK_".length()) : "");
  }

  private static SqlNode days(SqlOperator operator, SqlNode time, int days, SqlParserPos position) {
    var unit = TimeUnits.qualifier(TimeUnit.DAY, position);
    return operator.createCall(
        position, time, SqlLiteral.createInterval(1, String.valueOf(days), unit, position));
  }
}
