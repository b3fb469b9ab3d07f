package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans of many pages leave what they have read, however they end: 15,000 events in 60 days. */
class EventScanCacheTest {
  private static final int EVENTS = 15_000;

  /** What Metabase sends when somebody opens a table. */
  private static final String FINGERPRINT =
      "SELECT id, event_type, organization_id, user_id, email, created_at FROM workos_auth_event"
          + " LIMIT 10000";

  private static final DemoServer SERVER =
      DemoServer.start(
          DemoOptions.defaults().withMassEvents(EVENTS, Duration.ofDays(60)).withGzip(false));

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void forget() {
    SERVER.clearRequests();
  }

  private Connection open(int concurrency) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl="
            + SERVER.baseUrl()
            + ";apiKey="
            + SERVER.apiKey()
            + ";requestsPerSecond=10000;cacheDir="
            + folder
            + ";maxConcurrency="
            + concurrency);
  }

  /** The ids of at most so many rows, and how many requests that took. */
  private static Set<String> ids(Connection connection, String sql, int most) throws SQLException {
    SERVER.clearRequests();
    var ids = new HashSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (ids.size() < most && rows.next()) {
        assertThat(ids.add(rows.getString(1))).isTrue();
      }
    }
    return ids;
  }

  private static int requests() {
    return SERVER.requests().size();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void aScanIsReadFromDiskTheSecondTime(int concurrency) throws SQLException {
    try (var connection = open(concurrency)) {
      var all = "select id, email from workos_auth_event";
      var first = ids(connection, all, EVENTS + 1);
      assertThat(first).hasSize(EVENTS);
      assertThat(ids(connection, all, EVENTS + 1)).isEqualTo(first);
      assertThat(requests()).isZero();
      var latest = "select id from workos_auth_event order by created_at desc";
      assertThat(ids(connection, latest, EVENTS + 1)).isEqualTo(first);
      assertThat(requests()).isZero();
    }
    try (var another = open(concurrency)) {
      assertThat(ids(another, "select id from workos_auth_event", EVENTS + 1)).hasSize(EVENTS);
      assertThat(requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void whoStopsEarlyKeepsWhatWasRead(int concurrency) throws SQLException {
    try (var connection = open(concurrency)) {
      var all = "select id from workos_auth_event order by created_at";
      assertThat(ids(connection, all, 5_000)).hasSize(5_000);
      int first = requests();
      assertThat(ids(connection, all, 4_900)).hasSize(4_900);
      assertThat(requests()).isZero();
      assertThat(ids(connection, all, EVENTS + 1)).hasSize(EVENTS);
      assertThat(requests()).isLessThan(EVENTS / 100 + 60 - first / 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void aFingerprintIsReadOnce(int concurrency) throws SQLException {
    try (var connection = open(concurrency)) {
      assertThat(ids(connection, FINGERPRINT, EVENTS)).hasSize(10_000);
      assertThat(requests()).isGreaterThan(99);
      assertThat(ids(connection, FINGERPRINT, EVENTS)).hasSize(10_000);
      // One cursor stops at a row of whose millisecond there may be more.
      assertThat(requests()).isLessThanOrEqualTo(1);
      assertThat(ids(connection, FINGERPRINT, EVENTS)).hasSize(10_000);
      assertThat(requests()).isZero();
    }
  }
}
