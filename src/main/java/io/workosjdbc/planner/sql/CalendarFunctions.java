package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Arithmetic with dates and times by the names of several databases. */
final class CalendarFunctions {

  static final Map<String, FunctionRewrite> ALL =
      ImmutableMap.<String, FunctionRewrite>builder()
          .put("DATE_TRUNC", Truncation::of)
          .put("TIMESTAMP_TRUNC", Truncation::of)
          .put("DATETIME_TRUNC", Truncation::of)
          .put("DATEADD", call -> add(call, 0, 1, 2))
          .put("TIMESTAMPADD", call -> add(call, 0, 1, 2))
          .put("ADD_MONTHS", FunctionRewrite.of(2, CalendarFunctions::addMonths))
          .put("DATE_ADD", call -> plus(call, true))
          .put("TIMESTAMP_ADD", call -> plus(call, true))
          .put("ADDDATE", call -> plus(call, true))
          .put("DATE_SUB", call -> plus(call, false))
          .put("TIMESTAMP_SUB", call -> plus(call, false))
          .put("SUBDATE", call -> plus(call, false))
          .put(
              "DATEDIFF", call -> call.operandCount() == 2 ? days(call) : boundaries(call, 0, 1, 2))
          .put("DATE_DIFF", call -> boundaries(call, 2, 1, 0))
          .put("DATETIME_DIFF", call -> boundaries(call, 2, 1, 0))
          .put("TIMESTAMPDIFF", call -> units(call, 0, 1, 2))
          .put("TIMESTAMP_DIFF", call -> units(call, 2, 1, 0))
          .put("EXTRACT", CalendarFunctions::extract)
          .put("DATEPART", CalendarFunctions::extract)
          .put("DATE_PART", CalendarFunctions::extract)
          .put("DATE", FunctionRewrite.of(1, call -> cast(call.operand(0), SqlTypeName.DATE)))
          .put("FROM_UNIXTIME", FunctionRewrite.of(1, CalendarFunctions::fromEpoch))
          .put("TO_TIMESTAMP", FunctionRewrite.of(1, CalendarFunctions::fromEpoch))
          .put("UNIX_TIMESTAMP", FunctionRewrite.of(1, CalendarFunctions::epoch))
          .buildOrThrow();

  private CalendarFunctions() {}

  private static Optional<SqlNode> add(SqlCall call, int unit, int number, int time) {
    return unit(call, unit)
        .map(
            found ->
                SqlStdOperatorTable.TIMESTAMP_ADD.createCall(
                    call.getParserPosition(), found, call.operand(number), time(call, time)));
  }

  private static SqlNode addMonths(SqlCall call) {
    var position = call.getParserPosition();
    return SqlStdOperatorTable.TIMESTAMP_ADD.createCall(
        position, TimeUnits.qualifier(TimeUnit.MONTH, position), call.operand(1), call.operand(0));
  }

  private static Optional<SqlNode> plus(SqlCall call, boolean isForward) {
    if (call.operandCount() != 2 || !isInterval(call.operand(1))) {
      return Optional.empty();
    }
    var operator = isForward ? SqlStdOperatorTable.PLUS : SqlStdOperatorTable.MINUS;
    return Optional.of(
        operator.createCall(call.getParserPosition(), call.operand(0), call.operand(1)));
  }

  private static boolean isInterval(SqlNode node) {
    return node.getKind() == SqlKind.INTERVAL
        || node instanceof org.apache.calcite.sql.SqlIntervalLiteral;
  }

  /** A time, also one that is written as a text only. */
  private static SqlNode time(SqlCall call, int operand) {
    SqlNode node = call.operand(operand);
    return SqlTree.text(node).isPresent() ? cast(node, SqlTypeName.TIMESTAMP) : node;
  }

  /** The number of unit boundaries between two times, as SQL Server and H2 count. */
  private static Optional<SqlNode> boundaries(SqlCall call, int unit, int from, int to) {
    return unit(call, unit)
        .map(found -> difference(call, found, floor(call, from, found), floor(call, to, found)));
  }

  private static Optional<SqlNode> days(SqlCall call) {
    var day = TimeUnits.qualifier(TimeUnit.DAY, call.getParserPosition());
    return Optional.of(difference(call, day, floor(call, 1, day), floor(call, 0, day)));
  }

  private static SqlNode floor(SqlCall call, int operand, SqlIntervalQualifier unit) {
    var node = call.operand(operand);
    return SqlStdOperatorTable.FLOOR.createCall(
        node.getParserPosition(), cast(node, SqlTypeName.TIMESTAMP), unit);
  }

  /** The number of whole units between two times. */
  private static Optional<SqlNode> units(SqlCall call, int unit, int from, int to) {
    return unit(call, unit).map(found -> difference(call, found, time(call, from), time(call, to)));
  }

  private static SqlNode difference(
      SqlCall call, SqlIntervalQualifier unit, SqlNode from, SqlNode to) {
    var position = call.getParserPosition();
    return switch (unit.getUnit()) {
      case MILLISECOND -> Milliseconds.between(from, to, 1, position);
      case MICROSECOND -> Milliseconds.between(from, to, 1_000, position);
      case NANOSECOND -> Milliseconds.between(from, to, 1_000_000, position);
      default -> SqlStdOperatorTable.TIMESTAMP_DIFF.createCall(position, unit, from, to);
    };
  }

  /** The week of a year is the ISO week anyway. */
  private static Optional<SqlNode> extract(SqlCall call) {
    if (call.operandCount() != 2) {
      return Optional.empty();
    }
    SqlNode unit = call.operand(0);
    return TimeUnits.text(unit)
        .flatMap(text -> TimeUnits.ofText(text.equalsIgnoreCase("ISOWEEK") ? "WEEK" : text))
        .map(found -> TimeUnits.qualifier(found, unit.getParserPosition()))
        .map(
            found ->
                SqlStdOperatorTable.EXTRACT.createCall(
                    call.getParserPosition(), found, time(call, 1)));
  }

  private static Optional<SqlIntervalQualifier> unit(SqlCall call, int operand) {
    return call.operandCount() == 3
        ? TimeUnits.of(call.operand(operand))
            .map(unit -> TimeUnits.qualifier(unit, call.operand(operand).getParserPosition()))
        : Optional.empty();
  }

  private static SqlNode fromEpoch(SqlCall call) {
    return Milliseconds.fromEpochSeconds(call.operand(0), call.getParserPosition());
  }

  private static SqlNode epoch(SqlCall call) {
    var position = call.getParserPosition();
    return SqlStdOperatorTable.EXTRACT.createCall(
        position, TimeUnits.qualifier(TimeUnit.EPOCH, position), call.operand(0));
  }

  /** Of a text, too, and of a parameter, which takes its type from here. */
  static SqlNode cast(SqlNode node, SqlTypeName type) {
    SqlParserPos position = node.getParserPosition();
    return TimeTexts.cast(
        SqlStdOperatorTable.CAST.createCall(
            position,
            node,
            type == SqlTypeName.TIMESTAMP
                ? SqlTree.type(type, 3, position)
                : SqlTree.type(type, position)));
  }
}
