package io.workosjdbc.http;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong with an exchange. The message says what was tried, what came back
 * and what to do next; it never contains the key or a response body.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as it decides what the caller does next. */
  public enum Kind {
    /** No connection: name not found, refused, TLS, proxy. */
    CANNOT_CONNECT,
    /** The connection broke, or no complete answer came within the request timeout. */
    BROKEN_OFF,
    /** 401. */
    UNAUTHORIZED,
    /** 403. */
    FORBIDDEN,
    /** 404. */
    NOT_FOUND,
    /** 400, 422 and every other 4xx, or a target that is no URL. */
    BAD_REQUEST,
    /** 429 outlasted the retries. */
    RATE_LIMITED,
    /** 5xx or 408 outlasted the retries. */
    SERVER_ERROR,
    /** The deadline of the {@link CallScope} has passed, or a wait would pass it. */
    TIMED_OUT,
    /** The {@link CallScope} was cancelled, the thread interrupted or the client closed. */
    CANCELLED,
    /** An answer that makes no sense: no JSON, far too large, a redirect to another host. */
    NONSENSE
  }

  private final Kind kind;
  private final String requestLine;
  private final @Nullable Integer status;
  private final @Nullable String requestId;
  private final @Nullable String code;
  private final @Nullable String apiMessage;

  private ApiException(
      Kind kind,
      String requestLine,
      String message,
      Optional<Answer> answer,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.requestLine = requestLine;
    this.status = answer.map(Answer::status).orElse(null);
    this.requestId = answer.flatMap(Answer::requestId).orElse(null);
    this.code = answer.flatMap(Answer::code).orElse(null);
    this.apiMessage = answer.flatMap(Answer::message).orElse(null);
  }

  /** A failure without an answer; {@code requestLine} is empty when no request was meant yet. */
  public static ApiException of(Kind kind, String requestLine, String message) {
    return new ApiException(kind, requestLine, message, Optional.empty(), null);
  }

  /** A failure without an answer. */
  public static ApiException of(Kind kind, String requestLine, String message, Throwable cause) {
    return new ApiException(kind, requestLine, message, Optional.empty(), cause);
  }

  /**
   * A 2xx answer that its reader can make no sense of.
   *
   * @param problem what is wrong with it, without any part of the body
   */
  public static ApiException nonsense(String requestLine, ApiResponse response, String problem) {
    var answer =
        new Answer(response.status(), response.requestId(), Optional.empty(), Optional.empty());
    return of(Kind.NONSENSE, requestLine, Failures.nonsense(requestLine, answer, problem), answer);
  }

  static ApiException of(Kind kind, String requestLine, String message, Answer answer) {
    return new ApiException(kind, requestLine, message, Optional.of(answer), null);
  }

  public Kind kind() {
    return kind;
  }

  /** The answer's status; empty when there was no answer. */
  public OptionalInt status() {
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** Such as {@code GET /organizations?limit=100}; empty when no request was meant yet. */
  public String requestLine() {
    return requestLine;
  }

  /** The answer's {@code X-Request-ID} or the like, which the API's support asks for. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** The API's own error code, such as {@code invalid_request_parameters}. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** The API's own words with its field errors, one cleaned line of at most 300 characters. */
  public Optional<String> apiMessage() {
    return Optional.ofNullable(apiMessage);
  }
}
