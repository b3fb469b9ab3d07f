package io.workosjdbc.http;

import io.workosjdbc.http.ApiException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;

/** Says what went wrong: what was tried, what came back, what to do next. */
final class Failures {
  private final String host;
  private final Redaction redaction;

  Failures(String host, Redaction redaction) {
    this.host = host;
    this.redaction = redaction;
  }

  /** An answer that is not 2xx and that no retry improved. */
  ApiException answered(Exchange exchange, Response response) throws IOException {
    Answer answer = Answer.of(response, redaction);
    Kind kind = kind(answer.status());
    String message =
        tried(exchange.requestLine())
            + " was answered with "
            + answer.inWords()
            + attempts(exchange)
            + ". "
            + advice(kind, answer.status());
    return ApiException.of(kind, exchange.requestLine(), message, answer);
  }

  /** An exchange that ended without a whole answer. */
  ApiException broken(Exchange exchange, IOException e) {
    String line = exchange.requestLine();
    if (exchange.scope().isCancelled()) {
      return ApiException.of(Kind.CANCELLED, line, cancelled(line), e);
    }
    if (Thread.currentThread().isInterrupted()) {
      return ApiException.of(Kind.CANCELLED, line, interrupted(line), e);
    }
    if (isDeadline(exchange, e)) {
      return ApiException.of(Kind.TIMED_OUT, line, timedOut(line), e);
    }
    String problem = redaction.line(e.toString());
    if (exchange.isConnected()) {
      String message =
          "%s was broken off by %s%s. The connection to %s or the service failed; try again later"
              + ", and raise requestTimeout if the answers are slow";
      return ApiException.of(
          Kind.BROKEN_OFF,
          line,
          message.formatted(tried(line), problem, attempts(exchange), host),
          e);
    }
    String message = "%s could not connect to %s: %s%s. Check %s";
    String check = isCertificate(e) ? "the trust store and baseUrl" : "baseUrl, network and proxy";
    return ApiException.of(
        Kind.CANNOT_CONNECT,
        line,
        message.formatted(tried(line), host, problem, attempts(exchange), check),
        e);
  }

  /** A wait before the next attempt that the deadline does not leave time for. */
  ApiException noTimeToRetry(Exchange exchange, Response response, Duration wait)
      throws IOException {
    Answer answer = Answer.of(response, redaction);
    String message =
        "%s was answered with %s%s, and waiting %d ms for the next attempt would pass the"
            + " statement's time limit. Raise the query timeout%s";
    String rate = answer.status() == 429 ? " or lower requestsPerSecond" : "";
    String line = exchange.requestLine();
    return ApiException.of(
        Kind.TIMED_OUT,
        line,
        message.formatted(tried(line), answer.inWords(), attempts(exchange), wait.toMillis(), rate),
        answer);
  }

  /** A wait for the rate limiter that the deadline does not leave time for. */
  static ApiException noTimeForTurn(Exchange exchange, Duration wait) {
    String message =
        "%s was not sent: waiting %d ms for its turn under requestsPerSecond would pass the"
            + " statement's time limit. Raise requestsPerSecond or the query timeout";
    String line = exchange.requestLine();
    return ApiException.of(Kind.TIMED_OUT, line, message.formatted(tried(line), wait.toMillis()));
  }

  static ApiException noTimeInLane(Exchange exchange, Lane lane, Duration wait) {
    String message =
        "%s was not sent: the service answers %d of these a second, and waiting %d ms would pass"
            + " the statement's time limit. Ask for less, or raise the query timeout";
    String line = exchange.requestLine();
    return ApiException.of(
        Kind.TIMED_OUT,
        line,
        message.formatted(tried(line), lane.requestsPerSecond(), wait.toMillis()));
  }

  /** A wait for the service's next window, likewise. */
  static ApiException noTimeForQuota(Exchange exchange, Duration wait) {
    String message =
        "%s was not sent: the service answers no more of them for another %d ms, which would pass"
            + " the statement's time limit. Raise the query timeout, or ask for less";
    String line = exchange.requestLine();
    return ApiException.of(Kind.TIMED_OUT, line, message.formatted(tried(line), wait.toMillis()));
  }

  /** A wait after a connection that broke or was never made, likewise. */
  ApiException noTimeToRetry(Exchange exchange, IOException e, Duration wait) {
    String message =
        "%s failed with %s%s, and waiting %d ms for the next attempt would pass the statement's"
            + " time limit. Check the connection to %s, or raise the query timeout";
    String line = exchange.requestLine();
    return ApiException.of(
        Kind.TIMED_OUT,
        line,
        message.formatted(
            tried(line), redaction.line(e.toString()), attempts(exchange), wait.toMillis(), host),
        e);
  }

  /** A failure that another attempt cannot end. */
  static boolean isFinal(Exchange exchange, IOException e) {
    return exchange.scope().isCancelled()
        || Thread.currentThread().isInterrupted()
        || isDeadline(exchange, e)
        || e instanceof ProxyRefusal
        || isCertificate(e);
  }

  static String cancelled(String requestLine) {
    return tried(requestLine) + " was cancelled";
  }

  static String interrupted(String requestLine) {
    return tried(requestLine) + " was given up because its thread was interrupted";
  }

  static String timedOut(String requestLine) {
    return tried(requestLine)
        + " ran into the statement's time limit. Raise the query timeout or ask for less";
  }

  static String nonsense(String requestLine, Answer answer, String problem) {
    return tried(requestLine)
        + " was answered with "
        + answer.inWords()
        + ", which makes no sense: "
        + CleanText.line(problem)
        + ". Check baseUrl; if it is right, report this with the request id";
  }

  private static boolean isDeadline(Exchange exchange, IOException e) {
    return exchange.scope().remaining().filter(left -> left.toNanos() <= 0).isPresent()
        || (exchange.isBoundByDeadline()
            && e instanceof InterruptedIOException
            && !(e instanceof SocketTimeoutException));
  }

  private static boolean isCertificate(IOException e) {
    return e instanceof SSLPeerUnverifiedException
        || (e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException);
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404 -> Kind.NOT_FOUND;
      case 407 -> Kind.CANNOT_CONNECT;
      case 408 -> Kind.SERVER_ERROR;
      case 429 -> Kind.RATE_LIMITED;
      default -> {
        if (status >= 500) {
          yield Kind.SERVER_ERROR;
        }
        yield status >= 400 ? Kind.BAD_REQUEST : Kind.NONSENSE;
      }
    };
  }

  private static String advice(Kind kind, int status) {
    return switch (kind) {
      case UNAUTHORIZED ->
          "Check the API key: it is missing, wrong, revoked or meant for another environment";
      case FORBIDDEN ->
          "The key lacks the permission, or the product is not enabled for this environment";
      case NOT_FOUND -> "Check the value that was looked up, and baseUrl";
      case CANNOT_CONNECT -> "The proxy wants a user and a password; check proxy";
      case RATE_LIMITED -> "Lower requestsPerSecond, or wait and try again";
      case SERVER_ERROR -> "The service has a problem; try again later";
      case BAD_REQUEST -> "Check the value that was asked for";
      case BROKEN_OFF, TIMED_OUT, CANCELLED, NONSENSE ->
          "A " + status + " makes no sense here; check baseUrl";
    };
  }

  private static String tried(String requestLine) {
    return requestLine.isEmpty() ? "The request" : CleanText.line(requestLine);
  }

  private static String attempts(Exchange exchange) {
    return exchange.attempt() > 1 ? " after " + exchange.attempt() + " attempts" : "";
  }
}
