package io.workosjdbc.driver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteException;

/**
 * A failure of generated code to initialise. Calcite computes constants there; the first use of the
 * class throws what went wrong, and later ones, of a plan that is kept, tell of it in words only.
 */
final class Recalled {
  private static final Pattern WORDS =
      Pattern.compile("Exception ([\\w.$]+)(?:: (.*))? \\[in thread .*", Pattern.DOTALL);

  private Recalled() {}

  /** What the JVM tells of, if the failure is such a one; else the failure itself. */
  static Throwable of(Throwable failure) {
    Matcher words = WORDS.matcher(SqlErrors.messageOf(failure));
    return failure instanceof ExceptionInInitializerError && words.matches()
        ? thrown(words.group(1), String.valueOf(words.group(2)), failure)
        : failure;
  }

  private static Throwable thrown(String type, String message, Throwable failure) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    return switch (name) {
      case "ArithmeticException" -> new ArithmeticException(message);
      case "NumberFormatException" -> new NumberFormatException(message);
      case "IllegalArgumentException" -> new IllegalArgumentException(message);
      default ->
          name.equals(CalciteException.class.getSimpleName())
              ? new CalciteException(message, null)
              : failure;
    };
  }
}
