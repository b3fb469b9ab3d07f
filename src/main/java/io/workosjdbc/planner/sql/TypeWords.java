package io.workosjdbc.planner.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * DATE, TIME and TIMESTAMP as names, {@code created_at::date AS date ... ORDER BY date}: everywhere
 * but before what makes them a literal, a function or a type. The type DATETIME is TIMESTAMP.
 */
final class TypeWords implements TokenRewrite {

  private static final Set<String> WORDS = Set.of("DATE", "TIME", "TIMESTAMP");
  private static final Set<String> CASTS = Set.of("CAST", "TRY_CAST", "SAFE_CAST");
  private static final Set<String> MORE_OF_A_TYPE = Set.of("(", "WITH", "WITHOUT", "ZONE");

  @Override
  public List<Token> apply(List<Token> tokens) {
    var changed = new ArrayList<Token>();
    Deque<Boolean> insideCast = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (Words.is(token, "(")) {
        insideCast.push(i > 0 && CASTS.contains(Words.upper(tokens.get(i - 1))));
      } else if (Words.is(token, ")")) {
        insideCast.poll();
      }
      changed.add(rewritten(tokens, i, Boolean.TRUE.equals(insideCast.peek())));
    }
    return changed;
  }

  private static Token rewritten(List<Token> tokens, int i, boolean insideCast) {
    var token = tokens.get(i);
    boolean isType = insideCast && Words.is(tokens.get(i - 1), "AS");
    if (isType && Words.is(token, "DATETIME")) {
      return Words.inPlaceOf(token, SqlBabelParserImplConstants.TIMESTAMP, "TIMESTAMP");
    }
    return isWord(token) && !isType && !isMore(tokens.get(i + 1))
        ? Words.inPlaceOf(token, SqlBabelParserImplConstants.IDENTIFIER, token.image)
        : token;
  }

  private static boolean isWord(Token token) {
    return WORDS.contains(Words.upper(token));
  }

  private static boolean isMore(Token next) {
    return Words.isText(next) || MORE_OF_A_TYPE.contains(Words.upper(next));
  }
}
