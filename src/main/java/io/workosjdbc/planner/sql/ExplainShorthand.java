package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * {@code EXPLAIN SELECT ...} and {@code DESCRIBE SELECT ...} are EXPLAIN PLAN FOR it; {@code
 * EXPLAIN AS JSON SELECT ...}, {@code EXPLAIN (FORMAT JSON) SELECT ...}, {@code EXPLAIN FORMAT=JSON
 * SELECT ...} and {@code EXPLAIN ... AS JSON} are EXPLAIN PLAN AS JSON FOR it. Running a statement
 * to explain it is not supported.
 */
final class ExplainShorthand implements TokenRewrite {

  private static final Set<String> VERBS = Set.of("EXPLAIN", "DESCRIBE", "DESC");
  private static final Set<String> QUERY_STARTS = Set.of("SELECT", "WITH", "VALUES", "(");

  /** What may stand between EXPLAIN and the query, for a plan as JSON. */
  private static final List<String[]> AS_JSON =
      List.of(
          new String[] {"(", "FORMAT", "JSON", ")"},
          new String[] {"FORMAT", "=", "JSON"},
          new String[] {"AS", "JSON", "FOR"},
          new String[] {"AS", "JSON"});

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
    for (var words : AS_JSON) {
      if (Words.at(tokens, 1, words)) {
        return explained(verb, tokens.subList(1 + words.length, tokens.size()), true);
      }
    }
    if (Words.at(tokens, 1, "PLAN", "FOR") && endsAsJson(tokens)) {
      return explained(verb, withoutEnd(tokens.subList(3, tokens.size())), true);
    }
    if (!QUERY_STARTS.contains(Words.upper(next))) {
      return tokens;
    }
    var query = tokens.subList(1, tokens.size());
    return endsAsJson(tokens)
        ? explained(verb, withoutEnd(query), true)
        : explained(verb, query, false);
  }

  /** The last token is the end of the text. */
  private static boolean endsAsJson(List<Token> tokens) {
    return Words.at(tokens, tokens.size() - 3, "AS", "JSON");
  }

  private static List<Token> withoutEnd(List<Token> query) {
    var shorter = new ArrayList<>(query.subList(0, query.size() - 3));
    shorter.add(query.get(query.size() - 1));
    return shorter;
  }

  private static List<Token> explained(Token verb, List<Token> query, boolean asJson) {
    var longer = new ArrayList<Token>();
    longer.add(Words.inPlaceOf(verb, SqlBabelParserImplConstants.EXPLAIN, "EXPLAIN"));
    longer.add(Words.inPlaceOf(verb, SqlBabelParserImplConstants.PLAN, "PLAN"));
    if (asJson) {
      longer.add(Words.inPlaceOf(verb, SqlBabelParserImplConstants.AS, "AS"));
      longer.add(Words.inPlaceOf(verb, SqlBabelParserImplConstants.JSON, "JSON"));
    }
    longer.add(Words.inPlaceOf(verb, SqlBabelParserImplConstants.FOR, "FOR"));
    longer.addAll(query);
    return longer;
  }
}
