package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The 1st, 2nd, 3rd and 8th of a month, with 1, 2, 4 and 8. */
class WindowsTest extends DatabaseTest {

  private static final String DAYS =
      " from (values (date '2024-02-01', 1), (date '2024-02-02', 2), (date '2024-02-03', 4),"
          + " (date '2024-02-08', 8)) t(d, n)";

  @Test
  void intervalsReachAsManyDaysBackFromDates() throws SQLException {
    rows("select sum(n) over (order by d range interval '1' day preceding)" + DAYS)
        .containsExactly("1", "3", "6", "8");
    rows("select sum(n) over w, count(*) over w"
            + DAYS
            + " window w as (order by d range between interval '36 hours' preceding"
            + " and interval '5 days' following)")
        .containsExactly("7|3", "7|3", "14|3", "8|1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(n) over (order by d desc range interval '1' day preceding)",
        "sum(n) over (order by n desc nulls last range between 1 preceding and 1 following)",
        "sum(n) over (order by d range between current row and interval '1' month following)",
      })
  void framesOfWhichCalciteTakesTheWrongRowsAreRefused(String sum) {
    assertThatThrownBy(() -> database().rows("select " + sum + DAYS))
        .hasStackTraceContaining("RANGE with ");
  }

  @Test
  void framesWithoutADistanceMayBeSortedEitherWay() throws SQLException {
    rows("select d, sum(n) over (order by d desc range unbounded preceding),"
            + " sum(n) over (order by d desc rows 1 preceding)"
            + DAYS
            + " order by d")
        .containsExactly(
            "2024-02-01|15|3", "2024-02-02|14|6", "2024-02-03|12|12", "2024-02-08|8|8");
  }

  @Test
  void theNthValueIsOneOfTheFrame() throws SQLException {
    rows("select nth_value(n, 2) over (order by d), nth_value(n, 3) over w"
            + DAYS
            + " window w as (order by d rows between 1 preceding and 1 following)")
        .containsExactly("null|null", "2|4", "2|8", "2|null");
  }

  @Test
  void ranksAreSharesOfTheirPartition() throws SQLException {
    rows("select percent_rank() over (order by n), cume_dist() over (order by n / 2 desc),"
            + " percent_rank() over (partition by n order by d)"
            + DAYS)
        .containsExactlyInAnyOrder(
            "0.0|1.0|0.0",
            "0.3333333333333333|0.75|0.0",
            "0.6666666666666666|0.5|0.0",
            "1.0|0.25|0.0");
  }

  @Test
  void ranksAreSharesOfANamedWindowToo() throws SQLException {
    rows("select percent_rank() over w, cume_dist() over w"
            + DAYS
            + " window w as (partition by n > 4 order by d)")
        .containsExactlyInAnyOrder(
            "0.0|0.3333333333333333", "0.5|0.6666666666666666", "1.0|1.0", "0.0|1.0");
  }

  @Test
  void aFrameOfItsOwnGoesWithTheNameOfAWindow() throws SQLException {
    rows("select sum(n) over (w rows 1 preceding), sum(n) over v,"
            + " sum(n) over (w rows between unbounded preceding and unbounded following)"
            + DAYS
            + " window w as (order by n), v as (w rows between 1 preceding and 1 following)")
        .containsExactly("1|3|15", "3|7|15", "6|14|15", "12|12|15");
    assertThatThrownBy(
            () ->
                database()
                    .rows(
                        "select sum(n) over (w range interval '1' day preceding)"
                            + DAYS
                            + " window w as (order by d)"))
        .hasStackTraceContaining("RANGE with an interval needs a TIMESTAMP");
  }
}
