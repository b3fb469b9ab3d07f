package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * {@code x::type} is {@code CAST(x AS type)} and binds tighter than any operator. The grammar's own
 * infix cast takes all that stands before it in the expression: to it, {@code a = b::date} is
 * {@code (a = b)::date}.
 */
final class InfixCasts implements TokenRewrite {

  private static final Set<String> ZONED = Set.of("WITH", "WITHOUT");

  @Override
  public List<Token> apply(List<Token> tokens) throws RefusedStatement {
    var changed = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.kind == SqlBabelParserImplConstants.INFIX_CAST && !changed.isEmpty()) {
        int end = typeEnd(tokens, i + 1);
        cast(changed, token, tokens.subList(i + 1, end));
        i = end - 1;
      } else {
        changed.add(token);
      }
    }
    return changed;
  }

  private static void cast(List<Token> before, Token infix, List<Token> type) {
    int start = Operands.start(before, before.size() - 1);
    var place = before.get(start);
    before.addAll(
        start,
        List.of(
            Words.inPlaceOf(place, SqlBabelParserImplConstants.CAST, "CAST"),
            Words.inPlaceOf(place, SqlBabelParserImplConstants.LPAREN, "(")));
    before.add(Words.inPlaceOf(infix, SqlBabelParserImplConstants.AS, "AS"));
    before.addAll(type);
    var last = type.get(type.size() - 1);
    before.add(Words.inPlaceOf(last, SqlBabelParserImplConstants.RPAREN, ")"));
  }

  /** The index after a type such as {@code varchar(10)} or {@code timestamp(3) with time zone}. */
  private static int typeEnd(List<Token> tokens, int start) throws RefusedStatement {
    if (!Words.isName(tokens.get(start))) {
      throw RefusedStatement.notSupported(
          "A type is expected after ::", Words.position(tokens.get(start)));
    }
    int end = start + 1;
    if (Words.at(tokens, start, "DOUBLE", "PRECISION") || Words.at(tokens, end, "VARYING")) {
      end++;
    }
    if (Words.is(tokens.get(end), "(")) {
      end = Operands.closing(tokens, end) + 1;
    }
    if (ZONED.contains(Words.upper(tokens.get(end)))) {
      int zone = Words.at(tokens, end + 1, "LOCAL") ? end + 2 : end + 1;
      end = Words.at(tokens, zone, "TIME", "ZONE") ? zone + 2 : end;
    }
    return end;
  }
}
