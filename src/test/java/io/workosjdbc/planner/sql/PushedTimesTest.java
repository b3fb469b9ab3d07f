package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What conditions on time become in requests. The API's ranges exclude both ends; now is 2026-06-30
 * at noon, up to which, and some minutes, all events are asked for.
 */
class PushedTimesTest extends DatabaseTest {

  private static final String NOW = "2026-06-30T12:05:00.000Z";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "created_at > '2026-06-10T09:15:16Z'; 2026-06-10T09:15:16.000Z; now",
        "created_at >= '2026-06-10T11:15:16+02:00'; 2026-06-10T09:15:15.999Z; now",
        "created_at between '2026-06-10T00:00:00Z' and '2026-06-11'; 2026-06-09T23:59:59.999Z; 2026-06-11T00:00:00.001Z",
        "created_at = '2026-06-10T09:15:16.001Z'; 2026-06-10T09:15:16.000Z; 2026-06-10T09:15:16.002Z",
        "created_at > timestamp with time zone '2026-06-10 00:00:00+02:00'; 2026-06-09T22:00:00.000Z; now",
        "created_at >= '2026-06-10'::timestamp; 2026-06-09T23:59:59.999Z; now",
        "created_at >= {ts '2026-06-10 00:00:00'} and created_at < {d '2026-06-11'}; 2026-06-09T23:59:59.999Z; 2026-06-11T00:00:00.000Z",
        "created_at > now() - interval '7 days'; 2026-06-23T12:00:00.000Z; now",
        "created_at > current_timestamp - interval '2 hours 30 minutes'; 2026-06-30T09:30:00.000Z; now",
        "created_at > now() - interval '2 weeks'; 2026-06-16T12:00:00.000Z; now",
        "created_at >= dateadd(day, -7, getdate()); 2026-06-23T11:59:59.999Z; now",
        "created_at >= current_date - 7; 2026-06-22T23:59:59.999Z; now",
        "created_at::date = current_date - 1; 2026-06-28T23:59:59.999Z; 2026-06-30T00:00:00.000Z",
        "cast(created_at as date) = date '2026-06-10'; 2026-06-09T23:59:59.999Z; 2026-06-11T00:00:00.000Z",
        "cast(created_at as date) between '2026-06-10' and '2026-06-11'; 2026-06-09T23:59:59.999Z; 2026-06-12T00:00:00.000Z",
        "date(created_at) >= '2026-06-10'; 2026-06-09T23:59:59.999Z; now",
        "date_trunc('month', created_at) = date_trunc('month', now()); 2026-05-31T23:59:59.999Z; now",
        "date_trunc('day', created_at) = '2026-06-10T00:00:00Z'; 2026-06-09T23:59:59.999Z; 2026-06-11T00:00:00.000Z",
        "date_trunc('hour', created_at) between '2026-06-10T00:00:00Z' and '2026-06-10T05:00:00Z'; 2026-06-09T23:59:59.999Z; 2026-06-10T06:00:00.000Z",
        "date_trunc('week', created_at) >= date '2026-06-08'; 2026-06-07T23:59:59.999Z; now",
        "date_trunc('week', created_at) = date '2026-06-08'; 2026-06-07T23:59:59.999Z; 2026-06-15T00:00:00.000Z",
        "floor(created_at to week) = date '2026-06-07'; 2026-06-06T23:59:59.999Z; 2026-06-14T00:00:00.000Z",
        "floor(created_at to isoweek) = date '2026-06-08'; 2026-06-07T23:59:59.999Z; 2026-06-15T00:00:00.000Z",
        "date_trunc(created_at, week(saturday)) = date '2026-06-06'; 2026-06-05T23:59:59.999Z; 2026-06-13T00:00:00.000Z",
        "created_at + interval '1' day > now(); 2026-06-29T12:00:00.000Z; now",
        "created_at - interval '1' hour >= '2026-06-10T09:00:00Z'; 2026-06-10T09:59:59.999Z; now",
        "timestampadd(day, -1, floor(timestampadd(day, 1, created_at) to week)) = date '2026-06-06'; 2026-06-05T23:59:59.999Z; 2026-06-13T00:00:00.000Z",
        "floor(created_at to hour) = timestamp '2026-06-10 21:00:00'; 2026-06-10T20:59:59.999Z; 2026-06-10T22:00:00.000Z",
        "2026 = extract(year from created_at) and extract(month from created_at) = 6 and id <> 'x'; 2026-05-31T23:59:59.999Z; now",
        "extract(year from created_at::date) = 2026 and extract(month from created_at::date) = 6; 2026-05-31T23:59:59.999Z; now",
        "extract(year from created_at) = 2026 and extract(month from created_at) = 6; 2026-05-31T23:59:59.999Z; now",
        "year(created_at) = 2026 and month(created_at) = 6; 2026-05-31T23:59:59.999Z; now",
        "date_part('year', created_at) = 2026 and date_part('month', created_at) = 6 and date_part('day', created_at) = 10; 2026-06-09T23:59:59.999Z; 2026-06-11T00:00:00.000Z",
      })
  void becomeOneRange(String condition, String start, String end) throws SQLException {
    var windows = database().windows("select id from workos_auth_event where " + condition);
    assertThat(windows).hasSize(1);
    var window = windows.get(0);
    assertThat(window).startsWith(start + "..");
    var asked = window.substring(window.indexOf("..") + 2);
    // Rounded conditions may ask for a millisecond more.
    assertThat(asked).isIn(end.equals("now") ? NOW : end, end.replace(".000Z", ".001Z"));
  }

  /** Three windows of thirty days are all that the API keeps. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "datediff(day, created_at, now()) <= 7",
        "extract(hour from created_at) = 9",
        "extract(month from created_at) = 6",
        "extract(year from created_at) = 2026 or extract(month from created_at) = 6",
      })
  void otherExpressionsReadEverything(String condition) throws SQLException {
    assertThat(database().windows("select id from workos_auth_event where " + condition))
        .hasSize(3);
  }

  /** The scan asks for less, the filter stays. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "date_trunc('week', created_at) = date '2026-06-08'; 3",
        "date_trunc('week', created_at) = date '2026-06-07'; 0",
        "floor(created_at to week) = date '2026-06-07'; 3",
        "year(created_at) = 2026 and month(created_at) = 6 and hour(created_at) = 9; 3",
        "year(created_at) = 2026 and month(created_at) = 6 and hour(created_at) = 21; 0",
        "date_trunc('quarter', created_at) = date '2026-04-01'; 3",
        "year(created_at) = 2025; 0",
        "year(created_at) > 2025; 3",
        "year(created_at) >= 2027; 0",
        "year(created_at) in (2025, 2026); 3",
        "extract(quarter from created_at) = 2; 3",
        "created_at + interval '1' day > timestamp '2026-06-11 09:15:16'; 1",
      })
  void answersAreRight(String condition, int rows) throws SQLException {
    rows("select id from workos_auth_event where " + condition).hasSize(rows);
  }

  @Test
  void everyUnitCanBeComparedWithALiteral() throws SQLException {
    for (var unit :
        List.of(
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "quarter",
            "year",
            "isoyear",
            "decade",
            "century",
            "millennium")) {
      rows("select id from workos_auth_event where floor(created_at to %1$s)".formatted(unit)
              + " >= timestamp '2000-01-01 00:00:00' and extract(%1$s from created_at) is not null"
                  .formatted(unit))
          .as(unit)
          .hasSize(3);
    }
  }

  @Test
  void parametersDoToo() throws SQLException {
    var since = Timestamp.from(Instant.parse("2026-06-10T00:00:00Z"));
    assertThat(
            database()
                .windows(
                    "select id from workos_auth_event where date_trunc('day', created_at) >="
                        + " date_trunc('day', ?)",
                    since))
        .containsExactly("2026-06-09T23:59:59.999Z.." + NOW);
  }
}
