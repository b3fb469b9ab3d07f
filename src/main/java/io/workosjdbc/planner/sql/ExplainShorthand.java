package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * {@code EXPLAIN SELECT ...} and {@code DESCRIBE SELECT ...} are EXPLAIN PLAN FOR it. Running a
 * statement to explain it is not supported.
 */
final class ExplainShorthand implements TokenRewrite {

  private static final Set<String> VERBS = Set.of("EXPLAIN", "DESCRIBE", "DESC");
  private static final Set<String> QUERY_STARTS = Set.of("SELECT", "WITH", "VALUES", "(");

  @Override
  public List<Token> apply(List<Token> tokens) throws RefusedStatement {
    var verb = tokens.get(0);
    if (!VERBS.contains(Words.upper(verb))) {
      return tokens;
    }
    var next = tokens.get(1);
    if (Words.is(next, "ANALYZE") || Words.is(next, "ANALYSE")) {
      throw RefusedStatement.notSupported(
          "EXPLAIN ANALYZE is not supported; EXPLAIN PLAN FOR shows the requests without sending"
              + " them",
          Words.position(next));
    }
    if (!QUERY_STARTS.contains(Words.upper(next))) {
      return tokens;
    }
    var longer = new ArrayList<>(tokens.subList(1, tokens.size()));
    longer.addAll(
        0,
        List.of(
            Words.inPlaceOf(verb, SqlBabelParserImplConstants.EXPLAIN, "EXPLAIN"),
            Words.inPlaceOf(verb, SqlBabelParserImplConstants.PLAN, "PLAN"),
            Words.inPlaceOf(verb, SqlBabelParserImplConstants.FOR, "FOR")));
    return longer;
  }
}
