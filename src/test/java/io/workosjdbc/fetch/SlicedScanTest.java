package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoEvent;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import io.workosjdbc.demo.Quirk;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Large lists of events, read by one or several workers, from a service with any mix of quirks. By
 * default the mixes are {@link #PAIRS}, in which any two quirks come in all four combinations; with
 * {@code -Dquirks=all} they are all 64.
 */
@Timeout(300)
class SlicedScanTest {

  /** Those that change what a slice is answered. */
  private static final List<Quirk> QUIRKS =
      List.of(
          Quirk.EVENTS_HONOUR_ORDER,
          Quirk.RANGE_START_EXCLUSIVE,
          Quirk.RANGE_END_EXCLUSIVE,
          Quirk.RANGE_END_WITH_AFTER_REFUSED,
          Quirk.RANGE_IGNORED,
          Quirk.SHORT_PAGES);

  /** Bits of {@link #QUIRKS}: none, all, and mixes of them. */
  private static final int[] PAIRS = {
    0b000000, 0b111111, 0b000111, 0b111000, 0b001001, 0b010010, 0b100100
  };

  private static final DemoServer SERVER = CrowdedDays.serve();
  private static final DemoServer EVEN =
      DemoServer.start(DemoOptions.defaults().withMassEvents(6000, Duration.ofDays(20)));
  private static final AccessPlan ALL = plan(EVEN.data().events());

  @AfterAll
  static void stop() {
    SERVER.close();
    EVEN.close();
  }

  @AfterEach
  void heal() {
    SERVER.quirks();
    SERVER.heal();
    SERVER.clearRequests();
    EVEN.heal();
  }

  private static List<String> read(Environment environment, AccessPlan plan) {
    return read(environment, plan, Integer.MAX_VALUE);
  }

  private static List<String> read(Environment environment, AccessPlan plan, int most) {
    try (var rows = environment.open(plan, Execution.unbounded())) {
      return Reading.take(rows, most);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void theRowsAreTheSameUnderEveryCombination(int concurrency) {
    for (int mix : mixes()) {
      var quirks = new ArrayList<Quirk>();
      for (int each = 0; each < QUIRKS.size(); each++) {
        if ((mix & 1 << each) != 0) {
          quirks.add(QUIRKS.get(each));
        }
      }
      SERVER.quirks(quirks.toArray(Quirk[]::new));
      try (var environment = Environment.of(SERVER, concurrency)) {
        check(environment, Optional.empty());
        check(environment, Optional.of(Direction.ASCENDING));
        check(environment, Optional.of(Direction.DESCENDING));
      }
    }
  }

  private static int[] mixes() {
    return "all".equals(System.getProperty("quirks"))
        ? IntStream.range(0, 1 << QUIRKS.size()).toArray()
        : PAIRS;
  }

  @Test
  void anyTwoQuirksComeInAllFourCombinations() {
    for (int one = 0; one < QUIRKS.size(); one++) {
      for (int other = 0; other < one; other++) {
        int first = one;
        int second = other;
        assertThat(Arrays.stream(PAIRS).map(mix -> (mix >> first & 1) + 2 * (mix >> second & 1)))
            .contains(0, 1, 2, 3);
      }
    }
  }

  private static void check(Environment environment, Optional<Direction> order) {
    var ids = read(environment, CrowdedDays.plan(order));
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids).isEqualTo(CrowdedDays.truth(SERVER));
    if (order.isPresent()) {
      var times = ids.stream().map(id -> SERVER.data().find(id).orElseThrow().createdAt());
      assertThat(times)
          .isSortedAccordingTo(
              (one, other) ->
                  order.get() == Direction.ASCENDING ? one.compareTo(other) : other.compareTo(one));
    }
  }

  @Test
  void unknownNamesAreLearnedOnce() {
    SERVER.quirks(Quirk.NEWER_EVENTS_UNKNOWN);
    try (var environment = Environment.of(SERVER, 16)) {
      assertThat(new HashSet<>(read(environment, CrowdedDays.plan(Optional.empty()))))
          .isEqualTo(CrowdedDays.truth(SERVER));
    }
  }

  @ParameterizedTest
  @CsvSource({"10,1", "100,1", "101,2", "200,2"})
  void fewRowsAreReadByOneCursor(int rows, int requests) {
    try (var environment = Environment.of(SERVER, 16)) {
      read(environment, CrowdedDays.plan(Optional.empty()));
      SERVER.clearRequests();
      assertThat(read(environment, CrowdedDays.plan(Optional.empty()), rows)).hasSize(rows);
      assertThat(SERVER.requestCount()).isEqualTo(requests);
    }
  }

  @Test
  void oneSlowAnswerDoesNotHoldUpTheOtherSlices() {
    var slow = Hold.beforeAnswer();
    try (var environment = Environment.of(EVEN, 4)) {
      assertThat(read(environment, ALL)).hasSize(6000);
      EVEN.fail(Fault.nth(3, "/events", slow));
      try (var rows = environment.open(ALL, Execution.unbounded())) {
        assertThat(Reading.take(rows, 2000)).hasSize(2000);
        assertThat(slow.reached()).isCompleted();
        slow.release();
        assertThat(Reading.take(rows, Integer.MAX_VALUE)).hasSize(4000);
      }
    }
  }

  private static AccessPlan plan(List<DemoEvent> events) {
    var from = events.get(0).createdAt();
    var to = events.get(events.size() - 1).createdAt().plusSeconds(1);
    var names = EVENTS.listing().choice().orElseThrow().names();
    return Reading.plan(
        new ListRequest(
            EVENTS,
            Map.of(),
            Map.of(),
            names,
            ArrayStyle.COMMA,
            Optional.of(Direction.ASCENDING),
            Optional.of(new Window(from, to))));
  }

  @ParameterizedTest
  @CsvSource({"3,4", "4,4", "7,4", "9,16", "15,16"})
  void aFailureOfAnySliceFailsTheStatement(int request, int concurrency) {
    SERVER.fail(Fault.nth(request, "/events", Answer.message(500, "broken")));
    try (var environment = Environment.of(SERVER, concurrency)) {
      var failure =
          catchThrowableOfType(
              ApiException.class,
              () -> read(environment, CrowdedDays.plan(Optional.of(Direction.ASCENDING))));
      assertThat(failure.kind()).isEqualTo(Kind.SERVER_ERROR);
      assertThat(failure).hasMessageContaining("GET /events?");
    }
  }

  @Test
  void cancellingAbortsAllRequestsInFlight() {
    var held = Hold.inBody();
    EVEN.fail(new Fault("/events", 3, Integer.MAX_VALUE, held));
    var execution = Execution.unbounded();
    try (var environment = Environment.of(EVEN, 4)) {
      var rows = environment.open(ALL, execution);
      assertThat(Reading.take(rows, 200)).hasSize(200);
      var failure =
          CompletableFuture.supplyAsync(
              () -> catchThrowableOfType(ApiException.class, rows::next).kind());
      held.reached().join();
      execution.cancel();
      assertThat(failure.join()).isEqualTo(Kind.CANCELLED);
      held.abandoned().join();
    }
  }

  @Test
  void closingTheRowsAbortsWhatIsReadAhead() {
    var held = Hold.inBody();
    EVEN.fail(new Fault("/events", 4, Integer.MAX_VALUE, held));
    var execution = Execution.unbounded();
    try (var environment = Environment.of(EVEN, 4)) {
      var rows = environment.open(ALL, execution);
      assertThat(Reading.take(rows, 201)).hasSize(201);
      held.reached().join();
      rows.close();
      held.abandoned().join();
      assertThat(execution.isRunning()).isTrue();
    }
  }

  @Test
  void noThreadIsLeftBehind() throws InterruptedException {
    var environment = Environment.of(SERVER, 4);
    read(environment, CrowdedDays.plan(Optional.empty()));
    environment.close();
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("workos-jdbc-fetch-")) {
        thread.join();
      }
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("workos-jdbc-fetch-"));
  }
}
