package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A URL taken apart: {@code jdbc:workos:} or another prefix, and then {@code name=value} pairs
 * separated by semicolons.
 *
 * <p>A value may contain {@code =}. One that contains a semicolon, a quote or outer spaces is put
 * in single or double quotes, where the quote itself is doubled: {@code
 * trustStorePassword='it''s;ok'}. Messages never repeat text that is not a name, because it may be
 * a key in the wrong place.
 *
 * @param product the source that its prefix stands for
 * @param properties names as written, with their unquoted values, in the order of the URL
 */
record ConnectionUrl(Product product, Map<String, String> properties) {

  ConnectionUrl {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** Takes apart a URL that begins with the prefix of a product. */
  static ConnectionUrl parse(String url) throws SQLException {
    Product product =
        Products.of(url)
            .orElseThrow(() -> SqlState.BAD_VALUE.error("The URL begins with no known prefix"));
    return new ConnectionUrl(product, new Lexer(url, product.prefix()).pairs());
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
    private final String prefix;
    private int position;

    Lexer(String text, String prefix) {
      this.text = text;
      this.prefix = prefix;
      this.position = prefix.length();
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

    private SQLException malformed(String problem) {
      return SqlState.BAD_VALUE.error(
          "Malformed URL: " + problem + "; write " + prefix + "name=value;name=value");
    }
  }
}
