package io.workosjdbc.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A LIKE pattern: {@code %} is any text, {@code _} any character. */
public record LikePattern(Pattern regex) {

  private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

  /**
   * What a pattern of a statement matches.
   *
   * @param escape the character that makes a wildcard after it an ordinary one; empty if none does.
   *     A pattern in which it stands elsewhere is a mistake, which only the filter tells: until
   *     then any text may match
   */
  public static LikePattern of(String like, String escape, boolean caseSensitive) {
    var regex = new StringBuilder();
    int at = 0;
    while (at < like.length()) {
      int c = like.codePointAt(at);
      at += Character.charCount(c);
      if (escape.indexOf(c) >= 0) {
        if (at == like.length() || !isEscapable(like.charAt(at), escape)) {
          return new LikePattern(ANYTHING);
        }
        regex.append(Pattern.quote(String.valueOf(like.charAt(at))));
        at++;
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c)));
      }
    }
    int fold = caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return new LikePattern(Pattern.compile(regex.toString(), Pattern.DOTALL | fold));
  }

  private static boolean isEscapable(char c, String escape) {
    return c == '%' || c == '_' || escape.indexOf(c) >= 0;
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

  public boolean matches(String text) {
    return regex.matcher(text).matches();
  }
}
