package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** The current time by all its names. */
final class ClockFunctions {

  static final Map<String, FunctionRewrite> ALL;

  static {
    var all = ImmutableMap.<String, FunctionRewrite>builder();
    List.of(
            "NOW",
            "GETDATE",
            "GETUTCDATE",
            "SYSDATE",
            "SYSDATETIME",
            "SYSUTCDATETIME",
            "SYSTIMESTAMP",
            "UTC_TIMESTAMP",
            "CURRENT_TIMESTAMP",
            "LOCALTIMESTAMP",
            "CURRENT_DATETIME",
            "TRANSACTION_TIMESTAMP",
            "STATEMENT_TIMESTAMP",
            "CLOCK_TIMESTAMP")
        .forEach(name -> all.put(name, means(SqlStdOperatorTable.CURRENT_TIMESTAMP)));
    List.of("CURRENT_DATE", "CURDATE", "TODAY", "UTC_DATE")
        .forEach(name -> all.put(name, means(SqlStdOperatorTable.CURRENT_DATE)));
    List.of("CURRENT_TIME", "CURTIME", "LOCALTIME", "UTC_TIME")
        .forEach(name -> all.put(name, means(SqlStdOperatorTable.CURRENT_TIME)));
    ALL = all.buildOrThrow();
  }

  private ClockFunctions() {}

  private static FunctionRewrite means(SqlFunction function) {
    return FunctionRewrite.of(0, call -> function.createCall(call.getParserPosition()));
  }
}
