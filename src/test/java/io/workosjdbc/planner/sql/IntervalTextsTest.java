package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTextsTest extends DatabaseTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "interval '7 days', 2024-02-23 00:00:00.000",
        "interval '1 week', 2024-02-23 00:00:00.000",
        "interval '1000 days', 2021-06-05 00:00:00.000",
        "interval '2 hours 30 minutes', 2024-02-29 21:30:00.000",
        "interval '90 min', 2024-02-29 22:30:00.000",
        "interval '1.5 seconds', 2024-02-29 23:59:58.500",
        "interval '250 milliseconds', 2024-02-29 23:59:59.750",
        "interval '1' millisecond, 2024-02-29 23:59:59.999",
        "interval '3 mons', 2023-12-01 00:00:00.000",
        "interval '1 quarter', 2023-12-01 00:00:00.000",
        "interval '1 year', 2023-03-01 00:00:00.000",
        "interval '1 month 2 days', 2024-01-30 00:00:00.000",
        "interval '1 year 2 mons 3 days 04:05:06.7', 2022-12-28 19:54:53.300",
        "interval '04:30', 2024-02-29 19:30:00.000",
        "interval '-7 days', 2024-03-08 00:00:00.000",
        "interval '7 days ago', 2024-03-08 00:00:00.000",
        "interval '10', 2024-02-29 23:59:50.000",
        "'7 days'::interval, 2024-02-23 00:00:00.000",
        "cast('7 days' as interval), 2024-02-23 00:00:00.000",
        "interval '7' day, 2024-02-23 00:00:00.000",
        "interval '7' days, 2024-02-23 00:00:00.000",
        "interval 7 day, 2024-02-23 00:00:00.000",
        "interval '1 02:03' day to minute, 2024-02-28 21:57:00.000",
      })
  void isSubtracted(String interval, String time) throws SQLException {
    value("timestamp '2024-03-01 00:00:00' - " + interval).isEqualTo(time);
  }

  @Test
  void isAdded() throws SQLException {
    value("timestamp '2024-01-31 00:00:00' + interval '1 month 1 day'")
        .isEqualTo("2024-03-01 00:00:00.000");
  }

  @Test
  void refusesWhatIsNone() {
    var refusal = refusal("select now() -\n  interval 'a fortnight'");
    assertThat(refusal)
        .hasMessage("'a fortnight' is not an interval such as '7 days' or '2 hours 30 minutes'");
    assertThat(refusal.reason()).isEqualTo(RefusedStatement.Reason.NOT_SUPPORTED);
    assertThat(refusal.getPos()).hasToString("line 2, column 12");
  }

  @Test
  void refusesMonthsAndDaysThatAreNotAdded() {
    assertThat(refusal("select interval '1 month 1 day'"))
        .hasMessage("An interval of months and days can only be added or subtracted");
  }

  @Test
  void leavesTexts() throws SQLException {
    value("'interval ''7 days'''").isEqualTo("interval '7 days'");
    value("'7 days'").isEqualTo("7 days");
  }
}
