package io.workosjdbc.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is asked of 1,000,000 events that spread evenly over 80 days. */
final class Questions {

  static final int EVENTS = 1_000_000;
  static final Duration SPAN = Duration.ofDays(80);

  /** Thirteen columns of all events. */
  static final String ALL_COLUMNS =
      "select id, event_type, outcome, method, organization_id, user_id, email, connection_id,"
          + " ip_address, user_agent, session_id, error_code, created_at from workos_auth_event";

  private Questions() {}

  /** Counts by type and outcome over the newer half, up to what no question changes any more. */
  static String groupHalf(Instant end) {
    return "select event_type, outcome, count(*) from workos_auth_event where created_at >= "
        + literal(end.minus(SPAN.dividedBy(2)))
        + " and created_at < "
        + literal(end)
        + " group by event_type, outcome";
  }

  /** Every column of an hour. */
  static String hour(Instant end) {
    var start = end.minus(SPAN.dividedBy(3));
    return ALL_COLUMNS
        + " where created_at >= "
        + literal(start)
        + " and created_at < "
        + literal(start.plus(Duration.ofHours(1)));
  }

  /** Every column of everything up to {@code end}. */
  static String everything(Instant end) {
    return ALL_COLUMNS + " where created_at < " + literal(end);
  }

  /** Every column of a few people's events. */
  static String like(Instant end) {
    return everything(end) + " and email like '%son@%'";
  }

  private static String literal(Instant instant) {
    var text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    return "timestamp '" + text.replace('T', ' ').replace("Z", "") + "'";
  }

  /** Reads every value, and returns how many rows there were. */
  static long drain(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return drain(statement.executeQuery(sql));
    }
  }

  /** The same, of a statement that has been executed; closes its result. */
  static long drain(ResultSet executed) throws SQLException {
    try (var result = executed) {
      int columns = result.getMetaData().getColumnCount();
      long rows = 0;
      long values = 0;
      while (result.next()) {
        rows++;
        for (int column = 1; column <= columns; column++) {
          values += result.getObject(column) == null ? 0 : 1;
        }
      }
      if (rows > 0 && values == 0) {
        throw new IllegalStateException("no values in " + rows + " rows");
      }
      return rows;
    }
  }
}
