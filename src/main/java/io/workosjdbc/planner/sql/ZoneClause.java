package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * {@code AT TIME ZONE 'UTC'} changes nothing, because all times are in UTC; another zone makes it a
 * call of {@link Zones}. It binds tighter than any operator.
 */
final class ZoneClause implements TokenRewrite {

  private static final Set<String> UTC = Set.of("UTC", "Z", "GMT", "ETC/UTC", "+00:00");

  @Override
  public List<Token> apply(List<Token> tokens) throws RefusedStatement {
    var changed = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      if (Words.at(tokens, i, "AT", "TIME", "ZONE")) {
        var zone = tokens.get(i + 3);
        if (!isUtc(zone)) {
          convert(changed, zone);
        }
        i += 3;
      } else {
        changed.add(tokens.get(i));
      }
    }
    return changed;
  }

  private static void convert(List<Token> before, Token zone) throws RefusedStatement {
    if (before.isEmpty() || !Words.isText(zone) || !Zones.isKnown(Words.text(zone))) {
      throw RefusedStatement.notSupported(
          "AT TIME ZONE takes the name of a time zone as a text, such as 'America/New_York'",
          Words.position(zone));
    }
    Operands.call(before, Zones.NAME, Words.text(zone), zone);
  }

  /** Whether a text names UTC. */
  static boolean isUtc(Token zone) {
    String name = Words.isText(zone) ? Words.text(zone) : zone.image;
    return UTC.contains(name.toUpperCase(Locale.ROOT));
  }
}
