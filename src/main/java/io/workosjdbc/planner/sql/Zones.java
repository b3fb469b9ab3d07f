package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Times of other zones than UTC: {@code x AT TIME ZONE 'zone'}, Snowflake's {@code
 * CONVERT_TIMEZONE([from,] to, x)} and MySQL's {@code CONVERT_TZ(x, from, to)}.
 *
 * <p>As in PostgreSQL, AT TIME ZONE tells what the clocks of the zone show at a time, and of what
 * they show when that is: of a literal, and of what was brought to a zone before.
 */
final class Zones {

  /** What {@link ZoneClause} makes of AT TIME ZONE. */
  static final String NAME = "AT_TIME_ZONE";

  private static final OwnFunction CONVERTED =
      new OwnFunction(
          "ZONED_TIME",
          ReturnTypes.explicit(SqlTypeName.TIMESTAMP, 3).andThen(SqlTypeTransforms.TO_NULLABLE),
          List.of(SqlTypeFamily.TIMESTAMP, SqlTypeFamily.CHARACTER, SqlTypeFamily.CHARACTER),
          ZonedTime.class,
          "of");

  static final Map<String, FunctionRewrite> ALL =
      ImmutableMap.<String, FunctionRewrite>builder()
          .put(NAME, FunctionRewrite.of(2, Zones::atTimeZone))
          .put("CONVERT_TIMEZONE", Zones::convertTimezone)
          .put(
              "CONVERT_TZ",
              FunctionRewrite.of(
                  3, call -> convert(call.operand(0), call.operand(1), call.operand(2))))
          .buildOrThrow();

  private Zones() {}

  /** Whether there is a zone of this name. */
  static boolean isKnown(String name) {
    try {
      return ZoneId.of(name) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static SqlNode atTimeZone(SqlCall call) {
    SqlNode time = call.operand(0);
    SqlNode zone = call.operand(1);
    SqlNode utc = utc(call.getParserPosition());
    return isLocal(time) ? convert(time, zone, utc) : convert(time, utc, zone);
  }

  private static Optional<SqlNode> convertTimezone(SqlCall call) {
    return switch (call.operandCount()) {
      case 2 ->
          Optional.of(convert(call.operand(1), utc(call.getParserPosition()), call.operand(0)));
      case 3 -> Optional.of(convert(call.operand(2), call.operand(0), call.operand(1)));
      default -> Optional.empty();
    };
  }

  private static SqlNode convert(SqlNode time, SqlNode from, SqlNode to) {
    return CONVERTED.createCall(
        time.getParserPosition(), CalendarFunctions.cast(time, SqlTypeName.TIMESTAMP), from, to);
  }

  private static SqlNode utc(SqlParserPos position) {
    return SqlLiteral.createCharString("UTC", position);
  }

  /** Whether clocks show the time somewhere, so that it is no point in time by itself. */
  private static boolean isLocal(SqlNode time) {
    boolean isWritten =
        time instanceof SqlLiteral
            || (time.getKind() == SqlKind.CAST
                && ((SqlCall) time).operand(0) instanceof SqlLiteral);
    return isWritten || hasConversion(time);
  }

  private static boolean hasConversion(SqlNode time) {
    var found = new AtomicBoolean();
    time.accept(
        new SqlShuttle() {
          @Override
          public @Nullable SqlNode visit(SqlCall call) {
            if (call.getOperator().equals(CONVERTED)) {
              found.set(true);
            }
            return super.visit(call);
          }
        });
    return found.get();
  }
}
