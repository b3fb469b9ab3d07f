package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoEvent;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Edit;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that happen while a scan in slices is on its way: 3,000 others, the last of them now. */
class EventsMeanwhileTest {
  private static final int EVENTS = 3000;
  private static final String SSO = "authentication.sso_started";

  private final Instant start = Instant.now();
  private final DemoServer server =
      DemoServer.start(
          DemoOptions.defaults().withClock(Clock.systemUTC()).withGzip(false), DemoData.of(old()));

  @TempDir private Path folder;

  private List<DemoEvent> old() {
    var events = new ArrayList<DemoEvent>();
    for (int each = 0; each < EVENTS; each++) {
      var time = start.minus(Duration.ofMinutes(2L * (EVENTS - each)));
      events.add(DemoEvent.of("event_%05d".formatted(each), SSO, time));
    }
    return events;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"1,''", "4,''", "4,order by created_at", "4,order by created_at desc"})
  void noneIsTwiceAndNoneIsLost(int concurrency, String order) throws SQLException {
    // Nothing is believed of the last minutes, however short ago they were asked for.
    var url =
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;entityTtl=0;cacheDir=%s"
            .formatted(server.baseUrl(), server.apiKey(), folder);
    try (var connection = DriverManager.getConnection(url + ";maxConcurrency=" + concurrency);
        var statement = connection.createStatement()) {
      var ids = new HashSet<String>();
      try (var rows = statement.executeQuery("select id from workos_auth_event " + order)) {
        for (int added = 0; added < 20; added++) {
          take(rows, EVENTS / 40, ids);
          var id = "event_1%04d".formatted(added);
          server.change(data -> data.with(DemoEvent.of(id, SSO, Instant.now())));
        }
        take(rows, Integer.MAX_VALUE, ids);
      }
      assertThat(ids).containsAll(old().stream().map(DemoEvent::id).toList());

      server.clearRequests();
      var again = new HashSet<String>();
      try (var rows = statement.executeQuery("select id from workos_auth_event " + order)) {
        take(rows, Integer.MAX_VALUE, again);
      }
      assertThat(again).hasSize(EVENTS + 20);
      assertThat(server.requestCount()).isLessThan(5);
    }
  }

  /**
   * The first object of the second page belongs to the first, which is all that is read at first.
   */
  @Test
  void whoStopsEarlyKeepsNothingThatMayStillLackALateEvent() throws SQLException {
    var late = start.minus(Duration.ofMinutes(2L * (EVENTS - 98) - 1));
    server.edit("event_00100", Edit.set("created_at", late.toString()));
    var all =
        "select id from workos_auth_event where created_at >= current_timestamp - interval '5' day";
    var url =
        "jdbc:workos:baseUrl=%s;apiKey=%s;cacheDir=%s"
            .formatted(server.baseUrl(), server.apiKey(), folder);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      take(statement.executeQuery(all + " order by created_at limit 50"), 50, new HashSet<>());
      var ids = new HashSet<String>();
      take(statement.executeQuery(all), Integer.MAX_VALUE, ids);
      assertThat(ids).hasSize(EVENTS);
    }
  }

  private static void take(ResultSet rows, int most, Set<String> ids) throws SQLException {
    for (int taken = 0; taken < most && rows.next(); taken++) {
      assertThat(ids.add(rows.getString(1))).isTrue();
    }
  }
}
