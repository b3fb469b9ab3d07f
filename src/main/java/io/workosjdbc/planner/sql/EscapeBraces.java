package io.workosjdbc.planner.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * JDBC's escapes that only put braces around SQL: {@code {oj a LEFT JOIN b ON ...}}, {@code {escape
 * '!'}}, {@code {limit 5}}, and {@code {fn extract(... FROM ...)}}, whose operands have no commas.
 */
final class EscapeBraces implements TokenRewrite {

  @Override
  public List<Token> apply(List<Token> tokens) {
    var changed = new ArrayList<Token>();
    Deque<Boolean> dropped = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.image.startsWith("{")) {
        boolean isJoin = Words.at(tokens, i, "{", "OJ");
        dropped.push(
            isJoin
                || Words.at(tokens, i, "{", "ESCAPE")
                || Words.at(tokens, i, "{", "LIMIT")
                || Words.at(tokens, i + 1, "EXTRACT"));
        if (dropped.element()) {
          i += isJoin ? 1 : 0;
          continue;
        }
      } else if (Words.is(token, "}") && Boolean.TRUE.equals(dropped.poll())) {
        continue;
      }
      changed.add(token);
    }
    return changed;
  }
}
