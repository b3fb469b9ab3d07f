package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiException.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class FailureTest {
  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "304 | NONSENSE | A 304 makes no sense here; check baseUrl",
        "400 | BAD_REQUEST | Check the value that was asked for",
        "401 | UNAUTHORIZED | Check the API key",
        "403 | FORBIDDEN | The key lacks the permission, or the product is not enabled",
        "404 | NOT_FOUND | Check the value that was looked up",
        "408 | SERVER_ERROR | try again later",
        "410 | BAD_REQUEST | Check the value that was asked for",
        "422 | BAD_REQUEST | Check the value that was asked for",
        "429 | RATE_LIMITED | Lower requestsPerSecond, or wait and try again",
        "500 | SERVER_ERROR | The service has a problem; try again later",
      })
  void saysWhatToDoNext(int status, Kind kind, String advice) {
    api.answers(status, "").answers(status, "");

    var failure = failure(api.client(options -> options.withMaxRetries(0)), "/events");

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.status()).hasValue(status);
    assertThat(failure)
        .hasMessageContaining("GET /events was answered with " + status)
        .hasMessageContaining(advice);
  }

  @Test
  void carriesWhatTheApiSaid() {
    api.answers(
        422,
        "{\"code\":\"invalid_request_parameters\",\"message\":\"Validation failed.\","
            + "\"errors\":[{\"field\":\"events\",\"code\":\"required\"}]}",
        "x-request-id: req_7");

    var failure = failure(api.client(), "/events?limit=100");

    assertThat(failure.requestLine()).isEqualTo("GET /events?limit=100");
    assertThat(failure.requestId()).contains("req_7");
    assertThat(failure.code()).contains("invalid_request_parameters");
    assertThat(failure.apiMessage()).contains("Validation failed. (events: required)");
    assertThat(failure)
        .hasMessage(
            "GET /events?limit=100 was answered with 422 invalid_request_parameters: Validation"
                + " failed. (events: required) (request id req_7). Check the value that was asked"
                + " for");
  }

  @Test
  void keepsTheWholeRequestLineButShowsItsBeginning() {
    api.answers(400, "");
    String target = "/events?events=" + "x%2C".repeat(1500);

    var failure = failure(api.client(), target);

    assertThat(failure.requestLine()).isEqualTo("GET " + target);
    assertThat(failure.getMessage()).hasSizeLessThan(500);
  }

  @Test
  void showsNeitherTheKeyNorTheBody() {
    String html = "<html>private text</html>";
    api.answers(401, "{\"message\":\"Key " + Api.KEY + " or sk_live_other is wrong\"}")
        .answers(403, "{\"message\":\"" + "x".repeat(280) + Api.KEY + "\"}")
        .answers(400, html);
    var client = api.client();

    var echoed = failure(client, "/events?key=" + Api.KEY);
    assertThat(echoed.apiMessage()).contains("Key *** or sk_*** is wrong");
    assertThat(echoed.requestLine()).isEqualTo("GET /events?key=***");
    assertThat(failure(client, "/events").getMessage()).contains("***").doesNotContain("sk_");
    assertThat(failure(client, "/events")).hasMessageNotContaining("private");
    assertThat(echoed.toString()).doesNotContain(Api.KEY, "sk_live_other");
  }

  @Test
  void anAnswerThatItsReaderCannotUseIsNonsense() {
    var response = new ApiResponse(200, new byte[0], Optional.of("req_1"), Instant.EPOCH);

    var failure = ApiException.nonsense("GET /events", response, "it is no list");

    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertThat(failure.status()).hasValue(200);
    assertThat(failure.requestId()).contains("req_1");
    assertThat(failure)
        .hasMessage(
            "GET /events was answered with 200 (request id req_1), which makes no sense: it is no"
                + " list. Check baseUrl; if it is right, report this with the request id");
  }
}
