package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.driver.TestTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in the hour that a JVM's zone leaves out in spring and has twice in autumn. */
class DaylightSavingTest {
  private final TimeZone zoneBefore = TimeZone.getDefault();

  @AfterEach
  void restoreTheZone() {
    TimeZone.setDefault(zoneBefore);
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York,2026-03-08T02:30:00.125Z",
    "America/New_York,2026-03-08T06:59:59.999Z",
    "America/New_York,2026-03-08T07:00:00Z",
    "America/New_York,2026-11-01T01:30:00Z",
    "America/New_York,2026-11-01T05:30:00Z",
    "America/New_York,2026-11-01T06:30:00Z",
    "Europe/Berlin,2026-03-29T02:30:00Z",
    "Europe/Berlin,2026-10-25T00:30:00Z",
    "Europe/Berlin,2026-10-25T01:30:00Z",
    "Asia/Kathmandu,2026-03-08T18:15:00Z",
    "UTC,2026-03-08T02:30:00Z"
  })
  void valuesReadAndBindAsTheyAre(String zone, Instant at) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    TestDatabase database =
        new TestDatabase()
            .add(
                "times",
                List.of(new Column("at", SqlTypeName.TIMESTAMP, 3)),
                () -> Linq4j.enumerator(List.<Object[]>of(new Object[] {at.toEpochMilli()})));
    LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select t.\"at\", cast(t.\"at\" as date), cast(t.\"at\" as time(3))"
                    + " from times t where t.\"at\" = ?")) {
      for (Object value : List.of(at, utc, Timestamp.from(at), utc.toString())) {
        statement.setObject(1, value);
        try (ResultSet row = statement.executeQuery()) {
          assertThat(row.next()).as("%s", value).isTrue();
          assertThat(row.getTimestamp(1).toInstant()).isEqualTo(at);
          assertThat(row.getObject(1, LocalDateTime.class)).isEqualTo(utc);
          assertThat(row.getString(1)).startsWith(utc.toLocalDate() + " " + utc.toLocalTime());
          assertThat(row.getObject(2, LocalDate.class)).isEqualTo(utc.toLocalDate());
          assertThat(row.getDate(2)).hasToString(utc.toLocalDate().toString());
          assertThat(row.getObject(3, LocalTime.class)).isEqualTo(utc.toLocalTime());
        }
      }
      assertThat(selected(connection, at)).isEqualTo(at);
      assertThat(selected(connection, Timestamp.from(at))).isEqualTo(at);
    }
  }

  private static Instant selected(Connection connection, Object value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select ?")) {
      statement.setObject(1, value);
      ResultSet row = statement.executeQuery();
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }
}
