package io.workosjdbc.request;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An expression that narrows a list.
 *
 * @param parameter the parameter that takes it
 * @param checks what every row must therefore show
 * @param isExact whether the checks say all that the expression does
 */
public record Expression(String parameter, String text, List<Check> checks, boolean isExact) {
  private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  public Expression {
    checks = List.copyOf(checks);
  }

  /** What it is without its values: expressions alike are understood or refused alike. */
  public String shape() {
    return parameter + "=" + VALUE.matcher(text).replaceAll("?");
  }
}
