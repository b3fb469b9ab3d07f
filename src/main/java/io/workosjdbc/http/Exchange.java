package io.workosjdbc.http;

import io.workosjdbc.http.ApiException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;

/** What the interceptors of one {@code get()} share. Used by the calling thread only. */
final class Exchange {
  /** Waits without a deadline are cut into these; nobody notices. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final String requestLine;
  private final CallScope scope;
  private final Timing timing;
  private final CallObserver observer;
  private int attempt;
  private Instant sentAt = Instant.EPOCH;
  private boolean connected;
  private boolean answered;
  private boolean boundByDeadline;

  Exchange(String requestLine, CallScope scope, Timing timing, CallObserver observer) {
    this.requestLine = requestLine;
    this.scope = scope;
    this.timing = timing;
    this.observer = observer;
  }

  static Exchange of(Request request) {
    return Objects.requireNonNull(request.tag(Exchange.class));
  }

  String requestLine() {
    return requestLine;
  }

  CallScope scope() {
    return scope;
  }

  Instant now() {
    return timing.clock().instant();
  }

  /** 1 for the first one. */
  int attempt() {
    return attempt;
  }

  Instant sentAt() {
    return sentAt;
  }

  void nextAttempt() {
    attempt++;
  }

  /** The attempt leaves now. Returns how long it may take. */
  Duration send(Duration requestTimeout) {
    checkOpen();
    sentAt = now();
    connected = false;
    answered = false;
    Duration left = scope.remaining().orElse(requestTimeout);
    boundByDeadline = left.compareTo(requestTimeout) < 0;
    return boundByDeadline ? left : requestTimeout;
  }

  void connected() {
    connected = true;
  }

  boolean isConnected() {
    return connected;
  }

  /** The answer's headers are there. */
  void answered() {
    answered = true;
  }

  /** Whether the request was on its way, and nothing of an answer came back. */
  boolean isUnanswered() {
    return connected && !answered;
  }

  /** Whether the attempt's timeout was what the deadline had left. */
  boolean isBoundByDeadline() {
    return boundByDeadline;
  }

  void checkOpen() {
    scope.checkOpen(requestLine);
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  /** The attempt is over; empty (the status) when there was no whole answer. */
  void attempted(OptionalInt status, long bytes, Optional<String> requestId) {
    observer.attempted(
        new CallObserver.Attempt(
            requestLine,
            attempt,
            status,
            sentAt,
            Duration.between(sentAt, now()),
            bytes,
            requestId));
  }

  /** Waits that long. */
  void pause(Duration wait, CallObserver.Reason reason) {
    if (!wait.isZero()) {
      observer.waits(wait, reason);
      sleep(wait, scope.cancelled());
    }
    checkOpen();
  }

  boolean wouldPassDeadline(Duration wait) {
    return scope.remaining().filter(left -> wait.compareTo(left) >= 0).isPresent();
  }

  /** Waits for the future for as long as the scope is open. */
  void await(CompletableFuture<?> future) {
    while (!future.isDone()) {
      sleep(scope.remaining().orElse(A_DAY), CompletableFuture.anyOf(future, scope.cancelled()));
      checkOpen();
    }
  }

  private void sleep(Duration atMost, CompletableFuture<?> wakeUp) {
    try {
      timing.sleeper().sleep(atMost, wakeUp);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  private ApiException interrupted() {
    return ApiException.of(Kind.CANCELLED, requestLine, Failures.interrupted(requestLine));
  }
}
