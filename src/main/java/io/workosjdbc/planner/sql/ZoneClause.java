package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.Token;

/** {@code AT TIME ZONE 'UTC'} changes nothing, because all times are in UTC. */
final class ZoneClause implements TokenRewrite {

  private static final Set<String> UTC = Set.of("UTC", "Z", "GMT", "ETC/UTC", "+00:00");

  @Override
  public List<Token> apply(List<Token> tokens) throws RefusedStatement {
    var changed = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      if (Words.at(tokens, i, "AT", "TIME", "ZONE")) {
        if (!isUtc(tokens.get(i + 3))) {
          throw RefusedStatement.notSupported(
              "Times are in UTC and cannot be converted to another zone",
              Words.position(tokens.get(i)));
        }
        i += 3;
      } else {
        changed.add(tokens.get(i));
      }
    }
    return changed;
  }

  /** Whether a text names UTC. */
  static boolean isUtc(Token zone) {
    String name = Words.isText(zone) ? Words.text(zone) : zone.image;
    return UTC.contains(name.toUpperCase(Locale.ROOT));
  }
}
