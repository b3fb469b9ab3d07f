package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * Units in quotes where the grammar wants a keyword: {@code DATEADD('day', ...)}, {@code
 * EXTRACT('year' FROM ...)}, and DuckDB's {@code DATE_DIFF('day', a, b)}, which is DATEDIFF.
 */
final class QuotedUnits implements TokenRewrite {

  private static final Set<String> FUNCTIONS =
      Set.of("DATEADD", "DATEDIFF", "DATE_DIFF", "TIMESTAMPADD", "TIMESTAMPDIFF", "EXTRACT");

  @Override
  public List<Token> apply(List<Token> tokens) {
    var changed = new ArrayList<>(tokens);
    for (int i = 0; i + 2 < tokens.size(); i++) {
      var function = tokens.get(i);
      var unit = tokens.get(i + 2);
      if (FUNCTIONS.contains(Words.upper(function))
          && Words.at(tokens, i + 1, "(")
          && Words.isText(unit)
          && TimeUnits.ofText(Words.text(unit)).isPresent()) {
        changed.set(
            i + 2,
            Words.inPlaceOf(
                unit, SqlBabelParserImplConstants.IDENTIFIER, Words.text(unit).strip()));
        if (Words.is(function, "DATE_DIFF")) {
          changed.set(
              i, Words.inPlaceOf(function, SqlBabelParserImplConstants.DATEDIFF, "DATEDIFF"));
        }
      }
    }
    return changed;
  }
}
