package io.workosjdbc.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.InThread;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.workos.WorkOs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SingleFlightTest {

  private static final ListRequest LIST =
      new ListRequest(
          WorkOs.SOURCE.resource("workos_connection").orElseThrow(),
          Map.of(),
          Map.of(),
          List.of(),
          ArrayStyle.COMMA,
          Optional.empty(),
          Optional.empty());

  private final ListingCache cache = new ListingCache(10_000, Clock.systemUTC());
  private final AtomicInteger loads = new AtomicInteger();
  private final CountDownLatch loading = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CompletableFuture<StoredPage> answer = new CompletableFuture<>();

  private static StoredPage page() {
    return new StoredPage(
        new byte[1], Optional.empty(), 1, "GET /", Optional.empty(), Instant.EPOCH);
  }

  private CachedListing open() {
    return cache.open(LIST, Duration.ofMinutes(1));
  }

  /** One that loads until {@link #answer} is there. */
  private CompletableFuture<StoredPage> first() {
    var first =
        InThread.of(
            () ->
                open()
                    .page(
                        0,
                        Optional.empty(),
                        cursor -> {
                          loads.incrementAndGet();
                          loading.countDown();
                          return answer.join();
                        },
                        flight -> {}));
    await(loading);
    return first;
  }

  /** One that comes while the other is loading. */
  private CompletableFuture<StoredPage> second(Patience patience) {
    return InThread.of(
        () ->
            open()
                .page(
                    0,
                    Optional.empty(),
                    cursor -> {
                      loads.incrementAndGet();
                      return page();
                    },
                    flight -> {
                      waiting.countDown();
                      patience.await(flight);
                    }));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void untilDone(CompletableFuture<?> flight) {
    flight.handle((page, failure) -> page).join();
  }

  @Test
  void whoComesWhileAPageIsLoadedSharesIt() {
    var first = first();
    var second = second(SingleFlightTest::untilDone);
    await(waiting);
    answer.complete(page());
    assertThat(second.join()).isSameAs(first.join());
    assertThat(loads).hasValue(1);
  }

  @Test
  void whoWaitedForAFailureTriesForItself() {
    var first = first();
    var second = second(SingleFlightTest::untilDone);
    await(waiting);
    answer.completeExceptionally(new IllegalStateException("cancelled"));
    assertThat(second.join().line()).isEqualTo("GET /");
    assertThatThrownBy(first::join).hasMessageContaining("cancelled");
    assertThat(loads).hasValue(2);
  }

  @Test
  void whoWaitsCanGiveUpWithoutDisturbingTheOther() {
    var first = first();
    var second =
        second(
            flight -> {
              throw new IllegalStateException("given up");
            });
    assertThatThrownBy(second::join).hasMessageContaining("given up");
    answer.complete(page());
    assertThat(first.join().line()).isEqualTo("GET /");
    assertThat(cache.held(LIST, Duration.ofMinutes(1))).isPresent();
  }

  @Test
  void whatWasForgottenWhileItWasLoadedIsNotKept() {
    var first = first();
    cache.clear();
    answer.complete(page());
    assertThat(first.join().line()).isEqualTo("GET /");
    assertThat(cache.held(LIST, Duration.ofMinutes(1))).isEmpty();
  }
}
