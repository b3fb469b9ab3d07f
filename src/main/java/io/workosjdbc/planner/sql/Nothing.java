package io.workosjdbc.planner.sql;

import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.parser.babel.Token;

/** A statement that does nothing, successfully and without a result. */
final class Nothing {

  private static final SqlSpecialOperator OPERATOR =
      new SqlSpecialOperator("NOTHING", SqlKind.OTHER_DDL);

  private Nothing() {}

  static SqlNode at(Token token) {
    return new SqlBasicCall(OPERATOR, List.of(), Words.position(token));
  }
}
