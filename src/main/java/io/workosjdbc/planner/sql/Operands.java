package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/** Finds the operand that ends at a token: a literal, a name, a call, or what is in brackets. */
final class Operands {

  private static final Set<String> OPENING = Set.of("(", "[");
  private static final Set<String> CLOSING = Set.of(")", "]", "}");

  /** Words before a parenthesis that are not the name of a function. */
  private static final Set<String> NO_FUNCTIONS =
      Set.of(
          "SELECT",
          "DISTINCT",
          "ALL",
          "FROM",
          "WHERE",
          "HAVING",
          "QUALIFY",
          "BY",
          "ON",
          "USING",
          "AND",
          "OR",
          "NOT",
          "IN",
          "IS",
          "LIKE",
          "ILIKE",
          "RLIKE",
          "BETWEEN",
          "SYMMETRIC",
          "TO",
          "WHEN",
          "THEN",
          "ELSE",
          "CASE",
          "AS",
          "VALUES",
          "LIMIT",
          "OFFSET",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "JOIN",
          "INTERVAL",
          "ESCAPE");

  /** Words that make what stands in the parentheses after them a part of the call before them. */
  private static final Set<String> PARTS_OF_CALLS = Set.of("OVER", "FILTER", "GROUP", "WITHIN");

  /** Words that make a literal of the text after them. */
  private static final Set<String> LITERALS = Set.of("DATE", "TIME", "TIMESTAMP", "INTERVAL");

  private Operands() {}

  /** Where the operand starts that ends at {@code end}. */
  static int start(List<Token> tokens, int end) {
    var last = tokens.get(end);
    if (Words.is(last, "]")) {
      return start(tokens, opening(tokens, end) - 1);
    }
    if (CLOSING.contains(last.image)) {
      return call(tokens, opening(tokens, end));
    }
    if (Words.is(last, "END")) {
      return caseStart(tokens, end);
    }
    if (Words.isText(last)) {
      return end > 0 && LITERALS.contains(Words.upper(tokens.get(end - 1))) ? end - 1 : end;
    }
    return name(tokens, end);
  }

  /**
   * Makes the operand that ends a list of tokens, and a text, the operands of a function.
   *
   * @param at where the text stands
   */
  static void call(List<Token> before, String function, String text, Token at) {
    int start = start(before, before.size() - 1);
    var place = before.get(start);
    before.addAll(
        start,
        List.of(
            Words.inPlaceOf(place, SqlBabelParserImplConstants.IDENTIFIER, function),
            Words.inPlaceOf(place, SqlBabelParserImplConstants.LPAREN, "(")));
    before.add(Words.inPlaceOf(at, SqlBabelParserImplConstants.COMMA, ","));
    before.add(
        Words.inPlaceOf(
            at, SqlBabelParserImplConstants.QUOTED_STRING, "'" + text.replace("'", "''") + "'"));
    before.add(Words.inPlaceOf(at, SqlBabelParserImplConstants.RPAREN, ")"));
  }

  /** The start of a call whose parenthesis is this one, or of the parenthesis alone. */
  private static int call(List<Token> tokens, int parenthesis) {
    if (parenthesis == 0 || !Words.is(tokens.get(parenthesis), "(")) {
      return parenthesis;
    }
    int before = parenthesis - 1;
    while (before > 0 && PARTS_OF_CALLS.contains(Words.upper(tokens.get(before)))) {
      before--;
    }
    if (before < parenthesis - 1) {
      return start(tokens, before);
    }
    var word = tokens.get(before);
    return Words.isName(word) && !NO_FUNCTIONS.contains(Words.upper(word))
        ? name(tokens, before)
        : parenthesis;
  }

  private static int name(List<Token> tokens, int end) {
    int start = end;
    while (start > 1 && Words.is(tokens.get(start - 1), ".")) {
      start -= 2;
    }
    return start;
  }

  private static int caseStart(List<Token> tokens, int end) {
    int depth = 0;
    for (int i = end; i > 0; i--) {
      depth += Words.is(tokens.get(i), "END") ? 1 : 0;
      depth -= Words.is(tokens.get(i), "CASE") ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return end;
  }

  /** An escape's brace and its word are one token. */
  private static boolean isOpening(Token token) {
    return OPENING.contains(token.image) || token.image.startsWith("{");
  }

  private static int opening(List<Token> tokens, int closing) {
    int depth = 0;
    for (int i = closing; i > 0; i--) {
      depth += CLOSING.contains(tokens.get(i).image) ? 1 : 0;
      depth -= isOpening(tokens.get(i)) ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  /** Where what is opened at {@code opening} is closed, or the last token. */
  static int closing(List<Token> tokens, int opening) {
    int depth = 0;
    for (int i = opening; i < tokens.size() - 1; i++) {
      depth += isOpening(tokens.get(i)) ? 1 : 0;
      depth -= CLOSING.contains(tokens.get(i).image) ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size() - 2;
  }
}
