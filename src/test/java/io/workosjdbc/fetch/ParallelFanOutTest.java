package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.ORGANIZATIONS;
import static io.workosjdbc.fetch.Reading.columns;
import static io.workosjdbc.fetch.Reading.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoOrganization;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several requests of one plan at a time. */
@Timeout(60)
class ParallelFanOutTest {

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(0));
  private final Environment environment = Environment.of(server, 4);
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    environment.close();
    server.close();
    other.shutdownNow();
  }

  private List<String> ids() {
    return server.data().organizations().stream().map(DemoOrganization::id).limit(12).toList();
  }

  private RowSource open() {
    var requests = ids().stream().<Request>map(id -> get(ORGANIZATIONS, "id", id)).toList();
    return environment
        .fetcher()
        .open(
            AccessPlan.of(requests, Optional.empty()),
            columns(ORGANIZATIONS, "id"),
            Execution.unbounded());
  }

  @Test
  void rowsComeInTheOrderOfTheRequests() {
    try (var rows = open()) {
      assertThat(Reading.take(rows, 99)).isEqualTo(ids());
    }
    assertThat(server.requestCount()).isEqualTo(12);
  }

  @Test
  void theFirstRequestIsSentAlone() {
    try (var rows = open()) {
      assertThat(Reading.take(rows, 1)).containsExactly(ids().get(0));
      assertThat(server.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void whoWantsMoreGetsSeveralAtATime() {
    var second = Hold.beforeAnswer();
    var third = Hold.beforeAnswer();
    server.fail(Fault.nth(2, "/organizations", second));
    server.fail(Fault.nth(3, "/organizations", third));
    try (var rows = open()) {
      assertThat(Reading.take(rows, 1)).hasSize(1);
      var rest = CompletableFuture.supplyAsync(() -> Reading.take(rows, 99), other);
      second.reached().join();
      third.reached().join();
      third.release();
      second.release();
      assertThat(rest.join()).isEqualTo(ids().subList(1, 12));
    }
  }
}
