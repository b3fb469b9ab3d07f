package io.workosjdbc.planner.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** {@code x RLIKE 'pattern'} is REGEXP_LIKE: the pattern may match anywhere in the text. */
final class RegexpMatch {

  private RegexpMatch() {}

  static SqlNode of(SqlCall call) {
    var position = call.getParserPosition();
    var match =
        SqlTree.function("REGEXP_LIKE", position, text(call.operand(0)), text(call.operand(1)));
    return call.getOperator().getName().startsWith("NOT")
        ? SqlStdOperatorTable.NOT.createCall(position, match)
        : match;
  }

  /** A parameter takes its type from here. */
  private static SqlNode text(SqlNode node) {
    var position = node.getParserPosition();
    return node instanceof SqlDynamicParam
        ? SqlStdOperatorTable.CAST.createCall(
            position, node, SqlTree.type(SqlTypeName.VARCHAR, position))
        : node;
  }
}
