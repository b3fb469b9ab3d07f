package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiException.Kind;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class RedirectTest {
  private final Api api = new Api();
  private final Api other = new Api();

  @AfterEach
  void close() {
    api.close();
    other.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void doesNotFollowARedirectToAnotherHost(int status) {
    other.answers(200, "stolen");
    api.answers(status, "", "Location: " + other.baseUrl() + "/events", "X-Request-ID: req_1");

    var failure = failure(api.client(), "/events");

    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertThat(failure.status()).hasValue(status);
    assertThat(failure)
        .hasMessage(
            "GET /events was answered with %d (request id req_1), a redirect to %s. It was not"
                    .formatted(status, other.baseUrl())
                + " followed: the API key is only sent to 127.0.0.1. Check baseUrl");
    assertThat(other.server.getRequestCount()).isZero();
    assertThat(api.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "javascript:alert(1)", "https://127.0.0.1/"})
  void doesNotFollowARedirectToAnotherSchemeOrNowhere(String location) {
    api.answers(302, "", "Location: " + location).answers(302, "", "Location: " + location);
    // An empty location is the same URL again.
    for (int i = 0; i < 5; i++) {
      api.answers(302, "", "Location: " + location);
    }

    assertThat(failure(api.client(), "/events").kind()).isEqualTo(Kind.NONSENSE);
  }

  @Test
  void followsARedirectOnTheSameHostWithTheKey() {
    api.answers(308, "", "Location: /v2/events?limit=1").answers(200, "ok");

    var response = api.client().get("/events", CallScope.unbounded());

    assertThat(Api.text(response)).isEqualTo("ok");
    assertThat(api.request().getTarget()).isEqualTo("/events");
    var second = api.request();
    assertThat(second.getTarget()).isEqualTo("/v2/events?limit=1");
    assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + Api.KEY);
  }

  @Test
  void doesNotGoRoundInCircles() {
    for (int i = 0; i < 6; i++) {
      api.answers(302, "", "Location: /events");
    }

    assertThat(failure(api.client(), "/events")).hasMessageContaining("for the 6th time");
    assertThat(api.server.getRequestCount()).isEqualTo(6);
  }

  @Test
  void theKeyIsNotGivenToAnotherOriginWhateverIsInFront() {
    var client =
        new OkHttpClient.Builder()
            .addInterceptor(new KeyInterceptor(BaseUrl.of(api.baseUrl()), "Bearer", () -> Api.KEY))
            .build();
    var request = new Request.Builder().url(other.baseUrl().toString()).build();

    Assertions.assertThatIOException().isThrownBy(() -> client.newCall(request).execute());
    assertThat(other.server.getRequestCount()).isZero();
  }
}
