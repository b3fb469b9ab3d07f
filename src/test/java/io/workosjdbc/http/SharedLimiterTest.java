package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SharedLimiterTest {
  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void twoClientsWithTheSameKeyShareOneRate() {
    var first = api.client(options -> options.withRequestsPerSecond(10));
    var second = api.client(options -> options.withRequestsPerSecond(10));

    var sent = new ArrayList<Duration>();
    for (int i = 0; i < 8; i++) {
      api.answers(200, "");
      var response = (i % 2 == 0 ? first : second).get("/events", CallScope.unbounded());
      sent.add(Duration.between(FakeTime.START, response.sentAt()));
    }

    assertThat(sent)
        .extracting(Duration::toMillis)
        .containsExactly(0L, 0L, 0L, 0L, 0L, 100L, 200L, 300L);
  }

  @Test
  void clientsWithDifferentKeysDoNotShare() {
    assertThat(api.limiters.of("sk_one")).isSameAs(api.limiters.of("sk_one"));
    assertThat(api.limiters.of("sk_one")).isNotSameAs(api.limiters.of("sk_two"));
    assertThat(RateLimiters.jvmWide()).isSameAs(RateLimiters.jvmWide());
  }

  @Test
  void a429SlowsTheOtherClientDown() {
    api.client();
    api.answers(429, "", "Retry-After: 0").answers(200, "");

    api.client().get("/events", CallScope.unbounded());

    assertThat(api.limiters.of(Api.KEY).rate(api.time.instant())).isEqualTo(40, within(1e-6));
  }

  @Test
  void retriesTakeTheirTurnToo() {
    var client = api.client(options -> options.withRequestsPerSecond(0.01).withMaxRetries(6));
    for (int i = 0; i < 5; i++) {
      api.answers(503, "", "Retry-After: 1");
    }
    api.answers(200, "");

    client.get("/events", CallScope.unbounded());

    assertThat(api.time.sleeps())
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 1L, 1L, 1L, 1L, 95L);
  }

  @Test
  void aClosedClientHasNoSayInTheRate() {
    var slow = api.client(options -> options.withRequestsPerSecond(1));
    api.client();
    slow.close();
    slow.close();

    assertThat(api.limiters.of(Api.KEY).rate(api.time.instant())).isEqualTo(80, within(1e-6));
  }
}
