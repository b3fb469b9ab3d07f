package io.workosjdbc.planner.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

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
    if (name.equals("PERCENT_RANK") && window instanceof SqlWindow sorted) {
      return Template.expression(
          "case when ? = 1 then 0e0 else (? - 1e0) / (? - 1) end",
          rank(sorted),
          rank(sorted),
          count(partition(sorted)));
    }
    return name.equals("CUME_DIST") && window instanceof SqlWindow sorted
        ? Template.expression("cast(? as double) / ?", count(sorted), count(partition(sorted)))
        : over;
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

  private static SqlNode partition(SqlWindow window) {
    var position = window.getParserPosition();
    return SqlWindow.create(
        null,
        window.getRefName(),
        window.getPartitionList(),
        SqlNodeList.EMPTY,
        SqlLiteral.createBoolean(false, position),
        null,
        null,
        null,
        position);
  }
}
