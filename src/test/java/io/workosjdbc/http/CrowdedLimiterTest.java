package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One limiter, many threads. */
@Timeout(60)
final class CrowdedLimiterTest {
  private static final Instant START = FakeTime.START;
  private static final int THREADS = 64;

  private final RateLimiter limiter = new RateLimiter();

  private static <T> List<T> together(Callable<T> work)
      throws InterruptedException, ExecutionException {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var all = new CountDownLatch(THREADS);
      var results = new ArrayList<Future<T>>();
      for (int each = 0; each < THREADS; each++) {
        results.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  return work.call();
                }));
      }
      var done = new ArrayList<T>();
      for (var result : results) {
        done.add(result.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void everyoneGetsATurnOfTheirOwn() throws Exception {
    limiter.ask(100);
    var waits = together(() -> limiter.take(START));
    assertThat(waits.stream().map(Duration::toMillis).sorted())
        .containsExactlyElementsOf(
            LongStream.range(0, THREADS).map(each -> Math.max(0, each - 4) * 10).boxed().toList());
  }

  @Test
  void aWaveOf429sToEveryoneHalvesTheRateOnce() throws Exception {
    limiter.ask(100);
    var answered = START.plusMillis(100);
    together(
        () -> {
          limiter.slowDown(START, answered);
          return true;
        });
    assertThat(limiter.rate(answered)).isEqualTo(50, within(1e-6));
    var waits = together(() -> limiter.take(answered));
    assertThat(waits.stream().map(Duration::toMillis).max(Long::compare).orElseThrow())
        .isEqualTo((THREADS - 5) * 20L);
  }
}
