package io.workosjdbc.driver;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.apache.calcite.runtime.Like;
import org.apache.calcite.runtime.SqlFunctions;

/** What the JDK and generated code throw for a value that an expression cannot take. */
final class ValueErrors {
  /** Avatica's words, before a type and the name of an internal class. */
  private static final String NO_CONVERSION = "cannot convert to ";

  private ValueErrors() {}

  static Optional<SQLException> translate(Throwable failure) {
    String text = SqlErrors.messageOf(failure);
    if (failure instanceof SQLDataException && text.startsWith(NO_CONVERSION)) {
      String type = text.substring(NO_CONVERSION.length()).replaceFirst(" .*", "");
      return Optional.of(SqlState.BAD_CAST.error("The column cannot be read as " + type, failure));
    }
    return state(failure).map(state -> state.error(message(state, failure), failure));
  }

  private static Optional<SqlState> state(Throwable failure) {
    String text = SqlErrors.messageOf(failure).toLowerCase(Locale.ROOT);
    if (failure instanceof ArithmeticException) {
      return Optional.of(text.contains("zero") ? SqlState.DIVISION_BY_ZERO : SqlState.OUT_OF_RANGE);
    }
    if (failure instanceof NumberFormatException) {
      return Optional.of(text.contains("out of range") ? SqlState.OUT_OF_RANGE : SqlState.BAD_CAST);
    }
    if (failure instanceof PatternSyntaxException) {
      return Optional.of(SqlState.BAD_PATTERN);
    }
    if (failure instanceof DateTimeException) {
      return Optional.of(SqlState.BAD_DATETIME);
    }
    if (failure instanceof IllegalArgumentException
        && text.matches(".*\\b(date|time|timestamp|field is out of range)\\b.*")) {
      return Optional.of(SqlState.BAD_DATETIME);
    }
    if (failure instanceof IllegalStateException && text.contains("single_value")) {
      return Optional.of(SqlState.TOO_MANY_ROWS);
    }
    if (failure instanceof UnsupportedOperationException || text.startsWith("todo:")) {
      return Optional.of(SqlState.UNSUPPORTED);
    }
    return isThrownBy(SqlFunctions.class, failure) || isThrownBy(Like.class, failure)
        ? Optional.of(SqlState.BAD_VALUE)
        : Optional.empty();
  }

  /** Whether a function of Calcite's refuses a value, in an exception of no class of its own. */
  private static boolean isThrownBy(Class<?> type, Throwable failure) {
    StackTraceElement[] calls = failure.getStackTrace();
    return calls.length > 0 && calls[0].getClassName().equals(type.getName());
  }

  private static String message(SqlState state, Throwable failure) {
    String detail = SqlErrors.messageOf(failure);
    return switch (state) {
      case TOO_MANY_ROWS ->
          "A sub-query that stands for a value gave more than one row; LIMIT 1 or MAX gives one";
      case DIVISION_BY_ZERO -> "Division by zero";
      case OUT_OF_RANGE -> "A number is out of range: " + detail;
      case BAD_PATTERN -> "The regular expression is not valid: " + detail;
      case BAD_CAST -> "A text is not a number: " + detail;
      case UNSUPPORTED -> "Not supported by workos-jdbc: " + detail;
      default -> detail;
    };
  }
}
