package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * Intervals whose text names the units: {@code INTERVAL '7 days'}, {@code '7 days'::interval} and
 * {@code CAST('7 days' AS INTERVAL)}.
 */
final class IntervalTexts implements TokenRewrite {

  @Override
  public List<Token> apply(List<Token> tokens) throws RefusedStatement {
    var changed = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); ) {
      var found = find(tokens, i);
      if (found.length() == 0) {
        changed.add(tokens.get(i++));
      } else {
        literal(found.place(), found.text(), changed);
        i += found.length();
      }
    }
    return changed;
  }

  /** An interval's text, where it stands, and how many tokens it takes to write it; maybe none. */
  private record Found(Token place, String text, int length) {
    static Found of(Token text, int length) {
      return new Found(text, Words.text(text), length);
    }
  }

  private static Found find(List<Token> tokens, int start) {
    var first = tokens.get(start);
    if (Words.is(first, "INTERVAL") && Words.isText(tokens.get(start + 1))) {
      var text = tokens.get(start + 1);
      var next = tokens.get(start + 2);
      if (Words.isUnit(next)) {
        return new Found(first, "", 0);
      }
      return isNumber(text) && TimeUnits.ofText(next.image).isPresent()
          ? new Found(text, Words.text(text) + next.image, 3)
          : Found.of(text, 2);
    }
    if (Words.isText(first)
        && Words.at(tokens, start + 1, "::", "INTERVAL")
        && !Words.isUnit(tokens.get(start + 3))) {
      return Found.of(first, 3);
    }
    if (Words.at(tokens, start, "CAST", "(")
        && Words.isText(tokens.get(start + 2))
        && Words.at(tokens, start + 3, "AS", "INTERVAL", ")")) {
      return Found.of(tokens.get(start + 2), 6);
    }
    return new Found(first, "", 0);
  }

  /** A number alone takes its unit from the word after it, such as MILLISECOND. */
  private static boolean isNumber(Token text) {
    return Words.text(text).chars().allMatch(Character::isDigit);
  }

  /** Calcite's intervals are of months or of seconds; one of both is two, added or subtracted. */
  private static void literal(Token place, String text, List<Token> target)
      throws RefusedStatement {
    var parts = IntervalText.parse(text).orElse(List.of());
    if (parts.isEmpty()) {
      throw RefusedStatement.notSupported(
          "'" + text + "' is not an interval such as '7 days' or '2 hours 30 minutes'",
          Words.position(place));
    }
    var before = target.isEmpty() ? place : target.get(target.size() - 1);
    boolean isAdded = Words.is(before, "+") || Words.is(before, "-");
    if (parts.size() > 1 && !isAdded) {
      throw RefusedStatement.notSupported(
          "An interval of months and days can only be added or subtracted", Words.position(place));
    }
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        target.add(Words.inPlaceOf(before, before.kind, before.image));
      }
      literal(place, parts.get(i), target);
    }
  }

  private static void literal(Token place, IntervalText.Part part, List<Token> target) {
    var value = "'" + part.value() + "'";
    target.add(Words.inPlaceOf(place, SqlBabelParserImplConstants.INTERVAL, "INTERVAL"));
    target.add(Words.inPlaceOf(place, SqlBabelParserImplConstants.QUOTED_STRING, value));
    target.add(Words.inPlaceOf(place, part.unit().token(), part.unit().name()));
  }
}
