package io.workosjdbc.planner.sql;

import com.google.common.base.Splitter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;

/** Functions in JDBC's escapes, {@code {fn name(...)}}. */
final class Escapes {

  private static final Set<String> KNOWN =
      Stream.of(
              SqlJdbcFunctionCall.getNumericFunctions(),
              SqlJdbcFunctionCall.getStringFunctions(),
              SqlJdbcFunctionCall.getTimeDateFunctions(),
              SqlJdbcFunctionCall.getSystemFunctions())
          .flatMap(names -> Splitter.on(',').splitToStream(names))
          .collect(Collectors.toUnmodifiableSet());

  private Escapes() {}

  /** Calcite knows them in upper case; what it does not know is called without the escape. */
  static SqlNode of(SqlCall call) {
    if (call.getKind() != SqlKind.JDBC_FN) {
      return call;
    }
    String name = SqlTree.functionName(call).orElseThrow();
    return KNOWN.contains(name)
        ? call(call)
        : SqlTree.function(name, call.getParserPosition(), operands(call));
  }

  /** The function of the same name that escapes know. */
  static SqlNode call(SqlCall call) {
    String name = SqlTree.functionName(call).orElseThrow();
    return new SqlJdbcFunctionCall(name).createCall(call.getParserPosition(), operands(call));
  }

  private static SqlNode[] operands(SqlCall call) {
    return call.getOperandList().toArray(new SqlNode[0]);
  }
}
