package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoServerTest {
  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(200));
  private final DemoClient client = new DemoClient(server);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThat(server.baseUrl().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void everyServerHasAKeyOfItsOwnUnlessItIsGivenOne() {
    var options = DemoOptions.defaults().withEventCount(0);
    try (var other = DemoServer.start(options);
        var okta = OktaServer.start(options);
        var given = DemoServer.start(options.withApiKey("sk_test_given"))) {
      assertThat(other.apiKey()).startsWith("sk_test_demo_").isNotEqualTo(server.apiKey());
      assertThat(okta.token()).startsWith("00").isNotEqualTo(other.apiKey());
      assertThat(given.apiKey()).isEqualTo("sk_test_given");
    }
  }

  @Test
  void aWrongOrMissingKeyIsUnauthorized() {
    var wrong = HttpRequest.newBuilder(server.baseUrl().resolve("/organizations"));
    assertThat(client.send(wrong).statusCode()).isEqualTo(401);
    var answer = client.send(wrong.header("Authorization", "Bearer sk_test_other"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(DemoClient.text(answer)).isEqualTo("{\"message\":\"Unauthorized\"}");
  }

  @Test
  void anUnknownPathIsNotFound() {
    assertThat(client.get("/users").json()).hasToString("{\"message\":\"Not Found\"}");
    assertThat(client.get("/").status()).isEqualTo(404);
    assertThat(client.get("/events/event_1").status()).isEqualTo(404);
    assertThat(client.get("/organizations/a/b").status()).isEqualTo(404);
    assertThat(client.get("/organizations/external_id/a/b").status()).isEqualTo(404);
  }

  @Test
  void everyAnswerHasARequestIdAndTheRateLimitHeaders() {
    var headers = client.send(client.request("/nowhere")).headers();
    assertThat(headers.firstValue("X-Request-ID")).contains("req_demo_00000001");
    assertThat(headers.firstValue("X-RateLimit-Limit")).contains("6000");
    assertThat(headers.firstValue("X-RateLimit-Remaining")).contains("5999");
    assertThat(headers.firstValueAsLong("X-RateLimit-Reset")).isPresent();
    assertThat(server.loggedRequests().get(0).requestId()).isEqualTo("req_demo_00000001");
  }

  @Test
  void compressesWhenAsked() throws IOException {
    var plain = client.send(client.request("/organizations?limit=5"));
    var packed =
        client.send(client.request("/organizations?limit=5").header("Accept-Encoding", "gzip"));
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void logsDecodedLinesInOrderWithoutTheKey() {
    client.get("/events?limit=1&events=authentication.mfa_failed%2Cuser.created");
    client.send(client.request("/organizations?search=Za%C5%BC+x").header("User-Agent", "demo/1"));
    assertThat(server.requests())
        .containsExactly(
            "GET /events?limit=1&events=authentication.mfa_failed,user.created",
            "GET /organizations?search=Zaż x");
    var second = server.loggedRequests().get(1);
    assertThat(second.target()).isEqualTo("/organizations?search=Za%C5%BC+x");
    assertThat(second.header("user-agent")).contains("demo/1");
    assertThat(second.header("Authorization")).isEmpty();
    assertThat(second.toString()).doesNotContain("sk_test");
    assertThat(server.requestCount()).isEqualTo(2);
    server.clearRequests();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anEnforcedLimitAnswersWith429() {
    try (var limited =
        DemoServer.start(DemoOptions.defaults().withEventCount(0).withRateLimit(1, 2))) {
      DemoClient other = new DemoClient(limited);
      other.get("/organizations");
      other.get("/organizations");
      var answer = other.send(other.request("/organizations"));
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
  }

  @Test
  void unknownAndRepeatedParametersAreRefused() {
    var unknown = client.get("/organizations?limit=5&name=Acme");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json())
        .hasToString(
            "{\"code\":\"invalid_request_parameters\",\"message\":\"Validation failed\","
                + "\"errors\":[\"property name should not exist\"]}");
    assertThat(client.get("/organizations?limit=5&limit=6").status()).isEqualTo(400);
    assertThat(client.get("/organizations?domains=a.example&domains=b.example").status())
        .isEqualTo(400);
    assertThat(client.get("/organizations/org_1?limit=5").status()).isEqualTo(400);
  }

  @Test
  void dataCanChangeWhileItRuns() {
    var added =
        DemoOrganization.of(
            "org_new", "Newcomer", server.data().organizations().get(0).createdAt());
    server.change(data -> data.with(added));
    assertThat(client.get("/organizations/org_new").json().get("name").asText())
        .isEqualTo("Newcomer");
    server.change(data -> data.without("org_new"));
    assertThat(client.get("/organizations/org_new").status()).isEqualTo(404);
  }

  @Test
  void aClosedServerRefusesConnectionsAndClosingTwiceIsHarmless() {
    server.close();
    server.close();
    assertThatThrownBy(() -> client.get("/organizations")).isInstanceOf(UncheckedIOException.class);
  }
}
