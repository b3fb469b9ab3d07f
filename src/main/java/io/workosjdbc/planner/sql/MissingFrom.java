package io.workosjdbc.planner.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/** {@code SELECT 1 WHERE ...}, without a FROM, selects from one row. */
final class MissingFrom implements TokenRewrite {

  private static final Set<String> AFTER_FROM = Set.of("WHERE", "HAVING");

  /** What was seen last between the same two parentheses. */
  private enum Seen {
    NOTHING,
    SELECT,
    FROM
  }

  @Override
  public List<Token> apply(List<Token> tokens) {
    var changed = new ArrayList<Token>();
    Deque<Seen> levels = new ArrayDeque<>(List.of(Seen.NOTHING));
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (Words.is(token, "(")) {
        levels.push(Seen.NOTHING);
      } else if (Words.is(token, ")") && levels.size() > 1) {
        levels.pop();
      } else if (Words.is(token, "SELECT")) {
        see(Words.at(tokens, i + 1, "*") ? Seen.FROM : Seen.SELECT, levels);
      } else if (Words.is(token, "FROM")) {
        see(Seen.FROM, levels);
      } else if (AFTER_FROM.contains(Words.upper(token)) && levels.peek() == Seen.SELECT) {
        changed.addAll(fromOneRow(token));
        see(Seen.FROM, levels);
      }
      changed.add(token);
    }
    return changed;
  }

  private static void see(Seen what, Deque<Seen> levels) {
    levels.pop();
    levels.push(what);
  }

  private static List<Token> fromOneRow(Token place) {
    return List.of(
        Words.inPlaceOf(place, SqlBabelParserImplConstants.FROM, "FROM"),
        Words.inPlaceOf(place, SqlBabelParserImplConstants.LPAREN, "("),
        Words.inPlaceOf(place, SqlBabelParserImplConstants.VALUES, "VALUES"),
        Words.inPlaceOf(place, SqlBabelParserImplConstants.LPAREN, "("),
        Words.inPlaceOf(place, SqlBabelParserImplConstants.UNSIGNED_INTEGER_LITERAL, "0"),
        Words.inPlaceOf(place, SqlBabelParserImplConstants.RPAREN, ")"),
        Words.inPlaceOf(place, SqlBabelParserImplConstants.RPAREN, ")"));
  }
}
