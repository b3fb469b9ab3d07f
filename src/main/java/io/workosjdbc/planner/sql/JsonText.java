package io.workosjdbc.planner.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** What stands at a path of a JSON text, whatever it is: a value as text, or JSON. */
final class JsonText {

  static final String NAME = "JSON_TEXT";

  private JsonText() {}

  static SqlNode of(SqlCall call) {
    var position = call.getParserPosition();
    SqlNode json = call.operand(0);
    SqlNode path = JsonPaths.of(call.<SqlNode>operand(1));
    return SqlStdOperatorTable.COALESCE.createCall(
        position,
        SqlTree.function("JSON_VALUE", position, json, path),
        SqlStdOperatorTable.JSON_QUERY.createCall(
            null, position, SqlTree.copy(json), SqlTree.copy(path), null, null, null));
  }
}
