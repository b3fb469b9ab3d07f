package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are at 09:15:15.999 (event_01), 09:15:16.000 and 09:15:16.001 on 10 June 2026. */
class TimeTextsTest extends DatabaseTest {

  private static final String EVENTS = "select id from workos_auth_event where ";

  @ParameterizedTest
  @CsvSource({
    "2026-06-10, 2026-06-10T00:00",
    "2026-06-10T09:15, 2026-06-10T09:15",
    "2026-06-10 09:15:16, 2026-06-10T09:15:16",
    "2026-06-10T09:15:16Z, 2026-06-10T09:15:16",
    "2026-06-10t09:15:16.5z, 2026-06-10T09:15:16.500",
    "2026-06-10T09:15:16.123456789Z, 2026-06-10T09:15:16.123456789",
    "2026-06-10T11:15:16+02:00, 2026-06-10T09:15:16",
    "2026-06-10T11:15:16+0200, 2026-06-10T09:15:16",
    "2026-06-10 11:15:16 +02, 2026-06-10T09:15:16",
    "2026-06-09T23:30:00-05:30, 2026-06-10T05:00",
    "2026-01-01T00:30:00+01:00, 2025-12-31T23:30",
    "2026-06-10 09:15:16 UTC, 2026-06-10T09:15:16",
  })
  void readsWhatIso8601AndToolsWrite(String text, LocalDateTime time) {
    assertThat(IsoTime.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2026-06", "2026-13-01", "2026-02-30T10:00:00Z", "2026-06-10Z"})
  void leavesOtherTexts(String text) {
    assertThat(IsoTime.parse(text)).isEmpty();
  }

  @Test
  void comparesWithEveryOperator() throws SQLException {
    rows(EVENTS + "created_at > '2026-06-10T09:15:16Z'").containsExactly("event_03");
    rows(EVENTS + "created_at >= '2026-06-10T09:15:16Z'").containsExactly("event_02", "event_03");
    rows(EVENTS + "created_at = '2026-06-10T09:15:16Z'").containsExactly("event_02");
    rows(EVENTS + "created_at <> '2026-06-10T09:15:16Z'").containsExactly("event_01", "event_03");
    rows(EVENTS + "created_at < '2026-06-10T09:15:16Z'").containsExactly("event_01");
    rows(EVENTS + "'2026-06-10T09:15:16Z' < created_at").containsExactly("event_03");
    rows(EVENTS + "created_at is not distinct from '2026-06-10T09:15:16Z'")
        .containsExactly("event_02");
  }

  @Test
  void comparesMilliseconds() throws SQLException {
    rows(EVENTS + "created_at = '2026-06-10T09:15:16.001Z'").containsExactly("event_03");
    rows(EVENTS + "created_at >= '2026-06-10 09:15:16.001'").containsExactly("event_03");
    rows(EVENTS + "created_at <= '2026-06-10T09:15:15.999Z'").containsExactly("event_01");
    rows(EVENTS + "created_at = cast('2026-06-10T09:15:16.001Z' as timestamp)")
        .containsExactly("event_03");
    rows(EVENTS + "created_at = '2026-06-10T09:15:16.001Z'::timestamp").containsExactly("event_03");
    rows(EVENTS + "created_at = timestamp '2026-06-10T09:15:16.001Z'").containsExactly("event_03");
  }

  @Test
  void convertsOffsetsToUtc() throws SQLException {
    rows(EVENTS + "created_at = '2026-06-10T11:15:16+02:00'").containsExactly("event_02");
    rows(EVENTS + "created_at = timestamp '2026-06-10T11:15:16+02:00'").containsExactly("event_02");
    rows(EVENTS + "created_at = timestamp with time zone '2026-06-10 11:15:16.000 +02:00'")
        .containsExactly("event_02");
    rows(EVENTS + "created_at = cast('2026-06-10 04:15:16-05' as timestamp with time zone)")
        .containsExactly("event_02");
    rows(EVENTS + "created_at = '2026-06-10 04:15:16-05'::timestamptz").containsExactly("event_02");
    value("'2026-06-10T23:00:00-05:00'::date").isEqualTo("2026-06-11");
  }

  @Test
  void worksInListsRangesRowsAndCases() throws SQLException {
    rows(EVENTS + "created_at in ('2026-06-10T09:15:16.001Z', '2026-06-10T11:15:16+02:00')")
        .containsExactly("event_02", "event_03");
    rows(EVENTS + "created_at not in ('2026-06-10T09:15:16.001Z', '2026-06-10T11:15:16+02:00')")
        .containsExactly("event_01");
    rows(EVENTS + "created_at between '2026-06-10T09:15:16Z' and '2026-06-10T09:15:17Z'")
        .containsExactly("event_02", "event_03");
    rows(EVENTS + "created_at not between '2026-06-10T09:15:16Z' and '2026-06-10T09:15:17Z'")
        .containsExactly("event_01");
    rows(EVENTS + "(created_at, id) > ('2026-06-10T09:15:16Z', 'event_02')")
        .containsExactly("event_03");
    rows(EVENTS + "(created_at, id) in (('2026-06-10T09:15:16Z', 'event_02'))")
        .containsExactly("event_02");
    rows("select case created_at when '2026-06-10T09:15:16Z' then 1 else 0 end from workos_auth_event")
        .containsExactly("0", "1", "0");
  }

  @Test
  void comparesDates() throws SQLException {
    rows(EVENTS + "created_at::date = '2026-06-10T09:15:16Z'").hasSize(3);
    rows(EVENTS + "cast(created_at as date) > '2026-06-10'").isEmpty();
  }

  @Test
  void leavesTextsNextToTexts() throws SQLException {
    rows("select id from workos_connection where name = '2026-06-10T09:15:16Z'")
        .containsExactly("conn_01");
    rows("select id from workos_connection where name in ('2026-06-10T09:15:16Z', 'x')")
        .containsExactly("conn_01");
    rows("select id from workos_connection where name < '2026-06-10T09:15:17Z'")
        .containsExactly("conn_01");
    value("'2026-06-10T09:15:16Z'").isEqualTo("2026-06-10T09:15:16Z");
  }

  @Test
  void otherTextsFail() {
    assertThatThrownBy(() -> database().rows(EVENTS + "created_at > 'yesterday'"))
        .hasStackTraceContaining("yesterday");
  }

  @Test
  void timesHaveMillisecondsUnlessFewerAreAskedFor() throws SQLException {
    rows("select max(created_at)::timestamp from workos_auth_event")
        .containsExactly("2026-06-10 09:15:16.001");
    rows("select max(created_at)::timestamp(0) from workos_auth_event")
        .containsExactly("2026-06-10 09:15:16");
  }
}
