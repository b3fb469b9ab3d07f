package io.workosjdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Operator;
import io.workosjdbc.workos.WorkOs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A row for which a condition holds is asked for by exactly one request. */
class CoveragePropertiesTest {

  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final List<String> TEXTS = List.of("a", "b", "a,b", "OktaSAML", "Pending", "");
  private static final List<String> NAMES =
      List.of(
          "authentication.sso_failed",
          "authentication.sso_started",
          "authentication.mfa_failed",
          "authentication.password_succeeded");

  private final RequestPlanner planner =
      new RequestPlanner(
          WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true);

  @Property(tries = 2000)
  void aConnectionIsAskedForOnce(
      @ForAll("connections") Map<String, Object> row,
      @ForAll("onConnections") Condition condition) {
    assertCovered("workos_connection", row, condition);
  }

  @Property(tries = 2000)
  void anEventIsAskedForOnce(
      @ForAll("events") Map<String, Object> row, @ForAll("onEvents") Condition condition) {
    assertCovered("workos_auth_event", row, condition);
  }

  private void assertCovered(String table, Map<String, Object> row, Condition condition) {
    var resource = WorkOs.SOURCE.resource(table).orElseThrow();
    long asking =
        planner.plan(resource, condition, Wish.NONE, NOW).requests().stream()
            .filter(request -> gives(request, row))
            .count();
    if (Truth.of(condition, row)) {
      assertThat(asking).isEqualTo(1);
    } else {
      assertThat(asking).isLessThanOrEqualTo(1);
    }
  }

  private static boolean gives(Request request, Map<String, Object> row) {
    boolean passes =
        request.checks().stream()
            .allMatch(
                check ->
                    check.passes(
                        Optional.ofNullable(row.get(check.column())).map(Object::toString)));
    return passes
        && (!(request instanceof ListRequest list)
            || list.window()
                .map(window -> window.contains((Instant) row.get("created_at")))
                .orElse(true));
  }

  @Provide
  Arbitrary<Map<String, Object>> connections() {
    return Combinators.combine(
            Arbitraries.of(TEXTS),
            Arbitraries.of(TEXTS),
            Arbitraries.of(TEXTS),
            Arbitraries.of(TEXTS))
        .as(
            (id, organization, type, domains) ->
                Map.of(
                    "id", id,
                    "organization_id", organization,
                    "connection_type", type,
                    "domains", domains));
  }

  @Provide
  Arbitrary<Map<String, Object>> events() {
    return Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(TEXTS), instants())
        .as((name, organization, at) -> event(name, organization, at));
  }

  private static Map<String, Object> event(String name, String organization, Instant at) {
    var words = name.substring("authentication.".length());
    int split = words.lastIndexOf('_');
    return Map.of(
        "event_type", name,
        "method", words.substring(0, split),
        "outcome", words.substring(split + 1),
        "organization_id", organization,
        "created_at", at);
  }

  /** Few instants, a millisecond or a month apart, so that bounds are hit. */
  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 8), Arbitraries.integers().between(-2, 2))
        .as((days, millis) -> NOW.minus(Duration.ofDays(10L * days + 1)).plusMillis(millis));
  }

  @Provide
  Arbitrary<Condition> onConnections() {
    return trees(
        texts(List.of("id", "organization_id", "connection_type", "domains", "name"), TEXTS));
  }

  @Provide
  Arbitrary<Condition> onEvents() {
    return trees(
        Arbitraries.oneOf(
            texts(List.of("event_type", "outcome", "method", "organization_id"), values()),
            Combinators.combine(Arbitraries.of(Operator.class), instants(), roundings())
                .as(
                    (operator, at, rounding) ->
                        new Compare("created_at", operator, new Operand.Value(at), rounding))));
  }

  private static List<String> values() {
    return List.of("authentication.sso_failed", "failed", "started", "sso", "mfa", "a", "%");
  }

  private static Arbitrary<Duration> roundings() {
    return Arbitraries.of(Duration.ZERO, Duration.ofDays(1));
  }

  private static Arbitrary<Condition> texts(List<String> columns, List<String> values) {
    return Combinators.combine(
            Arbitraries.of(columns),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Operator.EQUAL)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Operator.class))),
            Arbitraries.of(values))
        .as((column, operator, value) -> Compare.of(column, operator, new Operand.Value(value)));
  }

  private static Arbitrary<Condition> trees(Arbitrary<Condition> leaves) {
    return Arbitraries.lazyOf(
        () -> leaves,
        () -> leaves,
        () -> trees(leaves).list().ofMinSize(0).ofMaxSize(3).map(Condition.All::new),
        () -> trees(leaves).list().ofMinSize(0).ofMaxSize(3).map(Condition.Any::new));
  }

  /** What SQL says of a condition, for a row without NULL. */
  private static final class Truth {

    static boolean of(Condition condition, Map<String, Object> row) {
      if (condition instanceof Condition.All all) {
        return all.conditions().stream().allMatch(each -> of(each, row));
      }
      if (condition instanceof Condition.Any any) {
        return any.conditions().stream().anyMatch(each -> of(each, row));
      }
      var compare = (Compare) condition;
      var value = row.getOrDefault(compare.column(), "name");
      int order =
          value instanceof Instant instant
              ? floor(instant, compare)
                  .compareTo((Instant) ((Operand.Value) compare.operand()).value())
              : ((String) value).compareTo(compare.operand().toString());
      return switch (compare.operator()) {
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
      };
    }

    private static Instant floor(Instant instant, Compare compare) {
      return compare.rounding().isZero()
          ? instant
          : instant.truncatedTo(java.time.temporal.ChronoUnit.DAYS);
    }
  }
}
