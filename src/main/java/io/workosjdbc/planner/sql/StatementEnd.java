package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/** Drops semicolons at the end, and refuses a second statement after one. */
final class StatementEnd implements TokenRewrite {

  @Override
  public List<Token> apply(List<Token> tokens) throws RefusedStatement {
    var kept = new ArrayList<>(tokens);
    int last = kept.size() - 2;
    while (last >= 0 && isSemicolon(kept.get(last))) {
      kept.remove(last--);
    }
    for (int i = 1; i < last; i++) {
      if (isSemicolon(kept.get(i))) {
        throw RefusedStatement.notSupported(
            "Only one statement can be run at a time", Words.position(kept.get(i)));
      }
    }
    return kept;
  }

  private static boolean isSemicolon(Token token) {
    return token.kind == SqlBabelParserImplConstants.SEMICOLON;
  }
}
