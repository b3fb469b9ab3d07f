package io.workosjdbc.planner.sql;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 25 February 2024 is a Sunday. */
class CalendarFunctionsTest extends DatabaseTest {

  private static final String SUNDAY = "timestamp '2024-02-25 13:14:15.678'";

  @ParameterizedTest
  @CsvSource({
    "microseconds, 2024-02-25 13:14:15.678",
    "milliseconds, 2024-02-25 13:14:15.678",
    "second, 2024-02-25 13:14:15.000",
    "minute, 2024-02-25 13:14:00.000",
    "hour, 2024-02-25 13:00:00.000",
    "HOURS, 2024-02-25 13:00:00.000",
    "day, 2024-02-25 00:00:00.000",
    "week, 2024-02-19 00:00:00.000",
    "month, 2024-02-01 00:00:00.000",
    "quarter, 2024-01-01 00:00:00.000",
    "year, 2024-01-01 00:00:00.000",
    "decade, 2020-01-01 00:00:00.000",
    "century, 2001-01-01 00:00:00.000",
    "millennium, 2001-01-01 00:00:00.000",
  })
  void truncatesToUnitsAsPostgresDoes(String unit, String time) throws SQLException {
    value("date_trunc('" + unit + "', " + SUNDAY + ")").isEqualTo(time);
  }

  @Test
  void weeksOfTextsStartOnMondayAndThoseOfKeywordsOnSunday() throws SQLException {
    value("date_trunc('week', date '2024-02-26')").isEqualTo("2024-02-26 00:00:00.000");
    value("date_trunc(" + SUNDAY + ", week)").isEqualTo("2024-02-25 00:00:00.000");
    value("date_trunc(" + SUNDAY + ", isoweek)").isEqualTo("2024-02-19 00:00:00.000");
    value("timestamp_trunc(" + SUNDAY + ", week(monday))").isEqualTo("2024-02-19 00:00:00.000");
    value("floor(" + SUNDAY + " to week)").isEqualTo("2024-02-25 00:00:00.000");
  }

  @Test
  void truncatesAsBigQueryAndSnowflakeDo() throws SQLException {
    value("date_trunc(" + SUNDAY + ", month)").isEqualTo("2024-02-01 00:00:00.000");
    value("timestamp_trunc(" + SUNDAY + ", hour)").isEqualTo("2024-02-25 13:00:00.000");
    value("date_trunc(month, " + SUNDAY + ")").isEqualTo("2024-02-01 00:00:00.000");
    value("date_trunc('month', '2024-03-01T01:00:00+02:00')").isEqualTo("2024-02-01 00:00:00.000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "date '2024-03-01' - date '2024-02-01'; 29",
        "current_date - cast('2026-06-01' as date); 29",
        "(date '2024-03-01' - date '2024-02-01') * 2; 58",
        "date '2024-03-01' - date '2024-02-01' + 1; 30",
        "date '2024-02-25' - 1; 2024-02-24",
        "datediff('2024-03-01', '2024-02-01'); 29",
        "datediff(timestamp '2024-03-01 00:00:01', timestamp '2024-02-29 23:59:59'); 1",
        "datediff(cast('2024-03-01' as date), current_date); -851",
        "datediff(day, date '2024-02-01', date '2024-03-01'); 29",
      })
  void countsDays(String expression, String days) throws SQLException {
    value(expression).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "date '2024-02-25' + interval '1' day; 2024-02-26",
        "date '2024-02-25' + interval '5' hour; 2024-02-25 05:00:00.000",
        "date '2024-02-25' - interval '30 minutes'; 2024-02-24 23:30:00.000",
        "interval '1 day 2 hours' + date '2024-02-25'; 2024-02-26 02:00:00.000",
        "date '2024-02-25' + 3 * interval '1 hour'; 2024-02-25 03:00:00.000",
        "timestampadd(hour, 5, date '2024-02-25'); 2024-02-25 05:00:00",
      })
  void datesWithHoursAreTimes(String expression, String time) throws SQLException {
    value(expression).isEqualTo(time);
  }

  @Test
  void countsDaysOfColumns() throws SQLException {
    rows(
            "select datediff(current_date, created_at), current_date - created_at::date"
                + " from workos_directory where date '2026-06-30' - cast(created_at as date) = ?",
            20)
        .containsExactly("20|20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "cast(timestamp '2024-02-25 13:14:15.678' as varchar); 2024-02-25 13:14:15.678",
        "timestamp '2024-02-25 13:14:15.670'::text; 2024-02-25 13:14:15.670",
        "timestamp '2024-02-25 13:14:15.678' || ''; 2024-02-25 13:14:15.678",
        "concat('at ', timestamp '2024-02-25 13:14:15.678'); at 2024-02-25 13:14:15.678",
        "cast(timestamp '2024-02-25 13:14:15.678' as char(10)); 2024-02-25",
        "cast(cast(null as timestamp) as varchar); null",
      })
  void timesBecomeTextsToTheMillisecond(String expression, String text) throws SQLException {
    value(expression).isEqualTo(text);
  }

  @Test
  void columnsBecomeTextsToTheMillisecond() throws SQLException {
    rows("select created_at::varchar from workos_auth_event where cast(created_at as varchar)"
            + " like '%.999' or cast(created_at as varchar) = '2026-06-10 09:15:16.000'")
        .containsExactly("2026-06-10 09:15:15.999", "2026-06-10 09:15:16.000");
  }

  @Test
  void groupsByTruncatedTimes() throws SQLException {
    rows("select date_trunc('month', created_at) as m, count(*) from workos_auth_event"
            + " group by date_trunc('month', created_at) order by m")
        .containsExactly("2026-06-01 00:00:00.000|3");
    rows("select date_trunc('second', created_at) as s, count(*) from workos_auth_event"
            + " group by 1 order by 1")
        .containsExactly("2026-06-10 09:15:15.000|1", "2026-06-10 09:15:16.000|2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "dateadd(day, -7, date '2024-03-01'); 2024-02-23",
        "dateadd('month', 1, date '2024-01-31'); 2024-02-29",
        "dateadd(hh, 1, '2024-01-31'); 2024-01-31 01:00:00.000",
        "dateadd(ms, 5, timestamp '2024-01-31 00:00:00'); 2024-01-31 00:00:00.005",
        "add_months(date '2024-01-31', 1); 2024-02-29",
        "date_add(date '2024-01-31', interval 1 day); 2024-02-01",
        "date_sub(date '2024-01-31', interval '2 days'); 2024-01-29",
        "date '2024-03-01' - 7; 2024-02-23",
        "date '2024-03-01' + 1; 2024-03-02",
        "date('2024-03-01T10:00:00Z'); 2024-03-01",
        "from_unixtime(1709212455); 2024-02-29 13:14:15.000",
        "to_timestamp(1709212455.678); 2024-02-29 13:14:15.678",
        "unix_timestamp(timestamp '2024-02-29 13:14:15.678'); 1709212455",
      })
  void calculates(String expression, String result) throws SQLException {
    value(expression).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "datediff(day, timestamp '2024-02-25 23:59:00', timestamp '2024-02-26 00:01:00'); 1",
        "datediff('month', date '2024-01-31', date '2024-02-01'); 1",
        "datediff(year, '2023-12-31', '2024-01-01'); 1",
        "datediff(week, date '2024-02-24', date '2024-02-25'); 1",
        "datediff(hour, date '2024-02-24', date '2024-02-25'); 24",
        "datediff(day, date '2024-02-26', date '2024-02-25'); -1",
        "date_diff('day', date '2024-02-01', date '2024-03-01'); 29",
        "date_diff(date '2024-03-01', date '2024-02-01', day); 29",
        "timestampdiff(day, timestamp '2024-02-25 23:59:00', timestamp '2024-02-26 00:01:00'); 0",
        "timestamp_diff(timestamp '2024-03-01 00:00:00', timestamp '2024-02-01 10:30:00', hour); 685",
      })
  void countsBoundariesOrWholeUnits(String expression, String result) throws SQLException {
    value(expression).isEqualTo(result);
  }

  @Test
  void millisecondsOfYearsDoNotOverflow() throws SQLException {
    var range = ", timestamp '2020-02-25 13:14:15.678', timestamp '2024-02-26 03:14:15.679')";
    value("timestampdiff(millisecond" + range).isEqualTo("126280800001");
    value("datediff(ms" + range).isEqualTo("126280800001");
    value("timestampdiff(microsecond" + range).isEqualTo("126280800001000");
  }

  @ParameterizedTest
  @CsvSource({
    "microsecond, 15678000",
    "millisecond, 15678",
    "second, 15",
    "secs, 15",
    "minute, 14",
    "hour, 13",
    "day, 25",
    "dow, 1",
    "isodow, 7",
    "doy, 56",
    "week, 8",
    "isoweek, 8",
    "month, 2",
    "quarter, 1",
    "year, 2024",
    "isoyear, 2024",
    "decade, 202",
    "century, 21",
    "millennium, 3",
    "epoch, 1708866855",
  })
  void extractsUnits(String unit, String number) throws SQLException {
    value("extract(" + unit + " from " + SUNDAY + ")").isEqualTo(number);
    value("date_part('" + unit + "', " + SUNDAY + ")").isEqualTo(number);
  }

  @Test
  void extractsQuotedUnits() throws SQLException {
    value("extract('year' from " + SUNDAY + ")").isEqualTo("2024");
    value("datepart(month, " + SUNDAY + ")").isEqualTo("2");
  }
}
