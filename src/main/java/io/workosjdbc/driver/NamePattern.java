package io.workosjdbc.driver;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which names a question to the metadata is about. Names match in any case, as they do in SQL,
 * because tools often ask for them in upper case.
 */
record NamePattern(Pattern regex) {
  /** What {@code DatabaseMetaData.getSearchStringEscape} answers. */
  static final char ESCAPE = '\\';

  private static final NamePattern ANY = new NamePattern(Pattern.compile(".*", Pattern.DOTALL));

  /**
   * A pattern in which {@code %} is any text, {@code _} any character and a backslash escapes both;
   * null for any name.
   */
  static NamePattern like(@Nullable String pattern) {
    if (pattern == null) {
      return ANY;
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == ESCAPE && i + 1 < pattern.length()) {
        regex.append(literal(pattern.charAt(++i)));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : literal(c));
      }
    }
    return of(regex.toString());
  }

  /**
   * One name; null for any, and {@code %} too, which DBeaver sends where no pattern is expected.
   */
  static NamePattern exactly(@Nullable String name) {
    return name == null || name.equals("%") ? ANY : of(Pattern.quote(name));
  }

  boolean matches(String name) {
    return regex.matcher(name).matches();
  }

  private static String literal(char c) {
    return Pattern.quote(String.valueOf(c));
  }

  private static NamePattern of(String regex) {
    return new NamePattern(
        Pattern.compile(regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }
}
