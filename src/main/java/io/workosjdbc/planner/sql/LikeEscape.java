package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/**
 * A backslash in the pattern of LIKE stands before a {@code %} or {@code _} that is meant as it is,
 * as in PostgreSQL, MySQL and H2, if no ESCAPE says another character.
 */
final class LikeEscape {

  private static final String BACKSLASH = "\\";

  private LikeEscape() {}

  static SqlNode of(SqlCall like) {
    if (like.operandCount() != 2 || !mayHaveOne(like.operand(1))) {
      return like;
    }
    var operands = new ArrayList<SqlNode>(like.getOperandList());
    operands.add(SqlLiteral.createCharString(BACKSLASH, like.getParserPosition()));
    return like.getOperator().createCall(like.getParserPosition(), operands);
  }

  private static boolean mayHaveOne(SqlNode pattern) {
    return SqlTree.text(pattern).map(text -> text.contains(BACKSLASH)).orElse(true);
  }
}
