package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.EVENTS;
import static io.workosjdbc.fetch.Reading.ORGANIZATIONS;
import static io.workosjdbc.fetch.Reading.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.demo.Breakage;
import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.PageFault;
import io.workosjdbc.demo.Quirk;
import io.workosjdbc.demo.WrongShape;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.ClientOptions;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Operator;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Operand;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.request.Wish;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whatever the service does differently from what is documented, the rows are the same. */
class QuirkyServiceTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private static final DemoServer SERVER =
      DemoServer.start(DemoOptions.defaults().withClock(CLOCK).withEventCount(800));
  private static final ApiClient CLIENT =
      ApiClient.of(
          ClientOptions.of(SERVER.baseUrl(), SERVER::apiKey)
              .withMaxRetries(0)
              .withRequestsPerSecond(1e6));

  @AfterAll
  static void stop() {
    CLIENT.close();
    SERVER.close();
  }

  @AfterEach
  void heal() {
    SERVER.quirks();
    SERVER.heal();
    SERVER.clearRequests();
  }

  private static void serve(Quirk... quirks) {
    SERVER.quirks(Stream.of(quirks).distinct().toArray(Quirk[]::new));
  }

  private static Fetcher fetcher() {
    return Fetcher.of(CLIENT, WorkOs.SOURCE, new ListingCache(1 << 20, CLOCK));
  }

  private static List<String> read(
      Resource resource, Condition condition, Optional<Direction> order) {
    var planner =
        new RequestPlanner(
            WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true);
    var plan =
        planner.plan(resource, condition, new Wish(order, OptionalLong.empty()), CLOCK.instant());
    assertThat(plan.order()).isEqualTo(order);
    var ids = new ArrayList<String>();
    try (var rows = fetcher().open(plan, columns(resource, "id"), Execution.unbounded())) {
      while (rows.next()) {
        ids.add(String.valueOf(rows.row()[0]));
      }
    }
    return ids;
  }

  private static Condition since(Instant from) {
    return Compare.of("created_at", Operator.GREATER_OR_EQUAL, new Operand.Value(from));
  }

  private static Condition between(Instant from, Instant to) {
    return since(from).and(Compare.of("created_at", Operator.LESS_OR_EQUAL, new Operand.Value(to)));
  }

  /** Compares the rows in every direction with the truth. */
  private static void check(
      Resource resource, Condition condition, List<? extends DemoObject> truth) {
    var ids = truth.stream().map(DemoObject::id).toList();
    assertThat(read(resource, condition, Optional.empty()))
        .containsExactlyInAnyOrderElementsOf(ids);
    for (var direction : Direction.values()) {
      var rows = read(resource, condition, Optional.of(direction));
      assertThat(rows).containsExactlyInAnyOrderElementsOf(ids);
      var times = rows.stream().map(id -> SERVER.data().find(id).orElseThrow().createdAt());
      var rising = Comparator.<Instant>naturalOrder();
      assertThat(times)
          .isSortedAccordingTo(direction == Direction.ASCENDING ? rising : rising.reversed());
    }
  }

  /** Bounds fall on instants at which something happened. */
  private static void checkEvents() {
    var all = SERVER.data().events();
    var from = all.get(all.size() / 2).createdAt();
    var to = all.get(all.size() - 200).createdAt();
    var truth =
        all.stream()
            .filter(event -> !event.createdAt().isBefore(from) && !event.createdAt().isAfter(to))
            .toList();
    check(EVENTS, between(from, to), truth);
  }

  @ParameterizedTest
  @EnumSource(
      value = Quirk.class,
      mode = Mode.EXCLUDE,
      names = {"BRACKET_ARRAYS", "REPEATED_ARRAYS", "NEWER_EVENTS_UNKNOWN"})
  void eventsAreTheSame(Quirk quirk) {
    serve(quirk);
    checkEvents();
    serve(quirk, Quirk.EVENTS_HONOUR_ORDER, Quirk.SHORT_PAGES);
    checkEvents();
    serve(
        quirk,
        Quirk.EVENTS_HONOUR_ORDER,
        Quirk.RANGE_END_WITH_AFTER_REFUSED,
        Quirk.RANGE_START_EXCLUSIVE,
        Quirk.RANGE_END_EXCLUSIVE);
    checkEvents();
    serve(quirk, Quirk.RANGE_END_WITH_AFTER_REFUSED);
    checkEvents();
  }

  @ParameterizedTest
  @EnumSource(
      value = Quirk.class,
      mode = Mode.EXCLUDE,
      names = {"BRACKET_ARRAYS", "REPEATED_ARRAYS"})
  void organizationsAreTheSame(Quirk quirk) {
    serve(quirk);
    check(ORGANIZATIONS, Condition.anything(), SERVER.data().organizations());
    serve(quirk, Quirk.SHORT_PAGES);
    check(ORGANIZATIONS, Condition.anything(), SERVER.data().organizations());
  }

  @Test
  void newerEventsThatTheServiceDoesNotKnowAreLeftOut() {
    SERVER.quirks(Quirk.NEWER_EVENTS_UNKNOWN);
    var known = EVENTS.listing().choice().orElseThrow().core();
    var truth =
        SERVER.data().events().stream().filter(event -> known.contains(event.event())).toList();
    check(EVENTS, Condition.anything(), truth);
  }

  @ParameterizedTest
  @EnumSource(PageFault.class)
  void listsThatDoNotGoOnAreRefusedOrRight(PageFault fault) {
    SERVER.quirks(Quirk.SHORT_PAGES);
    SERVER.fail(Fault.nth(3, "/events", fault));
    var all = SERVER.data().events();
    var condition = since(all.get(all.size() - 400).createdAt());
    if (fault == PageFault.REPEATED_ROW) {
      assertThat(read(EVENTS, condition, Optional.empty())).hasSize(400).doesNotHaveDuplicates();
    } else {
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> read(EVENTS, condition, Optional.empty()))
          .matches(failure -> failure.kind() == Kind.NONSENSE)
          .withMessageContaining("GET /events?");
    }
  }

  @ParameterizedTest
  @EnumSource(WrongShape.class)
  void whatIsNoListIsRefused(WrongShape shape) {
    SERVER.fail(Fault.next(1, "/organizations", shape));
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read(ORGANIZATIONS, Condition.anything(), Optional.empty()))
        .matches(failure -> failure.kind() == Kind.NONSENSE);
  }

  @ParameterizedTest
  @EnumSource(Breakage.class)
  void halfAnAnswerIsRefused(Breakage breakage) {
    SERVER.fail(Fault.every("/organizations", breakage));
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read(ORGANIZATIONS, Condition.anything(), Optional.empty()))
        .extracting(ApiException::kind)
        .isIn(Kind.NONSENSE, Kind.BROKEN_OFF, Kind.CANNOT_CONNECT);
  }
}
