package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.http.ApiException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ApiClientTest {
  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void sendsTheTargetWithKeyAndUserAgentAndReturnsTheBody() {
    api.answers(200, "{\"data\":[]}", "X-Request-ID: req_1");

    var response =
        api.client(options -> options.withUserAgent("workos-jdbc/1"))
            .get("/events?events=a.b,c.d&limit=100&email=a%2Bb%40c.d", CallScope.unbounded());

    assertThat(response.status()).isEqualTo(200);
    assertThat(Api.text(response)).isEqualTo("{\"data\":[]}");
    assertThat(response.requestId()).isEqualTo(Optional.of("req_1"));
    assertThat(response.sentAt()).isEqualTo(FakeTime.START);
    var request = api.request();
    assertThat(request.getRequestLine())
        .isEqualTo("GET /events?events=a.b,c.d&limit=100&email=a%2Bb%40c.d HTTP/1.1");
    assertThat(request.getHeaders().values("Authorization")).containsExactly("Bearer " + Api.KEY);
    assertThat(request.getHeaders().values("User-Agent")).containsExactly("workos-jdbc/1");
    assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
  }

  /** A date is in whole seconds; what counts is that it is not too late. */
  @Test
  void aClockThatIsAheadOfTheServicesIsNotBelieved() {
    var rfc1123 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    var client = api.client(options -> options);
    var early = FakeTime.START.minusSeconds(3600);
    api.answers(200, "", "Date: " + rfc1123.format(early));
    api.answers(200, "", "Date: " + rfc1123.format(FakeTime.START.plusSeconds(3600)));

    assertThat(client.get("/one", CallScope.unbounded()).sentAt()).isEqualTo(early.plusSeconds(1));
    assertThat(client.get("/two", CallScope.unbounded()).sentAt()).isEqualTo(FakeTime.START);
  }

  @Test
  void theKeyFollowsTheSchemeOfTheService() {
    api.answers(200, "");

    api.client(options -> options.withScheme("SSWS")).get("/users", CallScope.unbounded());

    assertThat(api.request().getHeaders().get("Authorization")).isEqualTo("SSWS " + Api.KEY);
  }

  @Test
  void keepsThePathOfTheBaseUrl() {
    api.answers(200, "");

    api.client(
            options ->
                new ClientOptions(
                    URI.create(api.baseUrl() + "/proxy/workos/"),
                    options.apiKey(),
                    options.scheme(),
                    options.userAgent(),
                    options.limits(),
                    options.route(),
                    options.logRequests(),
                    options.timing()))
        .get("/organizations", CallScope.unbounded());

    assertThat(api.request().getTarget()).isEqualTo("/proxy/workos/organizations");
  }

  @Test
  void unpacksGzip() throws Exception {
    var packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8("{\"data\":[1]}");
    }
    api.answers(
        new MockResponse.Builder().addHeader("Content-Encoding: gzip").body(packed).build());

    var response = api.client().get("/events", CallScope.unbounded());

    assertThat(Api.text(response)).isEqualTo("{\"data\":[1]}");
    assertThat(api.request().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void asksForTheKeyAtEveryAttempt() {
    var keys = new StringBuilder("sk_one");
    api.answers(200, "").answers(200, "");
    var client =
        ApiClient.of(
            ClientOptions.of(api.baseUrl(), keys::toString).withTiming(api.time.timing()),
            api.limiters,
            api.log);

    client.get("/a", CallScope.unbounded());
    keys.append("_more");
    client.get("/a", CallScope.unbounded());
    client.close();

    assertThat(api.request().getHeaders().get("Authorization")).isEqualTo("Bearer sk_one");
    assertThat(api.request().getHeaders().get("Authorization")).isEqualTo("Bearer sk_one_more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a\r\nX-Evil: 1",
        "/a\nb",
        "/a b",
        "a",
        "",
        "@evil.example/a",
        ".evil.example/a",
        "/a#b",
        "/a\\b",
        "/ä",
        "/a%0",
        "/a%zz",
        "/organizations/..",
        "/organizations/%2e%2E",
        "/./a",
        "/a\u0000",
        "https://evil.example/a"
      })
  void refusesATargetThatIsNone(String target) {
    var failure = failure(api.client(), target);

    assertThat(failure.kind()).isEqualTo(Kind.BAD_REQUEST);
    assertThat(failure.status()).isEmpty();
    assertThat(failure).hasMessageContaining("was not sent").message().doesNotContain("\n", "\r");
    assertThat(failure.requestLine()).doesNotContain("\n", "\r");
    assertThat(api.server.getRequestCount()).isZero();
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    api.answers(200, "12345678901", "X-Request-ID: req_1").answers(200, "1234567890");
    var client = api.client(options -> options.withLimits(limits(options, 10)));

    var failure = failure(client, "/events");

    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertThat(failure).hasMessageContaining("larger than 10 bytes").hasMessageContaining("req_1");
    assertThat(client.get("/events", CallScope.unbounded()).body()).hasSize(10);
  }

  @Test
  void measuresABodyAfterUnpacking() throws Exception {
    var packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.write("0".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
    }
    api.answers(
        new MockResponse.Builder().addHeader("Content-Encoding: gzip").body(packed).build());

    var failure =
        failure(api.client(options -> options.withLimits(limits(options, 100_000))), "/events");

    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
  }

  @Test
  void refusesToWorkAfterClose() {
    var client = api.client();
    client.close();
    client.close();

    var failure = failure(client, "/events");

    assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(failure).hasMessageContaining("the client is closed");
    assertThat(api.server.getRequestCount()).isZero();
  }

  @Test
  void leavesNoThreadThatKeepsTheJvmAlive() {
    api.answers(200, "");
    var before = Thread.getAllStackTraces().keySet();

    api.client().get("/events", CallScope.unbounded());

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread) && !thread.getName().contains("MockWeb"))
        .allMatch(Thread::isDaemon);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "sk_a\nb", "sk_ä", "sk a"})
  void refusesAKeyThatIsNoHeaderValueWithoutShowingIt(String key) {
    var options = ClientOptions.of(api.baseUrl(), () -> key);

    assertThatThrownBy(() -> ApiClient.of(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The API key is empty or holds blanks or odd characters");
  }

  private static Limits limits(ClientOptions options, long maxResponseBytes) {
    return options.limits().withMaxResponseBytes(maxResponseBytes);
  }
}
