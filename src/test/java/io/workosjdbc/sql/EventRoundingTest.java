package io.workosjdbc.sql;

import java.sql.Timestamp;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time ranges that rounded times, casts and texts become. */
class EventRoundingTest {
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
  void aCastToDateIsADay() {
    where("cast(created_at as date) = date '2026-06-28'")
        .sends(range("2026-06-27T23:59:59.999Z", "2026-06-29T00:00:00.001Z"))
        .returns("event_21", "event_22", "event_23", "event_24")
        .sameWithoutPushdown();
  }

  @Test
  void aDateIsItsMidnight() {
    where("created_at < date '2026-06-16' and created_at >= date '2026-06-10'")
        .sends(range("2026-06-09T23:59:59.999Z", "2026-06-16T00:00:00.000Z"))
        .returns("event_13", "event_14", "event_15")
        .sameWithoutPushdown();
  }

  @Test
  void textThatLooksLikeATimeIsOne() {
    where("created_at >= '2026-06-28 12:00:00'")
        .sends(range("2026-06-28T11:59:59.999Z", "{now+5m}"))
        .returns("event_22", "event_23", "event_24")
        .sameWithoutPushdown();
  }

  @ParameterizedTest
  @CsvSource({
    "day, 2026-06-28T00:00:00Z, PT24H",
    "hour, 2026-06-28T12:00:00Z, PT1H",
    "minute, 2026-06-28T12:00:00Z, PT1M",
    "second, 2026-06-28T12:00:00Z, PT1S"
  })
  void aFloorIsItsUnit(String unit, java.time.Instant start, java.time.Duration length) {
    var literal = Timestamp.from(start).toInstant().toString().replace('T', ' ').replace("Z", "");
    where("floor(created_at to " + unit + ") = timestamp '" + literal + "'")
        .sends(range(text(start.minusMillis(1)), text(start.plus(length))))
        .sameWithoutPushdown();
  }

  private static String text(java.time.Instant instant) {
    var text = instant.toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }

  @Test
  void theFirstOfAMonthAsAFloorIsAMonthAtMost() {
    var month = LocalDate.parse(StoryTime.toReal("2026-06-28")).withDayOfMonth(1).toString();
    var query =
        where("floor(created_at to month) = timestamp '" + StoryTime.toStory(month) + " 00:00:00'")
            .sameWithoutPushdown();
    org.assertj.core.api.Assertions.assertThat(query.outcome().requests())
        .hasSizeBetween(1, 2)
        .allSatisfy(
            request ->
                org.assertj.core.api.Assertions.assertThat(request).contains("range_start="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"week", "month", "quarter", "year"})
  void aFloorToALongUnitCanBeCompared(String unit) {
    where(
            "floor(created_at to "
                + unit
                + ") = floor(timestamp '2026-06-25 10:00:00' to "
                + unit
                + ")")
        .sameWithoutPushdown();
    where("floor(created_at to " + unit + ") = timestamp '2026-06-25 10:00:00'")
        .returnsNothing()
        .sameWithoutPushdown();
    where("floor(created_at to " + unit + ") < timestamp '2026-06-25 10:00:00'")
        .sameWithoutPushdown();
  }

  /** Between midnight and five, a day that begins at five is still the one before. */
  @Test
  void partsOfARoundedTimeThatWasShiftedBackAreThose() {
    var day = LocalDate.parse(StoryTime.toReal("2026-06-27"));
    var rounded = "(floor((created_at - interval '5' hour) to day) + interval '5' hour)";
    where(
            "extract(year from %s) = %d and extract(month from %s) = %d and extract(day from %s) = %d"
                .formatted(
                    rounded,
                    day.getYear(),
                    rounded,
                    day.getMonthValue(),
                    rounded,
                    day.getDayOfMonth()))
        .returns("event_21")
        .sameWithoutPushdown();
  }
}
