package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import io.workosjdbc.demo.Quirk;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Operator;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Operand;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.request.Wish;
import io.workosjdbc.workos.WorkOs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it costs to read events newest first: 300 pages, 15 of them for each of 20 days. */
@Timeout(20)
class NewestFirstTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final int PAGES = 300;
  private static final DemoServer SERVER =
      DemoServer.start(
          DemoOptions.defaults()
              .withClock(CLOCK)
              .withMassEvents(100 * PAGES, Duration.ofDays(20))
              .withGzip(false));
  private static final AccessPlan NEWEST_FIRST =
      new RequestPlanner(
              WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true)
          .plan(
              EVENTS,
              Compare.of(
                  "created_at",
                  Operator.GREATER_OR_EQUAL,
                  new Operand.Value(NOW.minus(Duration.ofDays(20)))),
              new Wish(Optional.of(Direction.DESCENDING), OptionalLong.empty()),
              NOW);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void heal() {
    SERVER.quirks();
    SERVER.heal();
    SERVER.clearRequests();
  }

  private static List<String> read(int concurrency, int most) {
    try (var environment = Environment.of(SERVER, concurrency);
        var rows = environment.open(NEWEST_FIRST, Execution.unbounded())) {
      return Reading.take(rows, most);
    }
  }

  private static void honourOrder(boolean isHonoured) {
    SERVER.quirks(isHonoured ? new Quirk[] {Quirk.EVENTS_HONOUR_ORDER} : new Quirk[0]);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allOfThemCostFewMoreRequestsThanTheyHavePages(boolean isHonoured) {
    honourOrder(isHonoured);
    assertThat(read(8, Integer.MAX_VALUE)).hasSize(100 * PAGES).doesNotHaveDuplicates();
    assertThat(SERVER.requestCount()).isLessThan(PAGES * 112 / 100);
  }

  /** The hour before, where the day begins, and from its end on what is wanted. */
  @Test
  void theLatestRowsOfADayThatComesInTheOtherDirectionAreReadWithoutTheRestOfIt() {
    assertThat(read(1, 200)).hasSize(200);
    assertThat(SERVER.requestCount()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatComesLaterIsNotReadBeforeWhatIsWantedNext(boolean isHonoured) {
    honourOrder(isHonoured);
    assertThat(read(16, 1000)).hasSize(1000);
    var end = Pattern.compile("range_end=([^&]*)");
    assertThat(SERVER.requests())
        .allSatisfy(
            request -> {
              var to = end.matcher(request);
              assertThat(to.find()).isTrue();
              assertThat(Instant.parse(to.group(1))).isAfter(NOW.minus(Duration.ofDays(5)));
            });
  }

  /** Those that told the direction count, too. */
  @Test
  void readsAheadOnceTwoPagesWereRead() {
    var held = Hold.beforeAnswer();
    SERVER.fail(new Fault("/events", 4, Integer.MAX_VALUE, held));
    var rows = CompletableFuture.supplyAsync(() -> read(16, 400));
    while (SERVER.requestCount() < 6 && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    held.release();
    assertThat(rows.join()).hasSize(400);
  }
}
