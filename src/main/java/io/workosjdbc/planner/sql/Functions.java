package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.util.SqlOperatorTables;

/** All functions that mean something else. */
final class Functions {

  /** By upper-case name. */
  private static final Map<String, FunctionRewrite> ALL =
      ImmutableMap.<String, FunctionRewrite>builder()
          .putAll(ClockFunctions.ALL)
          .putAll(CalendarFunctions.ALL)
          .putAll(Zones.ALL)
          .putAll(ValueFunctions.ALL)
          .putAll(SessionFunctions.ALL)
          .putAll(JsonFunctions.ALL)
          .buildOrThrow();

  /** What people use of the libraries of other databases, and is not worth a whole library. */
  static final SqlOperatorTable MORE =
      SqlOperatorTables.of(
          SqlLibraryOperators.ARRAY_LENGTH,
          SqlLibraryOperators.REGEXP_EXTRACT,
          SqlLibraryOperators.REGEXP_SUBSTR,
          SqlLibraryOperators.REVERSE,
          SqlLibraryOperators.SPLIT);

  private Functions() {}

  /** What to have instead of the call. */
  static Optional<SqlNode> rewritten(SqlCall call) {
    return SqlTree.functionName(call)
        .flatMap(name -> Optional.ofNullable(ALL.get(name)))
        .flatMap(rewrite -> rewrite.apply(call));
  }
}
