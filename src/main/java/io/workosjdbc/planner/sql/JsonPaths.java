package io.workosjdbc.planner.sql;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;

/**
 * Paths as the standard writes them, in the words of the library that follows them: {@code $."cost
 * center"} is {@code $['cost center']}, and would find nothing else.
 */
final class JsonPaths {

  private static final Pattern QUOTED_NAME = Pattern.compile("\\.\"((?:[^\"\\\\]|\\\\.)*)\"");

  private JsonPaths() {}

  /** Of {@code JSON_VALUE(json, path ...)} and its like. */
  static Optional<SqlNode> of(SqlCall call) {
    if (call.operandCount() > 1) {
      call.setOperand(1, of(call.<SqlNode>operand(1)));
    }
    return Optional.of(call);
  }

  static SqlNode of(SqlNode path) {
    return SqlTree.text(path)
        .map(text -> QUOTED_NAME.matcher(text).replaceAll(JsonPaths::inBrackets))
        .<SqlNode>map(text -> SqlLiteral.createCharString(text, path.getParserPosition()))
        .orElse(path);
  }

  private static String inBrackets(MatchResult name) {
    return Matcher.quoteReplacement(
        "['" + name.group(1).replace("\\\"", "\"").replace("'", "\\'") + "']");
  }
}
