package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * SET does nothing where nothing would differ, and is refused where a statement would not do what
 * was asked for: to ignore a time zone or a timeout is to give wrong answers.
 */
final class SetCommand {

  private static final Set<String> SCOPES = Set.of("SESSION", "LOCAL", "GLOBAL");

  private static final Set<String> HARMLESS =
      Set.of(
          "APPLICATION_NAME",
          "AUTOCOMMIT",
          "CHARACTERISTICS",
          "CLIENT_ENCODING",
          "CLIENT_MIN_MESSAGES",
          "DATESTYLE",
          "EXTRA_FLOAT_DIGITS",
          "INTERVALSTYLE",
          "NAMES",
          "STANDARD_CONFORMING_STRINGS",
          "TRANSACTION");

  private SetCommand() {}

  static SqlNode of(List<Token> tokens) throws RefusedStatement {
    int at = SCOPES.contains(Words.upper(tokens.get(1))) ? 2 : 1;
    var name = tokens.get(at);
    boolean isHarmless = isZone(tokens, at) ? isUtc(tokens) : HARMLESS.contains(Words.upper(name));
    if (isHarmless) {
      return Nothing.at(tokens.get(0));
    }
    throw RefusedStatement.notSupported(
        isZone(tokens, at)
            ? "The time zone is always UTC"
            : ("SET " + name.image).strip()
                + " is not supported; see the properties of the connection",
        Words.position(name));
  }

  private static boolean isZone(List<Token> tokens, int at) {
    return Words.at(tokens, at, "TIME", "ZONE")
        || Words.at(tokens, at, "TIMEZONE")
        || Words.at(tokens, at, "TIME_ZONE");
  }

  private static boolean isUtc(List<Token> tokens) {
    return ZoneClause.isUtc(tokens.get(tokens.size() - 2));
  }
}
