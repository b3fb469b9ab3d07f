package io.workosjdbc.planner.sql;

import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.TimestampString;

/** Expressions that count milliseconds as BIGINT: Calcite's own overflow after 25 days. */
final class Milliseconds {

  private static final TimestampString EPOCH = new TimestampString(1970, 1, 1, 0, 0, 0);

  private Milliseconds() {}

  /** From one time to another, in parts of a millisecond. */
  static SqlNode between(SqlNode from, SqlNode to, int parts, SqlParserPos position) {
    var difference =
        SqlStdOperatorTable.MINUS.createCall(
            position, sinceEpoch(to, position), sinceEpoch(from, position));
    return times(difference, parts, position);
  }

  private static SqlNode sinceEpoch(SqlNode time, SqlParserPos position) {
    var timestamp = CalendarFunctions.cast(time, SqlTypeName.TIMESTAMP);
    var ofMinute = extract(TimeUnit.MILLISECOND, SqlTree.copy(timestamp), position);
    return SqlStdOperatorTable.PLUS.createCall(
        position,
        times(extract(TimeUnit.EPOCH, timestamp, position), 1_000, position),
        SqlStdOperatorTable.MOD.createCall(position, ofMinute, number(1_000, position)));
  }

  private static SqlNode extract(TimeUnit unit, SqlNode time, SqlParserPos position) {
    return SqlStdOperatorTable.EXTRACT.createCall(
        position, TimeUnits.qualifier(unit, position), time);
  }

  /** The timestamp of a number of seconds, whole or not, since 1970. */
  static SqlNode fromEpochSeconds(SqlNode seconds, SqlParserPos position) {
    var exact = cast(seconds, new SqlBasicTypeNameSpec(SqlTypeName.DECIMAL, 17, 3, position));
    var whole =
        cast(times(exact, 1_000, position), new SqlBasicTypeNameSpec(SqlTypeName.BIGINT, position));
    return SqlStdOperatorTable.TIMESTAMP_ADD.createCall(
        position,
        TimeUnits.qualifier(TimeUnit.MILLISECOND, position),
        whole,
        SqlLiteral.createTimestamp(SqlTypeName.TIMESTAMP, EPOCH, 3, position));
  }

  private static SqlNode cast(SqlNode node, SqlBasicTypeNameSpec type) {
    var position = type.getParserPos();
    return SqlStdOperatorTable.CAST.createCall(position, node, new SqlDataTypeSpec(type, position));
  }

  private static SqlNode times(SqlNode node, int factor, SqlParserPos position) {
    return SqlStdOperatorTable.MULTIPLY.createCall(position, node, number(factor, position));
  }

  private static SqlNode number(int value, SqlParserPos position) {
    return SqlLiteral.createExactNumeric(String.valueOf(value), position);
  }
}
