package io.workosjdbc.driver;

import io.workosjdbc.http.ApiException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/**
 * What an exchange with the API ended in. The message is the API client's, which shows no secret.
 */
final class ApiErrors {
  private ApiErrors() {}

  static Optional<SQLException> translate(Throwable failure) {
    return failure instanceof ApiException e
        ? Optional.of(state(e.kind()).error(message(e), e))
        : Optional.empty();
  }

  private static String message(ApiException e) {
    return Objects.requireNonNullElse(e.getMessage(), e.requestLine());
  }

  private static SqlState state(ApiException.Kind kind) {
    return switch (kind) {
      case CANNOT_CONNECT -> SqlState.CANNOT_CONNECT;
      case BROKEN_OFF, SERVER_ERROR -> SqlState.BROKEN_OFF;
      case UNAUTHORIZED -> SqlState.KEY_REFUSED;
      case FORBIDDEN -> SqlState.FORBIDDEN;
      case NOT_FOUND, BAD_REQUEST -> SqlState.BAD_VALUE;
      case RATE_LIMITED -> SqlState.LIMIT_EXCEEDED;
      case TIMED_OUT -> SqlState.TIMED_OUT;
      case CANCELLED -> SqlState.CANCELLED;
      case NONSENSE -> SqlState.NONSENSE;
    };
  }
}
