package io.workosjdbc.driver;

import io.workosjdbc.planner.NoPlanException;
import io.workosjdbc.planner.sql.RefusedStatement;
import io.workosjdbc.planner.sql.RefusedStatement.Reason;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlValidatorException;

/** What Calcite's parser, validator, planner and runtime throw, said in one line. */
final class CalciteErrors {
  private CalciteErrors() {}

  static Optional<SQLException> translate(Throwable failure) {
    if (failure instanceof RefusedStatement e) {
      return Optional.of(stateOf(e.reason()).error(SqlErrors.messageOf(e) + at(e.getPos()), e));
    }
    if (failure instanceof SqlParseException e) {
      if (isWithoutPosition(e)) {
        return Optional.of(tooComplex(e));
      }
      return Optional.of(
          SqlState.SYNTAX_ERROR.error("Syntax error" + at(e.getPos()) + ": " + unexpected(e), e));
    }
    if (failure instanceof CalciteContextException e) {
      String message = SqlErrors.messageOf(e.getCause() == null ? e : e.getCause());
      return Optional.of(
          SqlState.SYNTAX_ERROR.error(
              message
                  + at(new SqlParserPos(e.getPosLine(), e.getPosColumn()))
                  + whatThereIs(message),
              e));
    }
    if (failure instanceof SqlValidatorException) {
      return Optional.of(SqlState.SYNTAX_ERROR.error(SqlErrors.messageOf(failure), failure));
    }
    if (failure instanceof NoPlanException) {
      return Optional.of(SqlState.UNSUPPORTED.error(SqlErrors.messageOf(failure), failure));
    }
    if (failure instanceof IllegalStateException && failure.getSuppressed().length > 0) {
      return Optional.of(notImplemented(failure.getSuppressed()[0]));
    }
    if (failure instanceof StackOverflowError || isCodeTooLarge(failure)) {
      return Optional.of(tooComplex(failure));
    }
    if (failure instanceof CalciteException) {
      return Optional.of(runtime(SqlErrors.messageOf(failure), failure));
    }
    return Optional.empty();
  }

  private static String whatThereIs(String message) {
    return message.startsWith("Object '") ? "; SHOW TABLES lists the tables" : "";
  }

  private static SqlState stateOf(Reason reason) {
    return switch (reason) {
      case READ_ONLY -> SqlState.READ_ONLY;
      case NOT_SUPPORTED -> SqlState.UNSUPPORTED;
    };
  }

  /** What the parser makes of the end of its stack. */
  private static boolean isWithoutPosition(SqlParseException e) {
    return Optional.ofNullable(e.getPos()).isEmpty();
  }

  private static SQLException tooComplex(Throwable failure) {
    return SqlState.TOO_COMPLEX.error(
        "The statement is too long or too deeply nested; split it, or join with a list of VALUES",
        failure);
  }

  /** What the reason is of a plan that no code can be made for; the plan itself is a page long. */
  private static SQLException notImplemented(Throwable reason) {
    return SqlState.UNSUPPORTED.error(
        "Not supported by workos-jdbc: " + SqlErrors.messageOf(reason), reason);
  }

  /** Janino's exceptions; its classes are there at run time only. */
  private static boolean isCodeTooLarge(Throwable failure) {
    String type = failure.getClass().getSimpleName();
    return type.equals("CompileException") || type.equals("InternalCompilerException");
  }

  /** Calcite's run-time functions throw one class for everything; only the text tells. */
  private static SQLException runtime(String message, Throwable failure) {
    String text = message.toLowerCase(Locale.ROOT);
    SqlState state = SqlState.BAD_VALUE;
    if (text.contains("division by zero")) {
      state = SqlState.DIVISION_BY_ZERO;
    } else if (text.contains("overflow") || text.contains("out of range")) {
      state = SqlState.OUT_OF_RANGE;
    } else if (text.contains("cast") || text.contains("convert")) {
      state = SqlState.BAD_CAST;
    }
    return state.error(message, failure);
  }

  private static String at(SqlParserPos position) {
    return position.getLineNum() <= 0
        ? ""
        : " (line " + position.getLineNum() + ", column " + position.getColumnNum() + ")";
  }

  /** Without the position, which comes first, and the list of all tokens that would do. */
  private static String unexpected(SqlParseException e) {
    String message = SqlErrors.messageOf(e);
    if (message.startsWith("Non-query expression")) {
      return "a statement begins with SELECT, WITH, VALUES, EXPLAIN, SHOW or DESCRIBE";
    }
    int position = message.indexOf(" at line ");
    String shortened = position < 0 ? message : message.substring(0, position);
    return shortened.startsWith("Encountered")
        ? "unexpected" + shortened.substring("Encountered".length())
        : shortened;
  }
}
