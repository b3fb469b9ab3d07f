package io.workosjdbc.planner.sql;

import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.SqlValidatorException;

/** What the validator has to say and Calcite has no words for. */
final class Mistake {

  private Mistake() {}

  /** What to throw for a node. */
  static CalciteContextException at(SqlNode node, String message) {
    var position = node.getParserPosition();
    return new CalciteContextException(
        message,
        new SqlValidatorException(message, null),
        position.getLineNum(),
        position.getColumnNum(),
        position.getEndLineNum(),
        position.getEndColumnNum());
  }
}
