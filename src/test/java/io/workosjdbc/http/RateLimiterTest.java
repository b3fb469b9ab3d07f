package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {
  private static final Instant START = FakeTime.START;
  private static final Offset<Double> EXACT = within(1e-6);

  private final RateLimiter limiter = new RateLimiter();

  @BeforeEach
  void askFor10PerSecond() {
    limiter.ask(10);
  }

  @Test
  void lets5GoAtOnceAndThenKeepsTheRate() {
    assertThat(Stream.generate(() -> limiter.take(START)).limit(8))
        .extracting(Duration::toMillis)
        .containsExactly(0L, 0L, 0L, 0L, 0L, 100L, 200L, 300L);
  }

  @Test
  void savesNoMoreThanTheBurst() {
    limiter.take(START);

    assertThat(Stream.generate(() -> limiter.take(START.plusSeconds(3600))).limit(6))
        .extracting(Duration::toMillis)
        .containsExactly(0L, 0L, 0L, 0L, 0L, 100L);
  }

  @Test
  void aTokenThatWasNotUsedIsThereForTheNext() {
    takeTheBurst();
    limiter.take(START);
    limiter.giveBack();

    assertThat(limiter.take(START)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void a429HalvesTheRateAndItGrowsBackBy5PercentASecond() {
    limiter.slowDown(START, START);

    assertThat(limiter.rate(START)).isEqualTo(5, EXACT);
    assertThat(limiter.rate(START.plusSeconds(2))).isEqualTo(6, EXACT);
    assertThat(limiter.rate(START.plusSeconds(10))).isEqualTo(10, EXACT);
    assertThat(limiter.rate(START.plusSeconds(60))).isEqualTo(10, EXACT);
  }

  @Test
  void aWaveOf429sCountsOnce() {
    Instant answered = START.plusMillis(200);
    limiter.slowDown(START, answered);
    limiter.slowDown(START.plusMillis(10), answered.plusMillis(1));
    limiter.slowDown(START.plusMillis(199), answered.plusMillis(2));
    assertThat(limiter.rate(answered)).isEqualTo(5, within(0.01));

    limiter.slowDown(answered, answered);
    assertThat(limiter.rate(answered)).isEqualTo(2.5, within(0.01));
  }

  @Test
  void neverStopsAltogether() {
    for (int i = 0; i < 50; i++) {
      limiter.slowDown(START, START);
    }

    assertThat(limiter.rate(START)).isEqualTo(0.5, EXACT);
  }

  @Test
  void theLowestRateOfTheOpenClientsCounts() {
    limiter.ask(80);
    assertThat(limiter.rate(START)).isEqualTo(10, EXACT);
    limiter.ask(2);
    assertThat(limiter.rate(START)).isEqualTo(2, EXACT);

    limiter.withdraw(2);
    assertThat(limiter.rate(START)).isEqualTo(10, EXACT);
    limiter.withdraw(10);
    assertThat(limiter.rate(START)).isEqualTo(80, EXACT);
  }

  @Test
  void remembersA429WhenAllClientsHaveGone() {
    limiter.slowDown(START, START);
    limiter.withdraw(10);
    limiter.ask(10);

    assertThat(limiter.rate(START)).isEqualTo(5, EXACT);
  }

  @Test
  void aClockThatIsSetBackChangesNothing() {
    takeTheBurst();

    assertThat(limiter.take(START.minusSeconds(3600))).isEqualTo(Duration.ofMillis(100));
  }

  private void takeTheBurst() {
    for (int i = 0; i < RateLimiter.BURST; i++) {
      assertThat(limiter.take(START)).isZero();
    }
  }
}
