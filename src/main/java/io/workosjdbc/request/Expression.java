package io.workosjdbc.request;

import java.util.List;

/**
 * An expression that narrows a list.
 *
 * @param parameter the parameter that takes it
 * @param checks what every row must therefore show
 * @param isExact whether the checks say all that the expression does
 */
public record Expression(String parameter, String text, List<Check> checks, boolean isExact) {
  public Expression {
    checks = List.copyOf(checks);
  }
}
