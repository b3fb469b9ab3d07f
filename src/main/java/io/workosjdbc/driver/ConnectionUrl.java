package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A URL taken apart: {@code jdbc:workos:} and then {@code name=value} pairs separated by
 * semicolons.
 *
 * <p>A value may contain {@code =}. One that contains a semicolon, a quote or outer spaces is put
 * in single or double quotes, where the quote itself is doubled: {@code
 * trustStorePassword='it''s;ok'}. Messages never repeat text that is not a name, because it may be
 * a key in the wrong place.
 *
 * @param properties names as written, with their unquoted values, in the order of the URL
 */
record ConnectionUrl(Map<String, String> properties) {
  static final String PREFIX = "jdbc:workos:";

  ConnectionUrl {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  static boolean accepts(String url) {
    return url.startsWith(PREFIX);
  }

  /** Takes apart a URL that {@link #accepts} approves of. */
  static ConnectionUrl parse(String url) throws SQLException {
    return new ConnectionUrl(new Lexer(url, PREFIX.length()).pairs());
  }

  /** Writes a pair so that {@link #parse} reads it back. */
  static String pair(String name, String value) {
    boolean plain =
        !value.isEmpty()
            && value.equals(value.trim())
            && value.chars().noneMatch(c -> c == ';' || c == '\'' || c == '"');
    return name + "=" + (plain ? value : "'" + value.replace("'", "''") + "'");
  }

  /** One pass over the text. */
  private static final class Lexer {
    private final String text;
    private int position;

    Lexer(String text, int position) {
      this.text = text;
      this.position = position;
    }

    Map<String, String> pairs() throws SQLException {
      Map<String, String> pairs = new LinkedHashMap<>();
      for (int number = 1; skipToPair(); number++) {
        String name = name(number);
        String value = value(number);
        for (String other : pairs.keySet()) {
          if (other.equalsIgnoreCase(name)) {
            throw malformed("part " + number + " repeats a property");
          }
        }
        pairs.put(name, value);
      }
      return pairs;
    }

    /** Moves to the next pair; false at the end of the text. */
    private boolean skipToPair() {
      while (position < text.length()
          && (text.charAt(position) == ';' || Character.isWhitespace(text.charAt(position)))) {
        position++;
      }
      return position < text.length();
    }

    private String name(int number) throws SQLException {
      int end = position;
      while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != ';') {
        end++;
      }
      String name = text.substring(position, end).trim();
      if (name.isEmpty() || end == text.length() || text.charAt(end) == ';') {
        throw malformed("part " + number + " is not name=value");
      }
      position = end + 1;
      return name;
    }

    private String value(int number) throws SQLException {
      while (position < text.length() && text.charAt(position) == ' ') {
        position++;
      }
      boolean quoted =
          position < text.length()
              && (text.charAt(position) == '\'' || text.charAt(position) == '"');
      return quoted ? quotedValue(number) : plainValue();
    }

    private String plainValue() {
      int end = text.indexOf(';', position);
      end = end < 0 ? text.length() : end;
      String value = text.substring(position, end).trim();
      position = end;
      return value;
    }

    private String quotedValue(int number) throws SQLException {
      char quote = text.charAt(position++);
      StringBuilder value = new StringBuilder();
      while (position < text.length()) {
        char c = text.charAt(position++);
        boolean doubled = c == quote && position < text.length() && text.charAt(position) == quote;
        if (c == quote && !doubled) {
          if (!plainValue().isEmpty()) {
            throw malformed("part " + number + " goes on after the closing quote");
          }
          return value.toString();
        }
        position += doubled ? 1 : 0;
        value.append(c);
      }
      throw malformed("part " + number + " has no closing quote");
    }

    private static SQLException malformed(String problem) {
      return SqlState.BAD_VALUE.error(
          "Malformed URL: " + problem + "; write " + PREFIX + "name=value;name=value");
    }
  }
}
