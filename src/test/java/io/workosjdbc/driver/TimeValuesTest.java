package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are UTC whatever the zone of the JVM is. */
class TimeValuesTest {
  private static final Instant AT = TestDatabase.CREATED_AT;
  private static final LocalDateTime UTC = LocalDateTime.ofInstant(AT, ZoneOffset.UTC);

  private final TimeZone zoneBefore = TimeZone.getDefault();

  @AfterEach
  void restoreTheZone() {
    TimeZone.setDefault(zoneBefore);
  }

  private interface Reading {
    void read(ResultSet row, Connection connection) throws SQLException;
  }

  private static void inZone(String zone, Reading reading) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try (Connection connection = new TestDatabase().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from people where id = 7")) {
      assertThat(row.next()).isTrue();
      reading.read(row, connection);
    }
  }

  private static Calendar calendar(String zone) {
    return Calendar.getInstance(TimeZone.getTimeZone(zone), Locale.ROOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void timestampsAreInstants(String zone) throws SQLException {
    inZone(
        zone,
        (row, connection) -> {
          assertThat(row.getTimestamp("created_at").toInstant()).isEqualTo(AT);
          assertThat(row.getTimestamp("created_at", calendar("Asia/Tokyo")).toInstant())
              .isEqualTo(AT);
          assertThat(row.getObject("created_at")).isEqualTo(Timestamp.from(AT));
          assertThat(row.getObject("created_at", Instant.class)).isEqualTo(AT);
          assertThat(row.getObject("created_at", LocalDateTime.class)).isEqualTo(UTC);
          assertThat(row.getObject("created_at", OffsetDateTime.class))
              .isEqualTo(UTC.atOffset(ZoneOffset.UTC));
          assertThat(row.getObject("created_at", ZonedDateTime.class))
              .isEqualTo(UTC.atZone(ZoneOffset.UTC));
          assertThat(row.getObject("created_at", Timestamp.class)).isEqualTo(Timestamp.from(AT));
          assertThat(row.getObject("created_at", java.util.Date.class))
              .isEqualTo(java.util.Date.from(AT));
          assertThat(row.getObject("created_at", LocalDate.class)).isEqualTo("2026-01-01");
          assertThat(row.getObject("created_at", LocalTime.class)).isEqualTo("00:30:00.123");
          assertThat(row.getString("created_at")).isEqualTo("2026-01-01 00:30:00.123");
          assertThat(row.getDate("created_at")).hasToString("2026-01-01");
          assertThat(row.getTime("created_at")).hasToString("00:30:00");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void datesAndTimesPrintAsWhatTheyAre(String zone) throws SQLException {
    inZone(
        zone,
        (row, connection) -> {
          assertThat(row.getDate("born")).isEqualTo(Date.valueOf("1990-05-31"));
          assertThat(row.getObject("born")).isEqualTo(Date.valueOf("1990-05-31"));
          assertThat(row.getObject("born", LocalDate.class)).isEqualTo("1990-05-31");
          assertThat(row.getObject("born", Date.class)).hasToString("1990-05-31");
          assertThat(row.getString("born")).isEqualTo("1990-05-31");
          assertThat(row.getTimestamp("born").toInstant()).isEqualTo("1990-05-31T00:00:00Z");
          assertThat(Instant.ofEpochMilli(row.getDate("born", calendar("Asia/Tokyo")).getTime()))
              .isEqualTo("1990-05-30T15:00:00Z");
          assertThat(row.getTime("wakes")).hasToString("06:45:00");
          assertThat(row.getObject("wakes")).hasToString("06:45:00");
          assertThat(row.getObject("wakes", LocalTime.class)).isEqualTo("06:45");
          assertThat(row.getString("wakes")).isEqualTo("06:45:00");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void timestampParametersTakeEveryClass(String zone) throws SQLException {
    inZone(
        zone,
        (row, connection) -> {
          for (Object value :
              List.of(
                  AT,
                  UTC,
                  UTC.atOffset(ZoneOffset.UTC),
                  AT.atZone(ZoneId.of("Asia/Tokyo")),
                  AT.atOffset(ZoneOffset.ofHours(-7)),
                  Timestamp.from(AT),
                  java.util.Date.from(AT),
                  AT.toEpochMilli(),
                  "2026-01-01 00:30:00.123",
                  "2026-01-01T00:30:00.123Z",
                  "2026-01-01T02:30:00.123+02:00")) {
            assertThat(count(connection, "created_at = ?", value)).as("%s", value).isEqualTo(1);
          }
          assertThat(count(connection, "created_at >= ?", LocalDate.of(2026, 1, 1))).isEqualTo(1);
          assertThat(count(connection, "created_at >= ?", Date.valueOf("2026-01-01"))).isEqualTo(1);
          assertThat(count(connection, "created_at < ?", "2026-01-01")).isZero();
          assertThat(count(connection, "created_at >= cast(? as timestamp)", "2026-01-01"))
              .isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
  void dateAndTimeParametersTakeEveryClass(String zone) throws SQLException {
    inZone(
        zone,
        (row, connection) -> {
          for (Object value :
              List.of(LocalDate.of(1990, 5, 31), Date.valueOf("1990-05-31"), "1990-05-31")) {
            assertThat(count(connection, "born = ?", value)).as("%s", value).isEqualTo(1);
          }
          for (Object value : List.of(LocalTime.of(6, 45), Time.valueOf("06:45:00"), "06:45")) {
            assertThat(count(connection, "wakes = ?", value)).as("%s", value).isEqualTo(1);
          }
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "select * from people where born = ? and wakes = ? and created_at = ?")) {
            Calendar tokyo = calendar("Asia/Tokyo");
            statement.setDate(1, row.getDate("born", tokyo), tokyo);
            statement.setTime(2, row.getTime("wakes", tokyo), tokyo);
            statement.setTimestamp(3, row.getTimestamp("created_at", tokyo), tokyo);
            assertThat(statement.executeQuery().next()).isTrue();
            statement.setObject(1, "1990-05-31", Types.DATE);
            statement.setObject(3, UTC, Types.TIMESTAMP);
            assertThat(statement.executeQuery().next()).isTrue();
          }
        });
  }

  private static int count(Connection connection, String condition, Object value)
      throws SQLException {
    String sql = "select count(*) from people where " + condition;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      ResultSet row = statement.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
