package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Refuses statements that would change something, by their first word. */
final class ReadOnly {
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
          "GRANT",
          "REVOKE",
          "COMMENT");

  private ReadOnly() {}

  /** Throws when {@code sql} is a statement that writes. */
  static void check(String sql) throws SQLException {
    String verb = firstWord(sql);
    if (WRITING.contains(verb)) {
      throw refuse(verb);
    }
  }

  /** The answer to anything that writes. */
  static SQLException refuse(String what) {
    return SqlState.UNSUPPORTED.error(
        what + " is not supported: workos-jdbc reads the WorkOS API and changes nothing");
  }

  private static String firstWord(String sql) {
    int start = skipBlanks(sql);
    int end = start;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(start, end).toUpperCase(Locale.ROOT);
  }

  /** The index of the first character that is neither white space, comment nor parenthesis. */
  private static int skipBlanks(String sql) {
    int i = 0;
    while (i < sql.length()) {
      if (sql.startsWith("--", i)) {
        int end = sql.indexOf('\n', i);
        i = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", i)) {
        int end = sql.indexOf("*/", i + 2);
        i = end < 0 ? sql.length() : end + 2;
      } else if (Character.isWhitespace(sql.charAt(i)) || sql.charAt(i) == '(') {
        i++;
      } else {
        break;
      }
    }
    return i;
  }
}
