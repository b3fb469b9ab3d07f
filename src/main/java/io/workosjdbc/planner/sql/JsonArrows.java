package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplConstants;
import org.apache.calcite.sql.parser.babel.Token;

/**
 * {@code raw ->> 'name'} and {@code raw -> 'data' ->> 0}: {@link JsonText} with the path that all
 * arrows in a row make. They bind tighter than any operator.
 */
final class JsonArrows implements TokenRewrite {

  @Override
  public List<Token> apply(List<Token> tokens) {
    var changed = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      int key = key(tokens, i);
      if (key == 0 || changed.isEmpty()) {
        changed.add(tokens.get(i));
        continue;
      }
      var arrow = tokens.get(i);
      var path = new StringBuilder("lax $");
      for (; key > 0; key = key(tokens, i + 1)) {
        path.append(step(tokens.get(key)));
        i = key;
      }
      Operands.call(changed, JsonText.NAME, path.toString(), arrow);
    }
    return changed;
  }

  /** Where the key stands that belongs to the arrow at {@code at}; 0 if there is no such arrow. */
  private static int key(List<Token> tokens, int at) {
    if (!Words.at(tokens, at, "->")) {
      return 0;
    }
    int key = Words.at(tokens, at + 1, ">") ? at + 2 : at + 1;
    return Words.isText(tokens.get(key)) || isNumber(tokens.get(key)) ? key : 0;
  }

  private static boolean isNumber(Token token) {
    return token.kind == SqlBabelParserImplConstants.UNSIGNED_INTEGER_LITERAL;
  }

  /** A key or an index; a path, as MySQL has it, is one already. */
  private static String step(Token key) {
    if (isNumber(key)) {
      return "[" + key.image + "]";
    }
    String text = Words.text(key);
    return text.startsWith("$.") || text.startsWith("$[")
        ? text.substring(1)
        : "['" + text.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }
}
