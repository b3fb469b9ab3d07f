package io.workosjdbc.driver;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The SQLStates this driver answers with, each with the JDBC exception class that fits it: what may
 * work when tried again is an {@link SQLTransientException}.
 */
enum SqlState {
  CANNOT_CONNECT("08001", SQLTransientConnectionException::new),
  CONNECTION_CLOSED("08003", SQLNonTransientConnectionException::new),
  BROKEN_OFF("08006", SQLTransientConnectionException::new),
  UNSUPPORTED("0A000", SQLFeatureNotSupportedException::new),
  TOO_MANY_ROWS("21000", SQLNonTransientException::new),
  OUT_OF_RANGE("22003", SQLDataException::new),
  BAD_DATETIME("22007", SQLDataException::new),
  DIVISION_BY_ZERO("22012", SQLDataException::new),
  BAD_CAST("22018", SQLDataException::new),
  BAD_PATTERN("2201B", SQLDataException::new),
  BAD_VALUE("22023", SQLNonTransientException::new),
  NO_CURRENT_ROW("24000", SQLNonTransientException::new),
  READ_ONLY("25006", SQLNonTransientException::new),
  KEY_REFUSED("28000", SQLInvalidAuthorizationSpecException::new),
  SYNTAX_ERROR("42000", SQLSyntaxErrorException::new),
  FORBIDDEN("42501", SQLInvalidAuthorizationSpecException::new),
  NO_SUCH_COLUMN("42703", SQLSyntaxErrorException::new),
  LIMIT_EXCEEDED("53400", SQLTransientException::new),
  BUDGET_EXCEEDED("53400", SQLNonTransientException::new),
  TOO_COMPLEX("54001", SQLNonTransientException::new),
  CLOSED("55000", SQLNonTransientException::new),
  CANCELLED("57014", SQLNonTransientException::new),
  TIMED_OUT("57014", SQLTimeoutException::new),
  NONSENSE("58000", SQLNonTransientException::new),
  INTERNAL("HY000", SQLNonTransientException::new);

  /** The constructor that every JDBC exception class has. */
  private interface Maker {
    SQLException make(String reason, String state, @Nullable Throwable cause);
  }

  private final String code;

  // A constructor reference.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Maker maker;

  SqlState(String code, Maker maker) {
    this.code = code;
    this.maker = maker;
  }

  String code() {
    return code;
  }

  SQLException error(String message) {
    return maker.make(Secret.hidden(message), code, null);
  }

  SQLException error(String message, Throwable cause) {
    return maker.make(Secret.hidden(message), code, cause);
  }
}
