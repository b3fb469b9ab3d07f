package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.demo.DemoDirectory;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ClientOptions;
import io.workosjdbc.http.Sleeper;
import io.workosjdbc.http.Timing;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Wish;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four requests a second for each directory: the demo refuses the fifth by the same clock. */
@Timeout(60)
class DirectoryRateTest {

  private final Time time = new Time();
  private final DemoServer server =
      DemoServer.start(DemoOptions.defaults().withEventCount(0).withClock(time));
  private final ApiClient client =
      ApiClient.of(
          ClientOptions.of(server.baseUrl(), () -> server.apiKey())
              .withMaxRetries(0)
              .withMaxConcurrency(1)
              .withRequestsPerSecond(1e6)
              .withTiming(new Timing(time, () -> 0.5, time)));
  private final Fetcher fetcher =
      Fetcher.of(client, WorkOs.SOURCE, new ListingCache(1 << 20, time));

  /** Moves only when somebody sleeps. */
  private static final class Time extends Clock implements Sleeper {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public synchronized void sleep(Duration atMost, CompletableFuture<?> wakeUp) {
      now = now.plus(atMost);
    }

    @Override
    public synchronized Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void close() {
    fetcher.close();
    client.close();
    server.close();
  }

  private int rows(Resource resource) {
    var planner =
        new RequestPlanner(
            WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, fetcher.sizes(), true);
    var plan = planner.plan(resource, Condition.anything(), Wish.NONE, time.instant());
    try (var rows = fetcher.open(plan, List.of(resource.key()), Execution.unbounded())) {
      return Reading.take(rows, Integer.MAX_VALUE).size();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workos_directory_user",
        "workos_directory_group",
        "workos_directory_group_membership"
      })
  void aScanOfAllDirectoriesIsNeverRefused(String name) {
    assertThat(rows(table(name))).isPositive();
    assertThat(server.refusedForTheirDirectory()).isZero();
  }

  /** The largest has more pages than go in a second; the others are read while it waits. */
  @Test
  void directoriesDoNotWaitForEachOther() {
    rows(table("workos_directory_user"));
    int mostPages =
        server.data().directories().stream()
            .flatMap(directory -> directory.counts().stream())
            .mapToInt(counts -> (counts.activeUsers() + counts.inactiveUsers()) / 100 + 1)
            .max()
            .orElseThrow();
    assertThat(mostPages).isGreaterThan(4);
    var waited = Duration.between(Instant.parse("2026-03-01T12:00:00Z"), time.instant());
    assertThat(waited).isLessThan(Duration.ofMillis(1100L * server.requestCount() / 4));
  }

  /** Without lanes the demo refuses, so that the tests above can fail. */
  @Test
  void theDemoRefusesTheFifthOfASecond() {
    var directory = server.data().directories().stream().map(DemoDirectory::id).findFirst();
    var target = "/directory_users?limit=100&directory=" + directory.orElseThrow();
    var statuses = Stream.generate(() -> status(target)).limit(6).toList();
    assertThat(statuses).containsExactly(200, 200, 200, 200, 429, 429);
    time.sleep(Duration.ofSeconds(1), new CompletableFuture<>());
    assertThat(status(target)).isEqualTo(200);
    assertThat(server.refusedForTheirDirectory()).isEqualTo(2);
  }

  private int status(String target) {
    try {
      return client.get(target, io.workosjdbc.http.CallScope.unbounded()).status();
    } catch (io.workosjdbc.http.ApiException e) {
      return e.status().orElseThrow();
    }
  }
}
