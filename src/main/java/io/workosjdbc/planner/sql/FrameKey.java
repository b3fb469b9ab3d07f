package io.workosjdbc.planner.sql;

import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a window are sorted by, where an interval says how far its frame reaches. It has
 * to be a time: Calcite takes the interval's milliseconds for days next to a date.
 */
final class FrameKey {

  private FrameKey() {}

  static SqlNode of(SqlWindow window) {
    var order = window.getOrderList();
    if (!window.isRows()
        && order.size() == 1
        && (isInterval(window.getLowerBound()) || isInterval(window.getUpperBound()))) {
      window.setOrderList(new SqlNodeList(List.of(time(order.get(0))), order.getParserPosition()));
    }
    return window;
  }

  private static boolean isInterval(@Nullable SqlNode bound) {
    return bound instanceof SqlCall call
        && call.operandCount() == 1
        && (call.operand(0) instanceof SqlIntervalLiteral
            || call.operand(0).getKind() == SqlKind.INTERVAL);
  }

  private static SqlNode time(SqlNode key) {
    return switch (key.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
        var call = (SqlCall) key;
        yield call.getOperator().createCall(call.getParserPosition(), time(call.operand(0)));
      }
      default -> CalendarFunctions.cast(key, SqlTypeName.TIMESTAMP);
    };
  }
}
