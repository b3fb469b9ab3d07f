package io.workosjdbc.planner.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Functions of windows that Calcite lacks, or looks up beyond the end of the frame. */
final class WindowFunctions {

  private WindowFunctions() {}

  static SqlNode of(SqlCall over) {
    return over.operand(0) instanceof SqlCall function
        ? rewritten(over, function, over.operand(1))
        : over;
  }

  private static SqlNode rewritten(SqlCall over, SqlCall function, SqlNode window) {
    var name = SqlTree.functionName(function).orElse("");
    if (name.equals("NTH_VALUE") && function.operandCount() == 2) {
      return Template.expression(
          "case when ? >= ? then ? end", count(window), SqlTree.copy(function.operand(1)), over);
    }
    return switch (name) {
      case "PERCENT_RANK" ->
          Template.expression(
              "case when ? = 1 then 0e0 else (? - 1e0) / (? - 1) end",
              rank(window),
              rank(window),
              count(partition(window)));
      case "CUME_DIST" ->
          Template.expression("cast(? as double) / ?", count(window), count(partition(window)));
      default -> over;
    };
  }

  private static SqlNode count(SqlNode window) {
    var position = window.getParserPosition();
    return over(
        SqlStdOperatorTable.COUNT.createCall(position, SqlIdentifier.star(position)), window);
  }

  private static SqlNode rank(SqlNode window) {
    return over(SqlStdOperatorTable.RANK.createCall(window.getParserPosition()), window);
  }

  private static SqlNode over(SqlNode function, SqlNode window) {
    return SqlStdOperatorTable.OVER.createCall(
        window.getParserPosition(), function, SqlTree.copy(window));
  }

  /** All rows that a window sorts. */
  private static SqlNode partition(SqlNode window) {
    var position = window.getParserPosition();
    return window instanceof SqlWindow sorted
        ? window(sorted.getRefName(), sorted.getPartitionList(), position)
        : window((SqlIdentifier) window, SqlNodeList.EMPTY, position);
  }

  private static SqlWindow window(
      @Nullable SqlIdentifier name, SqlNodeList partition, SqlParserPos position) {
    return SqlWindow.create(
        null,
        name,
        partition,
        SqlNodeList.EMPTY,
        SqlLiteral.createBoolean(true, position),
        SqlWindow.createUnboundedPreceding(position),
        SqlWindow.createUnboundedFollowing(position),
        null,
        position);
  }
}
