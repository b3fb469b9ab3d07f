package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;

/** All functions that mean something else. */
final class Functions {

  /** By upper-case name. */
  private static final Map<String, FunctionRewrite> ALL =
      ImmutableMap.<String, FunctionRewrite>builder()
          .putAll(ClockFunctions.ALL)
          .putAll(CalendarFunctions.ALL)
          .putAll(ValueFunctions.ALL)
          .putAll(SessionFunctions.ALL)
          .putAll(JsonFunctions.ALL)
          .buildOrThrow();

  private Functions() {}

  /** What to have instead of the call. */
  static Optional<SqlNode> rewritten(SqlCall call) {
    return SqlTree.functionName(call)
        .flatMap(name -> Optional.ofNullable(ALL.get(name)))
        .flatMap(rewrite -> rewrite.apply(call));
  }
}
