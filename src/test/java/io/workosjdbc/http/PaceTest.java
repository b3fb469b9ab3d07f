package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaceTest {
  @ParameterizedTest
  @CsvSource({
    "100, 100, 16, 12",
    "98, 100, 16, 12",
    "100, 20, 16, 3",
    "100, 100, 4, 4",
    "100, 300, 16, 16",
    "80, 5, 16, 1",
    "80, 0, 16, 1",
    "0.5, 100, 16, 1",
    "1e300, 100, 16, 16"
  })
  void asManyRequestsAsKeepTheLimiterBusyAndAFifthMore(
      double requestsPerSecond, int latencyMillis, int maxConcurrency, int workers) {
    var pace = new Pace(requestsPerSecond, Duration.ofMillis(latencyMillis), maxConcurrency);
    assertThat(pace.workers()).isEqualTo(workers);
  }

  @Test
  void latencyFollowsTheNewestAnswers() {
    var latency = new Latency();
    assertThat(latency.mean()).isZero();
    latency.add(Duration.ofMillis(100));
    assertThat(latency.mean()).isEqualTo(Duration.ofMillis(100));
    latency.add(Duration.ofMillis(200));
    assertThat(latency.mean()).isEqualTo(Duration.ofMillis(120));
    latency.add(Duration.ofMillis(-5));
    assertThat(latency.mean()).isEqualTo(Duration.ofMillis(96));
  }
}
