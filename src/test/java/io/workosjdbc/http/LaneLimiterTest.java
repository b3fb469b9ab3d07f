package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that the service counts apart. */
@Timeout(60)
final class LaneLimiterTest {
  private static final Instant START = FakeTime.START;
  private static final Lane ONE = new Lane("directory one", 4);
  private static final Lane OTHER = new Lane("directory other", 4);

  private final LaneLimiter limiter = new LaneLimiter(4);
  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void fourGoAtOnceAndTheNextFourWhenTheSecondIsOver() {
    assertThat(Stream.generate(() -> limiter.take(START)).limit(9))
        .extracting(Duration::toMillis)
        .containsExactly(0L, 0L, 0L, 0L, 1100L, 1100L, 1100L, 1100L, 2200L);
  }

  @Test
  void whoComesLaterWaitsForLess() {
    Stream.generate(() -> limiter.take(START)).limit(4).forEach(wait -> {});
    assertThat(limiter.take(START.plusMillis(900))).hasMillis(200);
    assertThat(limiter.take(START.plusMillis(5000))).isZero();
  }

  @Test
  void neverMoreThanFourInASecondWheneverTheyCome() {
    var random = new Random(7);
    var sent = new ArrayList<Instant>();
    var now = START;
    for (int each = 0; each < 2000; each++) {
      now = now.plusMillis(random.nextInt(random.nextBoolean() ? 5 : 700));
      sent.add(now.plus(limiter.take(now)));
    }
    assertThat(sent).isSorted();
    for (int each = 4; each < sent.size(); each++) {
      assertThat(Duration.between(sent.get(each - 4), sent.get(each)))
          .isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void aLaneWaitsForItselfOnly() {
    var client = api.client();
    var sent = new ArrayList<Long>();
    for (int each = 0; each < 10; each++) {
      api.answers(200, "");
      var response =
          client.get(
              "/directory_users", CallScope.unbounded(), Optional.of(each < 6 ? ONE : OTHER));
      sent.add(Duration.between(START, response.sentAt()).toMillis());
    }
    assertThat(sent).containsExactly(0L, 0L, 0L, 0L, 1100L, 1100L, 1100L, 1100L, 1100L, 1100L);
  }

  @Test
  void aRetryTakesItsTurnAndAllClientsOfAKeyShareTheLane() {
    api.answers(200, "").answers(200, "").answers(200, "");
    api.answers(503, "", "Retry-After: 1").answers(200, "");
    for (int each = 0; each < 4; each++) {
      api.client().get("/directory_users", CallScope.unbounded(), Optional.of(ONE));
    }
    assertThat(api.time.sleeps()).extracting(Duration::toMillis).containsExactly(1000L, 100L);
  }

  @Test
  void aWaitPastTheDeadlineFailsAtOnce() {
    var client = api.client();
    for (int each = 0; each < 4; each++) {
      api.answers(200, "");
      client.get("/directory_users", CallScope.unbounded(), Optional.of(ONE));
    }
    var scope = CallScope.until(START.plusMillis(500), api.time);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                ApiException.class, () -> client.get("/directory_users", scope, Optional.of(ONE))))
        .hasMessageContaining("the service answers 4 of these a second")
        .extracting(ApiException::kind)
        .isEqualTo(ApiException.Kind.TIMED_OUT);
    assertThat(api.time.sleeps()).isEmpty();
  }
}
