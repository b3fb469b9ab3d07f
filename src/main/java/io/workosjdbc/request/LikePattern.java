package io.workosjdbc.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A LIKE pattern: {@code %} is any text, {@code _} any character. */
record LikePattern(Pattern regex) {

  static LikePattern of(String like, String escape, boolean caseSensitive) {
    var regex = new StringBuilder();
    for (int at = 0; at < like.length(); at++) {
      char c = like.charAt(at);
      if (escape.indexOf(c) >= 0 && at + 1 < like.length()) {
        regex.append(Pattern.quote(String.valueOf(like.charAt(++at))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    int fold = caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return new LikePattern(Pattern.compile(regex.toString(), Pattern.DOTALL | fold));
  }

  /** The texts between the wildcards of a pattern, the one before the first wildcard first. */
  static List<String> literals(String like, String escape) {
    var literals = new ArrayList<String>();
    var literal = new StringBuilder();
    for (int at = 0; at < like.length(); at++) {
      char c = like.charAt(at);
      if (escape.indexOf(c) >= 0 && at + 1 < like.length()) {
        literal.append(like.charAt(++at));
      } else if (c == '%' || c == '_') {
        literals.add(literal.toString());
        literal.setLength(0);
      } else {
        literal.append(c);
      }
    }
    literals.add(literal.toString());
    return literals;
  }

  boolean matches(String text) {
    return regex.matcher(text).matches();
  }
}
