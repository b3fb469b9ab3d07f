package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows that the service says are used up; it is 1772366400 there (api/okta.md section 4). */
final class QuotaTest {
  private static final String LEFT = "X-Rate-Limit-Remaining: ";
  private static final String IN_11_SECONDS = "X-Rate-Limit-Reset: 1772366411";

  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  private void getTwice(String first, String second) {
    var client = api.client();
    client.get(first, CallScope.unbounded());
    client.get(second, CallScope.unbounded());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/logs?after=1, /api/v1/logs?after=2",
    "/api/v1/users/00u1, /api/v1/users/00u2"
  })
  void aUsedUpWindowIsWaitedFor(String first, String second) {
    api.answers(200, "", "X-Rate-Limit-Limit: 20", LEFT + "0", IN_11_SECONDS).answers(200, "");

    getTwice(first, second);

    assertThat(api.time.sleeps()).containsExactly(Duration.ofSeconds(11));
  }

  @Test
  void otherKindsOfRequestsAreNotHeldUp() {
    api.answers(200, "", "X-Rate-Limit-Limit: 20", LEFT + "0", IN_11_SECONDS)
        .answers(200, "")
        .answers(200, "");

    getTwice("/api/v1/logs", "/api/v1/users");
    api.client().get("/api/v1/logs/1", CallScope.unbounded());

    assertThat(api.time.sleeps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1772366411", // one is left
    "0, 1772366300", // long over
    "0, 1772369999", // an hour is no window
    "0, soon"
  })
  void anythingElseIsNoReasonToWait(String left, String reset) {
    api.answers(200, "", "X-Rate-Limit-Limit: 20", LEFT + left, "X-Rate-Limit-Reset: " + reset)
        .answers(200, "");

    getTwice("/api/v1/logs", "/api/v1/logs");

    assertThat(api.time.sleeps()).isEmpty();
  }

  @Test
  void theServersClockCounts() {
    api.answers(
            200,
            "",
            "X-Rate-Limit-Limit: 20",
            LEFT + "0",
            IN_11_SECONDS,
            "Date: Sun, 01 Mar 2026 12:00:09 GMT")
        .answers(200, "");

    getTwice("/api/v1/logs", "/api/v1/logs");

    assertThat(api.time.sleeps()).containsExactly(Duration.ofSeconds(2));
  }

  /** All clients of a key wait, as they share its limit. */
  @Test
  void otherClientsOfTheKeyWait() {
    api.answers(200, "", "X-Rate-Limit-Limit: 20", LEFT + "0", IN_11_SECONDS).answers(200, "");

    api.client().get("/api/v1/logs", CallScope.unbounded());
    api.client().get("/api/v1/logs", CallScope.unbounded());

    assertThat(api.time.sleeps()).containsExactly(Duration.ofSeconds(11));
  }

  @Test
  void aWaitThatPassesTheDeadlineFailsAtOnce() {
    api.answers(200, "", "X-Rate-Limit-Limit: 20", LEFT + "0", IN_11_SECONDS);
    var client = api.client();
    client.get("/api/v1/logs", CallScope.unbounded());

    var scope =
        CallScope.until(
            api.time.timing().clock().instant().plusSeconds(5), api.time.timing().clock());
    var failure = Api.failure(client, "/api/v1/logs", scope);

    assertThat(failure.kind()).isEqualTo(ApiException.Kind.TIMED_OUT);
    assertThat(failure).hasMessageContaining("no more of them for another 11000 ms");
    assertThat(api.time.sleeps()).isEmpty();
  }
}
