package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/** MySQL's infix REGEXP is spelled RLIKE. */
final class RegexpOperator implements TokenRewrite {

  @Override
  public List<Token> apply(List<Token> tokens) {
    var changed = new ArrayList<>(tokens);
    for (int i = 1; i < tokens.size() - 1; i++) {
      if (Words.is(tokens.get(i), "REGEXP")
          && endsOperand(tokens.get(i - 1))
          && isPattern(tokens.get(i + 1))) {
        changed.set(i, Words.inPlaceOf(tokens.get(i), SqlBabelParserImplConstants.RLIKE, "RLIKE"));
      }
    }
    return changed;
  }

  private static boolean endsOperand(Token token) {
    return Words.isName(token) || Words.isText(token) || Words.is(token, ")");
  }

  private static boolean isPattern(Token token) {
    return Words.isText(token) || token.kind == SqlBabelParserImplConstants.HOOK;
  }
}
