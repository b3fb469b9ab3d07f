package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiException.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class RetryTest {
  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void triesAgainWhatMayPass(int status) {
    api.answers(status, "").answers(200, "ok");

    assertThat(Api.text(api.client().get("/events", CallScope.unbounded()))).isEqualTo("ok");
    assertThat(api.time.sleeps()).containsExactly(Duration.ofMillis(500));
    assertThat(api.server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 410, 422})
  void doesNotRepeatWhatWillNotPass(int status) {
    api.answers(status, "");

    assertThat(failure(api.client(), "/events").status()).hasValue(status);
    assertThat(api.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void waitsTwiceAsLongEachTimeAndThenGivesUp() {
    for (int i = 0; i < 7; i++) {
      api.answers(503, "{\"message\":\"Down.\"}", "X-Request-ID: req_" + i);
    }

    var failure = failure(api.client(options -> options.withMaxRetries(6)), "/events?limit=100");

    assertThat(api.time.sleeps())
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L);
    assertThat(failure.kind()).isEqualTo(Kind.SERVER_ERROR);
    assertThat(failure)
        .hasMessage(
            "GET /events?limit=100 was answered with 503: Down. (request id req_6) after 7"
                + " attempts. The service has a problem; try again later");
  }

  @Test
  void spreadsTheWaitsByHalf() {
    assertThat(new RetryWait(() -> 0).backoff(1)).isEqualTo(Duration.ofMillis(250));
    assertThat(new RetryWait(() -> 0.999).backoff(1)).isEqualTo(Duration.ofMillis(750));
    assertThat(new RetryWait(() -> 0.5).backoff(1000)).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void noRetriesMeansOneAttempt() {
    api.answers(503, "");

    var failure = failure(api.client(options -> options.withMaxRetries(0)), "/events");

    assertThat(failure).message().doesNotContain("attempts");
    assertThat(api.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After: 7 | 7000",
        "Retry-After: 7.9 | 7000",
        "Retry-After: Sun, 01 Mar 2026 12:00:09 GMT | 9000",
        "Retry-After: 3600 | 60000",
        "Retry-After: 999999999999 | 60000",
        "Retry-After: Sun, 01 Mar 2037 12:00:09 GMT | 60000",
        "Retry-After: soon | 500",
        "Retry-After: -5 | 500",
        "Retry-After: 99999999999999999999 | 500",
        "X-RateLimit-Reset: 1772366411 | 11000",
        "X-RateLimit-Reset: 1772366300 | 500",
        "X-Rate-Limit-Reset: 1772366411 | 11000",
        "X-RateLimit-Reset: 999999999999 | 60000",
        "X-Other: 1 | 500"
      })
  void waitsAsLongAsA429Says(String header, long millis) {
    api.answers(429, "", header).answers(200, "");

    api.client().get("/events", CallScope.unbounded());

    assertThat(api.time.sleeps()).containsExactly(Duration.ofMillis(millis));
  }

  @Test
  void retryAfterGoesBeforeReset() {
    api.answers(429, "", "X-RateLimit-Reset: 1772366411", "Retry-After: 2").answers(200, "");

    api.client().get("/events", CallScope.unbounded());

    assertThat(api.time.sleeps()).containsExactly(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Retry-After: 0", "Retry-After: Sun, 01 Mar 2026 11:00:00 GMT"})
  void doesNotWaitWhenTheApiSaysNow(String header) {
    api.answers(429, "", header).answers(200, "");

    api.client().get("/events", CallScope.unbounded());

    assertThat(api.time.sleeps()).isEmpty();
  }

  @Test
  void measuresDatesByTheServersClock() {
    api.answers(
            503,
            "",
            "Date: Sun, 01 Mar 2026 13:00:00 GMT",
            "Retry-After: Sun, 01 Mar 2026 13:00:04 GMT")
        .answers(200, "");

    api.client().get("/events", CallScope.unbounded());

    assertThat(api.time.sleeps()).containsExactly(Duration.ofSeconds(4));
  }

  /** Then the reset is only an estimate (api/okta.md section 4). */
  @Test
  void tooManyAtOnceIsAShortWait() {
    api.answers(
            429,
            "",
            "X-Rate-Limit-Limit: 0",
            "X-Rate-Limit-Remaining: 0",
            "X-Rate-Limit-Reset: 1772366411")
        .answers(200, "");

    api.client().get("/events", CallScope.unbounded());

    assertThat(api.time.sleeps()).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void aResetOnAServerErrorIsNotAWait() {
    api.answers(500, "", "X-RateLimit-Reset: 1772366411").answers(200, "");

    api.client().get("/events", CallScope.unbounded());

    assertThat(api.time.sleeps()).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void triesAgainWhenTheConnectionBreaksInTheMiddleOfTheBody() {
    api.answers(
            new MockResponse.Builder()
                .body("x".repeat(100_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build())
        .answers(200, "whole");

    var response = api.client().get("/events", CallScope.unbounded());

    assertThat(Api.text(response)).isEqualTo("whole");
    assertThat(response.sentAt()).isEqualTo(FakeTime.START.plusMillis(500));
  }

  @Test
  void saysThatTheConnectionBrokeWhenItAlwaysDoes() {
    for (int i = 0; i < 3; i++) {
      api.answers(closing());
    }

    var failure = failure(api.client(options -> options.withMaxRetries(1)), "/events");

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN_OFF);
    assertThat(failure.status()).isEmpty();
    assertThat(failure)
        .hasMessageContaining("GET /events was broken off")
        .hasMessageContaining("after 3 attempts")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aConnectionThatBreaksWithoutAnAnswerIsReplacedAtOnce() {
    api.answers(closing()).answers(200, "ok");
    var client = api.client(options -> options.withMaxRetries(0));

    assertThat(Api.text(client.get("/events", CallScope.unbounded()))).isEqualTo("ok");
    assertThat(api.time.sleeps()).isEmpty();
    assertThat(api.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aConnectionIsReplacedOnce() {
    api.answers(closing()).answers(closing());

    var failure = failure(api.client(options -> options.withMaxRetries(0)), "/events");

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN_OFF);
    assertThat(api.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void everyRepetitionWaitsForItsTurn() {
    api.answers(closing()).answers(closing()).answers(200, "ok");
    var lane = Optional.of(new Lane("directory_1", 1));

    api.client().get("/events", CallScope.unbounded(), lane);

    assertThat(api.time.sleeps())
        .containsExactly(LaneLimiter.WINDOW, Duration.ofMillis(500), Duration.ofMillis(600));
  }

  private static MockResponse closing() {
    return new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build();
  }

  @Test
  void saysThatItCouldNotConnect() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var options =
        ClientOptions.of(URI.create("http://127.0.0.1:" + port), () -> Api.KEY)
            .withTiming(api.time.timing());
    try (var client = ApiClient.of(options, api.limiters, api.log)) {
      var failure = failure(client, "/events");

      assertThat(failure.kind()).isEqualTo(Kind.CANNOT_CONNECT);
      assertThat(failure)
          .hasMessageContaining("could not connect to 127.0.0.1")
          .hasMessageContaining("after 4 attempts")
          .hasMessageContaining("Check baseUrl, network and proxy");
    }
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsABrokenConnection() {
    api.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build())
        .answers(200, "ok");

    var client = api.client(options -> options.withRequestTimeout(Duration.ofSeconds(1)));

    assertThat(Api.text(client.get("/events", CallScope.unbounded()))).isEqualTo("ok");
    assertThat(api.time.sleeps()).containsExactly(Duration.ofMillis(500));
  }
}
