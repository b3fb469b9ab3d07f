package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.EVENTS;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoEvent;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Operator;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Operand;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.request.Window;
import io.workosjdbc.request.Wish;
import io.workosjdbc.workos.WorkOs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 1,600 events: an hour of rest, bursts, many at the same millisecond, and bounds of the question
 * at which something happened.
 */
final class CrowdedDays {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("2026-02-10T00:00:00Z");
  private static final Instant FROM = FIRST.plus(Duration.ofHours(2));
  private static final Instant TO = FIRST.plus(Duration.ofHours(130));

  private CrowdedDays() {}

  static DemoServer serve() {
    var events = new ArrayList<DemoEvent>();
    for (int hour = 0; hour < 160; hour++) {
      int count = hour % 40 == 20 ? 280 : hour % 3 == 0 ? 0 : 5;
      for (int each = 0; each < count; each++) {
        var time = FIRST.plus(Duration.ofHours(hour)).plusMillis(each / 70);
        var id = "event_%05d".formatted(events.size());
        events.add(DemoEvent.of(id, "authentication.password_succeeded", time));
      }
    }
    return DemoServer.start(
        DemoOptions.defaults().withClock(CLOCK).withGzip(false), DemoData.of(events));
  }

  static AccessPlan plan(Optional<Direction> order) {
    var condition =
        Compare.of("created_at", Operator.GREATER_OR_EQUAL, new Operand.Value(FROM))
            .and(Compare.of("created_at", Operator.LESS_OR_EQUAL, new Operand.Value(TO)));
    return new RequestPlanner(
            WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true)
        .plan(EVENTS, condition, new Wish(order, OptionalLong.empty()), CLOCK.instant());
  }

  /** What the plan asks for. */
  static Window window() {
    return new Window(FROM, TO.plusMillis(1));
  }

  static Set<String> truth(DemoServer server) {
    return server.data().events().stream()
        .filter(event -> !event.createdAt().isBefore(FROM) && !event.createdAt().isAfter(TO))
        .map(DemoEvent::id)
        .collect(Collectors.toSet());
  }
}
