package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/** Reads tokens, and makes new ones that stand where an old one stood. */
final class Words {

  // The kinds of the words for units of time. A class that uses nothing else of the parser, and
  // names its constants, keeps a reference to their interface which relocation does not see.
  static final int MONTH = SqlBabelParserImplConstants.MONTH;
  static final int DAY = SqlBabelParserImplConstants.DAY;
  static final int HOUR = SqlBabelParserImplConstants.HOUR;
  static final int MINUTE = SqlBabelParserImplConstants.MINUTE;
  static final int SECOND = SqlBabelParserImplConstants.SECOND;

  /** The units that may follow an interval's text. */
  private static final Set<String> UNITS =
      Set.of(
          "YEAR",
          "YEARS",
          "QUARTER",
          "QUARTERS",
          "MONTH",
          "MONTHS",
          "WEEK",
          "WEEKS",
          "DAY",
          "DAYS",
          "HOUR",
          "HOURS",
          "MINUTE",
          "MINUTES",
          "SECOND",
          "SECONDS");

  private Words() {}

  /** The token as a keyword or bare identifier in upper case; other tokens as they are written. */
  static String upper(Token token) {
    return token.image.toUpperCase(Locale.ROOT);
  }

  static boolean is(Token token, String word) {
    return token.image.equalsIgnoreCase(word);
  }

  /** Whether the words at {@code start} are these. */
  static boolean at(List<Token> tokens, int start, String... words) {
    if (start < 0 || start + words.length > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!is(tokens.get(start + i), words[i])) {
        return false;
      }
    }
    return true;
  }

  static boolean isText(Token token) {
    return token.kind == SqlBabelParserImplConstants.QUOTED_STRING;
  }

  static boolean isEnd(Token token) {
    return token.kind == SqlBabelParserImplConstants.EOF;
  }

  static boolean isName(Token token) {
    return token.kind == SqlBabelParserImplConstants.QUOTED_IDENTIFIER
        || Character.isJavaIdentifierStart(token.image.isEmpty() ? ' ' : token.image.charAt(0));
  }

  static boolean isUnit(Token token) {
    return UNITS.contains(upper(token));
  }

  /** What a text literal says. */
  static String text(Token token) {
    return token.image.substring(1, token.image.length() - 1).replace("''", "'");
  }

  /** The name that an identifier means. */
  static String name(Token token) {
    return token.kind == SqlBabelParserImplConstants.QUOTED_IDENTIFIER
        ? token.image.substring(1, token.image.length() - 1).replace("\"\"", "\"")
        : token.image;
  }

  /** A token that an error would report at the place of {@code old}. */
  static Token inPlaceOf(Token old, int kind, String image) {
    var token = Token.newToken(kind);
    token.kind = kind;
    token.image = image;
    token.beginLine = old.beginLine;
    token.beginColumn = old.beginColumn;
    token.endLine = old.endLine;
    token.endColumn = old.endColumn;
    return token;
  }

  static SqlParserPos position(Token token) {
    return new SqlParserPos(token.beginLine, token.beginColumn, token.endLine, token.endColumn);
  }
}
