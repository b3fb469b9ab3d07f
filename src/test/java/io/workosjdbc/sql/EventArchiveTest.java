package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.cache.event.EventAnswer;
import io.workosjdbc.cache.event.EventScope;
import io.workosjdbc.cache.event.EventStore;
import io.workosjdbc.cache.event.StoreOptions;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the service has dropped comes from the cache, or is said to be missing. */
class EventArchiveTest {
  private static final Resource EVENTS = WorkOs.SOURCE.resource("workos_auth_event").orElseThrow();
  private static final String MARCH =
      "select id from workos_auth_event where created_at >= timestamp '2026-03-01 00:00:00'"
          + " and created_at < timestamp '2026-03-08 00:00:00' order by created_at";

  @RegisterExtension static final Api API = Api.of(World.data());

  @TempDir private Path folder;

  private Connection open(String properties) throws SQLException {
    return API.connect("cache=disk;cacheDir=" + folder + ";" + properties);
  }

  /** Five events of the first five days of March, as if they had been read then. */
  private void publishMarch() throws IOException {
    var first = StoryTime.at("2026-03-01T00:00:00Z");
    // A first connection makes the environment's folder, whose name only the driver knows.
    String namespace;
    try (var environments = Files.list(folder.resolve("v1"))) {
      namespace = environments.findFirst().orElseThrow().getFileName().toString();
    }
    var options =
        new StoreOptions(
            namespace, Clock.systemUTC(), 1L << 30, Duration.ofDays(90), Duration.ofDays(3650));
    var columns = EVENTS.columns().stream().filter(column -> !column.name().equals("raw")).toList();
    List<@Nullable Object[]> rows =
        List.of(0, 1, 2, 3, 4).stream().map(day -> row(columns, first, day)).toList();
    var names = EVENTS.listing().choice().map(Parameter.Choice::names).orElseThrow();
    EventStore.onDisk(folder, options)
        .publish(
            new EventAnswer(
                new EventScope(EVENTS, Map.of("event_type", Set.copyOf(names))),
                new Window(first, first.plus(Duration.ofDays(5))),
                columns,
                rows,
                first.plus(Duration.ofDays(8))));
  }

  private static @Nullable Object[] row(List<Column> columns, Instant first, int day) {
    return columns.stream()
        .map(
            column ->
                switch (column.name()) {
                  case "id" -> "event_march_" + day;
                  case "event_type" -> "authentication.sso_started";
                  case "created_at" -> first.plus(Duration.ofDays(day)).toEpochMilli();
                  default -> null;
                })
        .toArray();
  }

  private static Optional<String> warning(Query query) {
    var warnings = query.outcome().warnings();
    assertThat(warnings.size()).isLessThan(2);
    return warnings.stream().findFirst();
  }

  @Test
  void aRangeThatNobodyHasIsAWarning() throws SQLException {
    try (var connection = open("")) {
      var query = API.sql(MARCH).on(connection).sendsNothing().returnsNothing();
      assertThat(warning(query))
          .contains(
              "Rows of workos_auth_event from 2026-03-01T00:00:00Z to 2026-03-08T00:00:00Z are"
                  + " missing: the service keeps them for 90 days, and they are not in the cache");
    }
    try (var connection = API.connect("cache=off")) {
      var all =
          API.sql(
                  "select count(*) from workos_auth_event where created_at > timestamp"
                      + " '1970-01-01 00:00:00'")
              .on(connection)
              .returns("24");
      assertThat(warning(all).orElseThrow()).startsWith("Rows of workos_auth_event before ");
    }
  }

  @Test
  void theLastNinetyDaysAreNoWarning() throws SQLException {
    for (var history : List.of("90d", "3650d")) {
      try (var connection = open("history=" + history)) {
        var query =
            API.sql(
                    "select count(*) from workos_auth_event"
                        + " where created_at >= current_timestamp - interval '90' day")
                .on(connection)
                .returns("24");
        assertThat(query.outcome().warnings()).isEmpty();
      }
    }
  }

  @Test
  void anArchiveAnswersWhatTheServiceDropped() throws SQLException, IOException {
    try (var connection = open("history=3650d")) {
      API.sql("select id from workos_auth_event limit 1").on(connection).sends(1, "GET /events");
      publishMarch();
    }
    try (var connection = open("history=3650d")) {
      var query =
          API.sql(MARCH)
              .on(connection)
              .sendsNothing()
              .returns(
                  "event_march_0",
                  "event_march_1",
                  "event_march_2",
                  "event_march_3",
                  "event_march_4");
      assertThat(warning(query))
          .contains(
              "Rows of workos_auth_event from 2026-03-06T00:00:00Z to 2026-03-08T00:00:00Z are"
                  + " missing: the service keeps them for 90 days, and they are not in the cache");
      var all =
          API.sql(
                  "select count(*) from workos_auth_event"
                      + " where created_at >= timestamp '2026-03-01 00:00:00'")
              .on(connection)
              .returns("29");
      assertThat(warning(all).orElseThrow())
          .startsWith("Rows of workos_auth_event from 2026-03-06T00:00:00Z to 2026-0");
    }
  }
}
