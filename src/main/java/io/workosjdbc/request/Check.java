package io.workosjdbc.request;

import java.util.Optional;
import java.util.Set;

/**
 * What a request asked for and every row of its answer must therefore show: rows that do not are
 * left out, so that a service which ignores a parameter, and requests that overlap, do no harm.
 *
 * @param firstElement whether it is about the first element of a comma-joined column only
 */
public record Check(String column, Set<String> values, boolean firstElement) {
  public Check {
    values = Set.copyOf(values);
  }

  /** The column's value is one of these. */
  static Check oneOf(String column, Set<String> values) {
    return new Check(column, values, false);
  }

  /** The first element of the comma-joined column is this. */
  static Check first(String column, String value) {
    return new Check(column, Set.of(value), true);
  }

  public boolean passes(Optional<String> value) {
    return value
        .map(text -> firstElement ? firstOf(text) : text)
        .filter(values::contains)
        .isPresent();
  }

  /** The first element of a comma-joined text. */
  static String firstOf(String joined) {
    int comma = joined.indexOf(',');
    return comma < 0 ? joined : joined.substring(0, comma);
  }
}
