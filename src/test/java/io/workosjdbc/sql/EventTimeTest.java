package io.workosjdbc.sql;

import io.workosjdbc.demo.Quirk;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The time ranges that conditions on {@code created_at} become. */
class EventTimeTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query where(String condition) {
    return API.sql("select id from workos_auth_event where " + condition);
  }

  private static String range(String from, String to) {
    return "GET /events?limit=100&events={events}&order=asc&range_start="
        + from
        + "&range_end="
        + to;
  }

  @Test
  void equalityIsAMillisecond() {
    where("created_at = timestamp '2026-06-28 12:00:00'")
        .sends(range("2026-06-28T11:59:59.999Z", "2026-06-28T12:00:00.001Z"))
        .returns("event_22", "event_23")
        .sameWithoutPushdown();
  }

  @Test
  void betweenIncludesBothEnds() {
    where(
            "created_at between timestamp '2026-06-28 00:00:00'"
                + " and timestamp '2026-06-28 12:00:00'")
        .sends(range("2026-06-27T23:59:59.999Z", "2026-06-28T12:00:00.001Z"))
        .returns("event_21", "event_22", "event_23")
        .sameWithoutPushdown();
  }

  @Test
  void strictBoundsExcludeTheirInstant() {
    where(
            "created_at > timestamp '2026-06-28 00:00:00'"
                + " and created_at < timestamp '2026-06-28 12:00:00'")
        .sends(range("2026-06-28T00:00:00.000Z", "2026-06-28T12:00:00.000Z"))
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void fractionsOfSecondsAreKept() {
    where(
            "created_at > timestamp '2026-05-20 12:00:00' and "
                + "created_at <= timestamp '2026-05-20 12:00:00.001'")
        .sends(range("2026-05-20T12:00:00.000Z", "2026-05-20T12:00:00.002Z"))
        .returns("event_10")
        .sameWithoutPushdown();
  }

  @Test
  void withoutAnUpperBoundItEndsFiveMinutesAhead() {
    where("created_at >= timestamp '2026-06-28 12:00:00'")
        .sends(range("2026-06-28T11:59:59.999Z", "{now+5m}"))
        .returns("event_22", "event_23", "event_24")
        .sameWithoutPushdown();
  }

  @Test
  void withoutBoundsItIsThreeWindows() {
    where("true")
        .sends(
            range("{now+5m-30d}", "{now+5m}"),
            range("{now+5m-60d}", "{now+5m-30d}"),
            range("{now+5m-90d}", "{now+5m-60d}"))
        .sameWithoutPushdown();
  }

  @Test
  void withoutALowerBoundTheLookbackIsOne() {
    where("created_at < timestamp '2026-06-28 00:00:00'")
        .in("lookback=7d")
        .sends(range("{now-7d}", "2026-06-28T00:00:00.000Z"))
        .returns("event_18", "event_19", "event_20")
        .sameWithoutPushdown();
  }

  @Test
  void aLowerBoundReachesBehindTheLookback() {
    where(
            "created_at >= timestamp '2026-06-15 00:00:00' and created_at < timestamp '2026-06-16"
                + " 00:00:00'")
        .in("lookback=7d")
        .sends(range("2026-06-14T23:59:59.999Z", "2026-06-16T00:00:00.000Z"))
        .returns("event_14", "event_15")
        .sameWithoutPushdown();
  }

  @Test
  void aLowerBoundReachesBehindTheLookbackHoweverFar() {
    where("created_at >= timestamp '2026-05-20 12:00:00.001'")
        .in("lookback=7d")
        .sends(range("{now+5m-30d}", "{now+5m}"), range("2026-05-20T12:00:00.000Z", "{now+5m-30d}"))
        .sameWithoutPushdown();
    where("created_at >= timestamp '2026-04-15 00:00:00' and outcome = 'started' and method > 'a'")
        .in("lookback=7d")
        .sends(3, "GET /events?limit=100&events=authentication.sso_started")
        .returns("event_14")
        .sameWithoutPushdown();
    API.sql(
            "select id from (select * from workos_auth_event where method = 'magic_auth')"
                + " where created_at >= timestamp '2026-04-15 00:00:00'")
        .in("lookback=1d")
        .returns("event_03", "event_04")
        .sameWithoutPushdown();
  }

  @Test
  void thirtyDaysAreOneRequestAndAMomentMoreAreTwo() {
    where(
            "created_at >= timestamp '2026-05-01 00:00:00.001'"
                + " and created_at < timestamp '2026-05-31 00:00:00'")
        .sends(range("2026-05-01T00:00:00.000Z", "2026-05-31T00:00:00.000Z"))
        .sameWithoutPushdown();
    where(
            "created_at >= timestamp '2026-05-01 00:00:00'"
                + " and created_at < timestamp '2026-05-31 00:00:00'")
        .sends(
            range("2026-05-01T00:00:00.000Z", "2026-05-31T00:00:00.000Z"),
            range("2026-04-30T23:59:59.999Z", "2026-05-01T00:00:00.001Z"))
        .sameWithoutPushdown();
  }

  @Test
  void lastSevenDays() {
    where("created_at >= current_timestamp - interval '7' day")
        .sends(range("{now-7d}", "{now+5m}"))
        .returns("event_18", "event_19", "event_20", "event_21", "event_22", "event_23", "event_24")
        .sameWithoutPushdown();
  }

  @Test
  void everyUnitOfIntervalsCounts() {
    where("created_at > current_timestamp - interval '36' hour")
        .sends(range("{now-36h}", "{now+5m}"));
    where("created_at > localtimestamp - interval '90' minute")
        .sends(range("{now-90m}", "{now+5m}"));
    where(
            "created_at between current_timestamp - interval '3' day"
                + " and current_timestamp - interval '1' day")
        .sends(range("{now-3d}", "{now-1d}"))
        .sameWithoutPushdown();
  }

  @Test
  void aParameterIsABound() {
    where("created_at >= ?")
        .with(Timestamp.from(StoryTime.at("2026-06-28T12:00:00Z")))
        .sends(range("2026-06-28T11:59:59.999Z", "{now+5m}"))
        .returns("event_22", "event_23", "event_24")
        .sameWithoutPushdown();
  }

  @Test
  void parametersAreBoundsOfBothSides() {
    where("created_at between ? and ?")
        .with(
            Timestamp.from(StoryTime.at("2026-06-20T10:00:00Z")),
            Timestamp.from(StoryTime.at("2026-06-24T10:00:00Z")))
        .sends(range("2026-06-20T09:59:59.999Z", "2026-06-24T10:00:00.001Z"))
        .returns("event_16", "event_17", "event_18")
        .sameWithoutPushdown();
  }

  @Test
  void boundsThatExcludeEachOtherSendNothing() {
    where(
            "created_at > timestamp '2026-06-28 00:00:00'"
                + " and created_at < timestamp '2026-06-20 00:00:00'")
        .sendsNothing()
        .returnsNothing()
        .sameWithoutPushdown();
    where("created_at >= ? and created_at < ?")
        .with(
            Timestamp.from(StoryTime.at("2026-06-28T00:00:00Z")),
            Timestamp.from(StoryTime.at("2026-06-20T00:00:00Z")))
        .sendsNothing()
        .returnsNothing();
  }

  @Test
  void theFutureSendsNothing() {
    where("created_at > current_timestamp + interval '1' day").sendsNothing().returnsNothing();
  }

  @Test
  void whatTheServiceNoLongerHasSendsNothing() {
    where("created_at < timestamp '2026-01-01 00:00:00'")
        .sendsNothing()
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void severalIntervalsAreSeveralRequests() {
    where("created_at in (timestamp '2026-06-01 10:00:00', timestamp '2026-06-28 00:00:00')")
        .sends(
            range("2026-06-27T23:59:59.999Z", "2026-06-28T00:00:00.001Z"),
            range("2026-06-01T09:59:59.999Z", "2026-06-01T10:00:00.001Z"))
        .returns("event_21", "event_11")
        .sameWithoutPushdown();
  }

  @Test
  void notBetweenLeavesTwoRanges() {
    where(
            "not (created_at between timestamp '2026-06-16 00:00:00' and timestamp '2026-06-28"
                + " 06:00:00') and created_at >= timestamp '2026-06-12 00:00:00'")
        .sends(
            range("2026-06-28T06:00:00.000Z", "{now+5m}"),
            range("2026-06-11T23:59:59.999Z", "2026-06-16T00:00:00.000Z"))
        .returns("event_22", "event_23", "event_24", "event_14", "event_15")
        .sameWithoutPushdown();
  }

  @Test
  void partsOfDatesAreNotSent() {
    where("extract(hour from created_at) = 12 and created_at > timestamp '2026-06-10 00:00:00'")
        .sends(range("2026-06-10T00:00:00.000Z", "{now+5m}"))
        .returns("event_22", "event_23")
        .sameWithoutPushdown();
  }

  @ParameterizedTest
  @EnumSource(
      value = Quirk.class,
      names = {
        "RANGE_START_EXCLUSIVE",
        "RANGE_END_EXCLUSIVE",
        "RANGE_IGNORED",
        "EVENTS_HONOUR_ORDER",
        "SHORT_PAGES"
      })
  void boundsAreTheSameWhateverTheServiceMeansByThem(Quirk quirk) {
    API.server().quirks(quirk);

    where(
            "created_at between timestamp '2026-06-28 00:00:00'"
                + " and timestamp '2026-06-28 12:00:00'")
        .returnsInAnyOrder("event_21", "event_22", "event_23")
        .sameWithoutPushdown();
    where("created_at = timestamp '2026-06-28 00:00:00'").returns("event_21");
    where("created_at < timestamp '2026-04-10 10:01:00'").returns("event_01");
  }
}
