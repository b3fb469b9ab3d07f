package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.babel.ParseException;
import org.apache.calcite.sql.parser.babel.Token;

/** What is refused with a sentence of its own: writing, and quotes of other dialects. */
final class Refusals {

  private static final Set<String> WRITING =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "UPSERT",
          "REPLACE",
          "TRUNCATE",
          "CREATE",
          "DROP",
          "ALTER",
          "RENAME",
          "GRANT",
          "REVOKE",
          "COMMENT",
          "COPY",
          "LOAD",
          "IMPORT",
          "CALL",
          "EXEC",
          "EXECUTE",
          "DO",
          "LOCK",
          "VACUUM",
          "ANALYZE",
          "REINDEX",
          "REFRESH");

  private static final Set<String> BEFORE_WRITING = Set.of("EXPLAIN", "PLAN", "FOR", "(");

  private Refusals() {}

  /** Refuses a statement that writes, also one that is only explained. */
  static void check(List<Token> tokens) throws RefusedStatement {
    int first = 0;
    while (BEFORE_WRITING.contains(Words.upper(tokens.get(first)))) {
      first++;
    }
    var verb = tokens.get(first);
    if (WRITING.contains(Words.upper(verb))) {
      throw RefusedStatement.readOnly(Words.upper(verb), Words.position(verb));
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (Words.at(tokens, i, "SELECT", "DISTINCT", "ON")) {
        throw RefusedStatement.notSupported(
            "DISTINCT ON is not supported: QUALIFY ROW_NUMBER() OVER (PARTITION BY ... ORDER BY"
                + " ...) = 1 after WHERE keeps the first row of each",
            Words.position(tokens.get(i + 2)));
      }
    }
  }

  /** What to throw for a token that the grammar does not expect. */
  static Exception unexpected(ParseException failure) {
    var token = failure.currentToken.next;
    for (int i = 0; i < 2 && token != null; i++, token = token.next) {
      if (Words.is(token, "[")) {
        return quotes("Brackets", Words.position(token));
      }
    }
    return failure;
  }

  static RefusedStatement quotes(String which, SqlParserPos position) {
    return RefusedStatement.notSupported(
        which + " do not quote names here; use double quotes", position);
  }
}
