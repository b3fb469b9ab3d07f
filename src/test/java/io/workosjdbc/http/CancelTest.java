package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.InThread;
import io.workosjdbc.http.ApiException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.event.Level;

@Timeout(60)
final class CancelTest {
  private static final MockResponse NEVER =
      new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();

  private final Api api = new Api();
  private final CallScope scope = CallScope.unbounded();

  @AfterEach
  void close() {
    Thread.interrupted();
    api.close();
  }

  @Test
  void cancelAbortsACallInFlight() {
    onRequest(scope::cancel, NEVER);

    var failure = failure(api.client(), "/events", scope);

    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(failure).hasMessage("GET /events was cancelled");
    assertThat(api.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void cancelAbortsABodyThatDoesNotEnd() {
    onRequest(
        scope::cancel,
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());

    assertThat(failure(api.client(), "/events", scope).kind()).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void closeOfTheClientAbortsACallInFlight() {
    var client = api.client();
    onRequest(client::close, NEVER);

    var failure = failure(client, "/events", scope);

    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(failure).hasMessageContaining("the client is closed");
    assertThat(scope.isCancelled()).isFalse();
  }

  @Test
  void cancelWakesTheWaitForARetry() {
    api.answers(429, "", "Retry-After: 60");

    var failure = failure(api.client(sleepingAfter(scope::cancel)), "/events", scope);

    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(api.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void closeOfTheClientWakesTheWaitForARetry() {
    api.answers(429, "", "Retry-After: 60");
    var client = new CompletableFuture<ApiClient>();
    client.complete(api.client(sleepingAfter(() -> client.join().close())));

    assertThat(failure(client.join(), "/events", scope)).hasMessageContaining("is closed");
  }

  @Test
  void cancelWakesTheWaitForTheLimiter() {
    var limiter = api.limiters.of(Api.KEY);
    var client = api.client(slow().andThen(sleepingAfter(scope::cancel))::apply);
    for (int i = 0; i < RateLimiter.BURST; i++) {
      limiter.take(FakeTime.START);
    }

    var failure = failure(client, "/events", scope);

    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(api.server.getRequestCount()).isZero();
    // The token was given back: the next one waits as long as this one did, and not longer.
    assertThat(limiter.take(FakeTime.START)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void cancelWakesTheWaitForAFreePlace() throws Exception {
    var inFlight = new CountDownLatch(1);
    onRequest(inFlight::countDown, NEVER);
    var client =
        api.client(sleepingAfter(scope::cancel).andThen(o -> o.withMaxConcurrency(1))::apply);
    var first = CallScope.unbounded();
    var firstCall = InThread.of(() -> failure(client, "/first", first));
    inFlight.await();

    var failure = failure(client, "/second", scope);

    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(api.server.getRequestCount()).isEqualTo(1);
    first.cancel();
    assertThat(firstCall.join().kind()).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void aCancelledScopeSendsNothing() {
    scope.cancel();

    assertThat(failure(api.client(), "/events", scope).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(api.server.getRequestCount()).isZero();
  }

  @Test
  void anInterruptEndsTheExchangeAndStaysSet() {
    var caller = Thread.currentThread();
    onRequest(caller::interrupt, new MockResponse.Builder().body("x").build());

    var failure = failure(api.client(), "/events", scope);

    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(failure).hasMessageContaining("thread was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptAfterTheLastByteCountsToo() {
    api.answers(200, "ok");
    var asked = new AtomicInteger();
    var interrupting =
        new LogLines(
            Level.DEBUG,
            () -> {
              if (asked.incrementAndGet() == 2) { // To log the attempt that is over.
                Thread.currentThread().interrupt();
              }
            });
    try (var client = ApiClient.of(api.options(), api.limiters, interrupting)) {
      assertThat(failure(client, "/events", scope).kind()).isEqualTo(Kind.CANCELLED);
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void anInterruptEndsAWaitAndStaysSet() {
    api.answers(503, "");
    api.time.onSleep(Thread.currentThread()::interrupt);

    assertThat(failure(api.client(), "/events", scope).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptWhileConnectingEndsTheExchangeAndStaysSet() {
    var interrupting = new LogLines(Level.DEBUG, () -> Thread.currentThread().interrupt());
    try (var client = ApiClient.of(api.options(), api.limiters, interrupting)) {
      assertThat(failure(client, "/events", scope).kind()).isEqualTo(Kind.CANCELLED);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void theDeadlineEndsACallInFlight() {
    onRequest(() -> {}, NEVER);
    var soon = CallScope.until(Instant.now().plusMillis(300), Clock.systemUTC());

    var failure = failure(api.client(), "/events", soon);

    assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(failure).hasMessageContaining("time limit");
    assertThat(api.time.sleeps()).isEmpty();
  }

  @Test
  void aWaitThatWouldPassTheDeadlineFailsAtOnce() {
    api.answers(429, "\"Ratelimited\"", "Retry-After: 30", "X-Request-ID: req_9");
    var deadline = CallScope.until(FakeTime.START.plusSeconds(30), api.time);

    var failure = failure(api.client(), "/directory_users", deadline);

    assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(failure.status()).hasValue(429);
    assertThat(failure)
        .hasMessage(
            "GET /directory_users was answered with 429: Ratelimited (request id req_9), and"
                + " waiting 30000 ms for the next attempt would pass the statement's time limit."
                + " Raise the query timeout or lower requestsPerSecond");
    assertThat(api.time.sleeps()).isEmpty();
  }

  @Test
  void aWaitWithinTheDeadlineIsTaken() {
    api.answers(429, "", "Retry-After: 30").answers(200, "ok");
    var deadline = CallScope.until(FakeTime.START.plusSeconds(31), api.time);

    assertThat(Api.text(api.client().get("/events", deadline))).isEqualTo("ok");
  }

  @Test
  void aBrokenConnectionIsNotRetriedPastTheDeadline() {
    var broken = new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build();
    api.answers(broken).answers(broken);
    var deadline = CallScope.until(FakeTime.START.plusMillis(400), api.time);

    var failure = failure(api.client(), "/events", deadline);

    assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(failure).hasMessageContaining("waiting 500 ms for the next attempt");
    assertThat(api.time.sleeps()).isEmpty();
  }

  @Test
  void aTurnAtTheLimiterThatWouldPassTheDeadlineFailsAtOnce() {
    var limiter = api.limiters.of(Api.KEY);
    var client = api.client(slow()::apply);
    for (int i = 0; i < RateLimiter.BURST; i++) {
      limiter.take(FakeTime.START);
    }
    var deadline = CallScope.until(FakeTime.START.plusSeconds(50), api.time);

    var failure = failure(client, "/events", deadline);

    assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(failure).hasMessageContaining("was not sent: waiting 100000 ms");
    assertThat(limiter.take(FakeTime.START)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void aPassedDeadlineSendsNothing() {
    var passed = CallScope.until(FakeTime.START, api.time);

    assertThat(failure(api.client(), "/events", passed).kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(api.server.getRequestCount()).isZero();
  }

  private void onRequest(Runnable action, MockResponse answer) {
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            action.run();
            return answer;
          }
        });
  }

  /** Really sleeps, until something wakes it; the action happens just before. */
  private UnaryOperator<ClientOptions> sleepingAfter(Runnable action) {
    return options ->
        options.withTiming(
            new Timing(
                api.time,
                () -> 0.5,
                (atMost, wakeUp) -> {
                  action.run();
                  Sleeper.real().sleep(atMost, wakeUp);
                }));
  }

  private static UnaryOperator<ClientOptions> slow() {
    return options -> options.withRequestsPerSecond(0.01);
  }
}
