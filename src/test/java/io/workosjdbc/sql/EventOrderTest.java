package io.workosjdbc.sql;

import io.workosjdbc.demo.Quirk;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events in order, and the latest of them, from a service that may ignore the order. */
class EventOrderTest {
  private static final String JUNE = " where created_at >= timestamp '2026-06-24 00:00:00'";
  private static final String EVENTS = "GET /events?limit=100&events={events}";

  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  /** Whether the order is honoured, and which bounds of a range are inclusive. */
  static Stream<Arguments> services() {
    return Stream.of(
            new Quirk[] {},
            new Quirk[] {Quirk.EVENTS_HONOUR_ORDER},
            new Quirk[] {Quirk.RANGE_START_EXCLUSIVE},
            new Quirk[] {Quirk.RANGE_END_EXCLUSIVE},
            new Quirk[] {Quirk.EVENTS_HONOUR_ORDER, Quirk.RANGE_START_EXCLUSIVE},
            new Quirk[] {Quirk.EVENTS_HONOUR_ORDER, Quirk.RANGE_END_EXCLUSIVE},
            new Quirk[] {Quirk.RANGE_START_EXCLUSIVE, Quirk.RANGE_END_EXCLUSIVE},
            new Quirk[] {Quirk.EVENTS_HONOUR_ORDER, Quirk.SHORT_PAGES},
            new Quirk[] {Quirk.SHORT_PAGES},
            new Quirk[] {Quirk.RANGE_IGNORED})
        .map(quirks -> Arguments.of((Object) quirks));
  }

  @ParameterizedTest
  @MethodSource("services")
  void latestEventsAreReadInGrowingWindows(Quirk[] quirks) {
    API.server().quirks(quirks);

    sql("select id, created_at from workos_auth_event order by created_at desc, id limit 3")
        .returns(
            "event_24|2026-06-28 23:59:59.999",
            "event_22|2026-06-28 12:00:00.000",
            "event_23|2026-06-28 12:00:00.000");
    sql("select created_at from workos_auth_event order by created_at desc limit 4")
        .sends(
            EVENTS + "&order=desc&range_start={now+5m-1h}&range_end={now+5m}",
            EVENTS + "&order=desc&range_start={now+5m-25h}&range_end={now+5m-1h}",
            EVENTS + "&order=desc&range_start={now+5m-193h}&range_end={now+5m-25h}")
        .returns(
            "2026-06-28 23:59:59.999",
            "2026-06-28 12:00:00.000",
            "2026-06-28 12:00:00.000",
            "2026-06-28 00:00:00.000")
        .sameWithoutPushdown();
  }

  @ParameterizedTest
  @MethodSource("services")
  void oldestFirstIsOldestFirst(Quirk[] quirks) {
    API.server().quirks(quirks);

    sql("select created_at from workos_auth_event" + JUNE + " order by created_at")
        .sends(EVENTS + "&order=asc&range_start=2026-06-23T23:59:59.999Z&range_end={now+5m}")
        .returns(
            "2026-06-24 10:00:00.000",
            "2026-06-25 10:00:00.000",
            "2026-06-25 10:00:00.000",
            "2026-06-28 00:00:00.000",
            "2026-06-28 12:00:00.000",
            "2026-06-28 12:00:00.000",
            "2026-06-28 23:59:59.999")
        .sameWithoutPushdown();
  }

  @ParameterizedTest
  @MethodSource("services")
  void newestFirstIsNewestFirst(Quirk[] quirks) {
    API.server().quirks(quirks);

    sql("select created_at from workos_auth_event" + JUNE + " order by created_at desc")
        .returns(
            "2026-06-28 23:59:59.999",
            "2026-06-28 12:00:00.000",
            "2026-06-28 12:00:00.000",
            "2026-06-28 00:00:00.000",
            "2026-06-25 10:00:00.000",
            "2026-06-25 10:00:00.000",
            "2026-06-24 10:00:00.000");
  }

  @Test
  void theOldestOfAllIsOneWindow() {
    sql("select created_at from workos_auth_event order by created_at limit 2")
        .sends(EVENTS + "&order=asc&range_start={now+5m-90d}&range_end={now+5m-60d}")
        .returns("2026-04-10 10:00:00.000", "2026-04-10 10:01:00.000")
        .sameWithoutPushdown();
  }

  @Test
  void anOffsetCountsForTheWindows() {
    sql("select created_at from workos_auth_event"
            + JUNE
            + " order by created_at desc limit 1 offset 3")
        .returns("2026-06-28 00:00:00.000")
        .sameWithoutPushdown();
  }

  @Test
  void aFilterThatIsNotSentKeepsTheOrder() {
    sql("select id from workos_auth_event where email = 'ann@acme.example'"
            + " order by created_at desc limit 2")
        .returns("event_22", "event_21")
        .sameWithoutPushdown();
  }

  /** Two organizations are two lists, each sorted for itself. */
  @Test
  void aFanOutIsSortedHere() {
    sql("select created_at from workos_auth_event"
            + " where organization_id in ('org_beta', 'org_acme')"
            + " and created_at >= timestamp '2026-06-10 00:00:00' and outcome <> 'started'"
            + " order by created_at desc")
        .returns(
            "2026-06-28 00:00:00.000",
            "2026-06-20 10:00:00.000",
            "2026-06-20 10:00:00.000",
            "2026-06-15 10:00:00.000")
        .sends(2, "GET /events?limit=100&events=authentication.")
        .sameWithoutPushdown();
  }

  /** How many lists there will be is not known when this is planned. */
  @Test
  void aFanOutByParametersIsSortedHere() {
    sql("select created_at from workos_auth_event where (organization_id = ?"
            + " or organization_id = ?) and created_at >= timestamp '2026-06-10 00:00:00'"
            + " and outcome <> 'started' order by created_at limit 3")
        .with("org_beta", "org_acme")
        .returns("2026-06-15 10:00:00.000", "2026-06-20 10:00:00.000", "2026-06-20 10:00:00.000")
        .sameWithoutPushdown();
  }

  @Test
  void limitWithoutOrderShowsTheNewestWindow() {
    sql("select id from workos_auth_event limit 3")
        .sends(EVENTS + "&order=asc&range_start={now+5m-30d}&range_end={now+5m}");
  }
}
