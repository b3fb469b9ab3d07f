package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aggregates over stored events, of which those that are alike are counted in the store, are those
 * over all of them. Where rows are bounded, none are counted there: that is the truth.
 */
class CountedEventsTest {

  private static final int EVENTS = 10_000;
  private static final String NOT_COUNTED_THERE = "maxRows=1000000";

  @TempDir static Path folder;

  private static DemoServer demo;
  private static Connection counting;
  private static Connection reading;

  @BeforeAll
  static void readAllEvents() throws SQLException {
    demo =
        DemoServer.start(
            DemoOptions.defaults().withMassEvents(EVENTS, Duration.ofDays(30)).withGzip(false));
    counting = connect("");
    reading = connect(NOT_COUNTED_THERE);
    assertThat(rows(counting, "select * from workos_auth_event")).hasSize(EVENTS);
    demo.clearRequests();
  }

  @AfterAll
  static void close() throws SQLException, IOException {
    counting.close();
    reading.close();
    demo.close();
  }

  private static Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:requestsPerSecond=10000;entityTtl=1h;cache=disk;cacheDir=%s;baseUrl=%s;apiKey=%s;%s"
            .formatted(folder, demo.baseUrl(), demo.apiKey(), properties));
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      return rows(statement);
    }
  }

  private static List<String> rows(PreparedStatement statement) throws SQLException {
    var rows = new ArrayList<String>();
    try (var result = statement.executeQuery()) {
      while (result.next()) {
        var row = new StringBuilder();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.append(result.getObject(column)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static String plan(String sql) throws SQLException {
    return String.join("\n", rows(counting, "explain plan for " + sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(*) from workos_auth_event",
        "count(*), count(user_id), count(distinct outcome) from workos_auth_event where method = 'sso'",
        "event_type, outcome, count(*) from workos_auth_event group by event_type, outcome",
        "outcome, count(*) n from workos_auth_event"
            + " where created_at > current_timestamp - interval '9' day - interval '7' minute"
            + " group by outcome order by n desc limit 1",
        "outcome, max(method), count(*) from workos_auth_event"
            + " where created_at >= (select max(created_at) from workos_auth_event where created_at <"
            + " current_timestamp - interval '5' day) group by outcome",
        "cast(created_at as date), count(*), count(organization_id) from workos_auth_event group by 1",
        "floor(created_at to hour), method, count(*) from workos_auth_event"
            + " where created_at < current_timestamp - interval '100' hour group by 1, 2",
        "floor((created_at - interval '5' hour) to day) + interval '5' hour, count(*)"
            + " from workos_auth_event group by 1",
        "count(*) from workos_auth_event"
            + " where cast(created_at as date) = current_date - interval '3' day",
        "method, grouping(method), count(*) from workos_auth_event group by rollup (method)",
        "upper(method), count(*) filter (where outcome = 'failed'), sum(case when outcome = 'failed'"
            + " then 1 else 0 end), sum(case when method = 'sso' then 2 end), avg(char_length(method))"
            + " from workos_auth_event group by upper(method) having count(*) > 3",
        "distinct event_type from workos_auth_event where outcome <> 'failed' or outcome is null",
        "connection_type, count(*) from workos_auth_event group by connection_type",
        "sum(cast(null as integer)), count(*) from workos_auth_event where method = 'none'",
        "count(*) from workos_auth_event where organization_id in"
            + " (select id from workos_organization where name like 'A%')",
      })
  void aggregatesAreTheSame(String query) throws SQLException {
    assertThat(rows(counting, "select " + query))
        .containsExactlyInAnyOrderElementsOf(rows(reading, "select " + query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from workos_auth_event",
        "select outcome, count(user_id) from workos_auth_event"
            + " where created_at >= current_timestamp - interval '3' day group by outcome",
        "select cast(created_at as date), sum(1) from workos_auth_event group by 1",
        "select distinct method from workos_auth_event",
      })
  void whatCanBeCountedInTheStoreIs(String sql) throws SQLException {
    assertThat(plan(sql)).contains("counted=[true]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select min(created_at), count(*) from workos_auth_event",
        "select floor(created_at to minute), count(*) from workos_auth_event group by 1",
        "select count(*) from workos_auth_event where rand() < 0.5",
        "select count(*) from workos_auth_event where extract(minute from created_at) = 1",
        "select listagg(method) from workos_auth_event",
        "select count(*) from workos_organization",
      })
  void whatNeedsEachRowIsNot(String sql) throws SQLException {
    assertThat(plan(sql)).doesNotContain("counted");
  }

  @Test
  void parametersAreBorders() throws SQLException {
    var sql = "select count(*) from workos_auth_event where created_at > ? and created_at <= ?";
    var now = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
    try (var counts = counting.prepareStatement(sql);
        var reads = reading.prepareStatement(sql)) {
      for (int hours : new int[] {1, 30, 400, 2000}) {
        for (var statement : List.of(counts, reads)) {
          statement.setTimestamp(1, new Timestamp(now - hours * 3_600_000L));
          statement.setTimestamp(2, new Timestamp(now));
        }
        assertThat(rows(counts)).isEqualTo(rows(reads)).doesNotContain("0|");
      }
      counts.setTimestamp(1, null);
      assertThat(rows(counts)).containsExactly("0|");
    }
  }

  @Test
  void theLogSaysHowManyRowsWereRead() throws SQLException {
    rows(
        counting, "select outcome, count(*) as of_the_log from workos_auth_event group by outcome");

    assertThat(
            rows(
                counting,
                "select rows_read from workos_log.statement"
                    + " where text like '%of_the_log%' order by id limit 1"))
        .containsExactly(EVENTS + "|");
  }
}
