package io.workosjdbc.request;

import static io.workosjdbc.request.Condition.Operator.EQUAL;
import static io.workosjdbc.request.Condition.Operator.GREATER;
import static io.workosjdbc.request.Condition.Operator.GREATER_OR_EQUAL;
import static io.workosjdbc.request.Condition.Operator.LESS;
import static io.workosjdbc.request.Condition.Operator.LESS_OR_EQUAL;
import static io.workosjdbc.request.Conditions.all;
import static io.workosjdbc.request.Conditions.any;
import static io.workosjdbc.request.Conditions.onDay;
import static io.workosjdbc.request.Conditions.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which spans of time the requests for events ask for. */
class PlannedWindowsTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Resource EVENT = WorkOs.SOURCE.resource("workos_auth_event").orElseThrow();

  @Test
  void everythingIsThreeWindowsNewestFirst() {
    assertThat(windows(Condition.anything()))
        .containsExactly(
            "2026-05-31T12:05:00.001Z 2026-06-30T12:05:00Z",
            "2026-05-01T12:05:00.002Z 2026-05-31T12:05:00.001Z",
            "2026-04-01T12:05:00.003Z 2026-05-01T12:05:00.002Z");
  }

  @Test
  void aRequestNeverSpansMoreThanThirtyDays() {
    assertThat(requests(Condition.anything()).get(0))
        .endsWith(
            "&order=asc&range_start=2026-05-31T12:05:00.000Z&range_end=2026-06-30T12:05:00.000Z");
  }

  @Test
  void boundsOfTimeBecomeHalfOpenWindows() {
    assertThat(
            windows(
                all(
                    time(GREATER, "2026-06-01T00:00:00Z"),
                    time(LESS_OR_EQUAL, "2026-06-02T00:00:00Z"))))
        .containsExactly("2026-06-01T00:00:00.001Z 2026-06-02T00:00:00.001Z");
    assertThat(windows(time(EQUAL, "2026-06-01T00:00:00.123Z")))
        .containsExactly("2026-06-01T00:00:00.123Z 2026-06-01T00:00:00.124Z");
    assertThat(windows(time(GREATER_OR_EQUAL, "2026-06-30T00:00:00Z")))
        .containsExactly("2026-06-30T00:00:00Z 2026-06-30T12:05:00Z");
  }

  @Test
  void aDayIsAllOfItsMilliseconds() {
    var window = windows(onDay("2026-06-01T00:00:00Z")).get(0).split(" ", -1);
    assertThat(Instant.parse(window[0])).isEqualTo("2026-06-01T00:00:00Z");
    assertThat(Instant.parse(window[1])).isAfterOrEqualTo(Instant.parse("2026-06-02T00:00:00Z"));
  }

  @Test
  void separateRangesAreReadSeparately() {
    assertThat(windows(any(onDay("2026-06-01T00:00:00Z"), onDay("2026-06-20T00:00:00Z"))))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("2026-06-20");
  }

  @Test
  void nothingOlderThanTheServiceKeepsIsAskedFor() {
    assertThat(windows(time(GREATER, "2020-01-01T00:00:00Z"))).hasSize(3);
    assertThat(requests(time(LESS, "2020-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void aShorterLookbackHoldsOnlyWithoutALowerBound() {
    var week = planner(Duration.ofDays(7));
    assertThat(windows(week.plan(EVENT, Condition.anything(), Wish.NONE, NOW)))
        .containsExactly("2026-06-23T12:00:00Z 2026-06-30T12:05:00Z");
    assertThat(windows(week.plan(EVENT, time(GREATER, "2026-06-01T00:00:00Z"), Wish.NONE, NOW)))
        .containsExactly("2026-06-01T00:00:00.001Z 2026-06-30T12:05:00Z");
  }

  private static List<String> requests(Condition condition) {
    return planner(Duration.ofDays(90)).plan(EVENT, condition, Wish.NONE, NOW).requests().stream()
        .map(Request::line)
        .toList();
  }

  private static List<String> windows(Condition condition) {
    return windows(planner(Duration.ofDays(90)).plan(EVENT, condition, Wish.NONE, NOW));
  }

  private static List<String> windows(AccessPlan plan) {
    return plan.requests().stream()
        .map(request -> ((ListRequest) request).window().orElseThrow())
        .map(window -> window.from() + " " + window.to())
        .toList();
  }

  private static RequestPlanner planner(Duration lookback) {
    return new RequestPlanner(
        WorkOs.SOURCE, new Reach(lookback), ArrayStyle.COMMA, Sizes.UNKNOWN, true);
  }
}
