package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest extends DatabaseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "created_at at time zone 'UTC'; 2026-06-10 09:15:16.000",
        "created_at at time zone 'Asia/Kathmandu'; 2026-06-10 15:00:16.000",
        "created_at AT TIME ZONE 'UTC' AT TIME ZONE 'America/New_York'; 2026-06-10 05:15:16.000",
        "date_trunc('day', created_at at time zone 'Pacific/Auckland'); 2026-06-10 00:00:00.000",
        "cast(created_at at time zone 'Pacific/Kiritimati' as date); 2026-06-10",
        "extract(hour from d.created_at at time zone '+05:30'); 14",
        "convert_timezone('America/New_York', created_at); 2026-06-10 05:15:16.000",
        "convert_tz(created_at, 'UTC', 'Asia/Kathmandu'); 2026-06-10 15:00:16.000",
      })
  void aTimeIsShownByTheClocksOfAZone(String expression, String shown) throws SQLException {
    rows("select " + expression + " from workos_directory d").containsExactly(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "timestamp '2026-07-01 00:00:00' at time zone 'America/New_York'; 2026-07-01 04:00:00.000",
        "'2026-01-01' at time zone 'America/New_York'; 2026-01-01 05:00:00.000",
        "'2026-01-01'::timestamp at time zone 'America/New_York'; 2026-01-01 05:00:00.000",
        "timestamp '2026-03-08 02:30:00' at time zone 'America/New_York'; 2026-03-08 07:30:00.000",
        "timestamp '2026-11-01 01:30:00' at time zone 'America/New_York'; 2026-11-01 05:30:00.000",
        "convert_timezone('Asia/Kathmandu', 'UTC', timestamp '2026-01-01 05:45:00');"
            + " 2026-01-01 00:00:00.000",
        "date_trunc('day', now() at time zone 'America/New_York') at time zone 'America/New_York';"
            + " 2026-06-30 04:00:00.000",
      })
  void whatTheClocksOfAZoneShowIsATime(String expression, String time) throws SQLException {
    value(expression).isEqualTo(time);
  }

  @Test
  void nothingIsShownOfNothing() throws SQLException {
    value("cast(null as timestamp) at time zone 'Asia/Tokyo'").isEqualTo("null");
  }

  @Test
  void whatAZoneShowsIsATimeToAskFor() throws SQLException {
    assertThat(
            database()
                .windows(
                    "select id from workos_auth_event where created_at"
                        + " >= timestamp '2026-06-29 00:00:00' at time zone 'America/New_York'"))
        .allSatisfy(window -> assertThat(window).startsWith("2026-06-29T03:59:59.999Z"));
  }

  @Test
  void zonesHaveNames() {
    assertThat(refusal("select now() at time zone 'Mars/Olympus'"))
        .hasMessage(
            "AT TIME ZONE takes the name of a time zone as a text, such as 'America/New_York'");
    assertThatThrownBy(() -> database().rows("select convert_timezone('Mars/Olympus', now())"))
        .hasStackTraceContaining("Mars/Olympus");
  }
}
