package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * {@code DATEDIFF(later, earlier)} with two operands, MySQL's and Spark's number of days. To the
 * grammar the first operand of the keyword DATEDIFF is a unit.
 */
final class DaysBetween implements TokenRewrite {

  @Override
  public List<Token> apply(List<Token> tokens) {
    var changed = new ArrayList<>(tokens);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (Words.at(tokens, i, "DATEDIFF", "(") && commas(tokens, i + 1) == 1) {
        var name = tokens.get(i);
        changed.set(i, Words.inPlaceOf(name, SqlBabelParserImplConstants.IDENTIFIER, name.image));
      }
    }
    return changed;
  }

  /** How many commas there are between a parenthesis and its partner, not counting inner ones. */
  private static int commas(List<Token> tokens, int opening) {
    int commas = 0;
    int depth = 0;
    for (int i = opening; i < tokens.size(); i++) {
      var token = tokens.get(i);
      depth += Words.is(token, "(") ? 1 : 0;
      depth -= Words.is(token, ")") ? 1 : 0;
      commas += depth == 1 && Words.is(token, ",") ? 1 : 0;
      if (depth == 0) {
        break;
      }
    }
    return commas;
  }
}
