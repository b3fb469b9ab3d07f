package io.workosjdbc.planner.sql;

import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A statement, or a part of one, that is understood and not supported. The message is one line that
 * says what to do instead.
 */
public final class RefusedStatement extends SqlParseException {
  private static final long serialVersionUID = 1L;

  /** Why a statement is refused. */
  public enum Reason {
    /** It would change data or structure; SQLState 25006. */
    READ_ONLY,
    /** It is of a dialect, or asks for a feature, that is not there; SQLState 0A000. */
    NOT_SUPPORTED
  }

  private final Reason reason;

  @SuppressWarnings("NullAway") // a parse exception without tokens and cause has nulls there
  private RefusedStatement(Reason reason, String message, SqlParserPos position) {
    super(message, position, null, null, null);
    this.reason = reason;
  }

  static RefusedStatement readOnly(String what, SqlParserPos position) {
    return new RefusedStatement(
        Reason.READ_ONLY, what + " is not supported: the data is read-only", position);
  }

  static RefusedStatement notSupported(String message, SqlParserPos position) {
    return new RefusedStatement(Reason.NOT_SUPPORTED, message, position);
  }

  public Reason reason() {
    return reason;
  }
}
