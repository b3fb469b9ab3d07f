package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.event.Level;

@Timeout(60)
final class LogTest {
  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void writesOneLineForEachAttempt() {
    api.answers(503, "{\"message\":\"private\"}", "X-Request-ID: req_1");
    api.answers(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    api.answers(200, "private", "X-Request-ID: req_3");

    api.client().get("/events?limit=100", CallScope.unbounded());

    assertThat(api.log.lines()).hasSize(3);
    assertThat(api.log.lines().get(0))
        .isEqualTo("DEBUG GET /events?limit=100 503 0 ms 21B attempt 1 req_1");
    assertThat(api.log.lines().get(1))
        .startsWith("DEBUG GET /events?limit=100 failed 0 ms attempt 2 java.");
    assertThat(api.log.lines().get(2))
        .isEqualTo("DEBUG GET /events?limit=100 200 0 ms 7B attempt 3 req_3");
  }

  @Test
  void saysHowLongItTookAndThatThereIsNoRequestId() {
    api.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            api.time.advance(Duration.ofMillis(143));
            return new MockResponse.Builder().body("x").build();
          }
        });

    api.client(options -> options.withLogRequests(true)).get("/a", CallScope.unbounded());

    assertThat(api.log.lines()).containsExactly("INFO GET /a 200 143 ms 1B attempt 1 -");
  }

  @Test
  void writesNothingWhenTheLevelIsOff() {
    var log = new LogLines(Level.INFO);
    api.answers(200, "");
    try (var client = ApiClient.of(api.options(), api.limiters, log)) {
      client.get("/a", CallScope.unbounded());
    }

    assertThat(log.lines()).isEmpty();
  }

  @Test
  void neverWritesTheKeyOrALineBreak() {
    api.answers(401, "{\"message\":\"" + Api.KEY + "\"}", "X-Request-ID: " + Api.KEY);

    failure(api.client(), "/events?a=" + Api.KEY);

    assertThat(api.log.lines())
        .singleElement()
        .asString()
        .contains("a=***")
        .doesNotContain(Api.KEY);
  }

  @Test
  void aRefusedRedirectIsAFailedAttempt() {
    api.answers(302, "", "Location: https://evil.example/");

    failure(api.client(), "/events");

    assertThat(api.log.lines())
        .containsExactly("DEBUG GET /events failed 0 ms attempt 1 ApiException");
  }
}
