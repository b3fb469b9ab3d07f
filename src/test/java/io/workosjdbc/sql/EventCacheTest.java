package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.cache.CachedSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Events that were read once are not asked for again. */
class EventCacheTest {
  private static final String JUNE =
      "created_at >= timestamp '2026-06-01 00:00:00' and created_at < timestamp '2026-06-21 00:00:00'";
  private static final String ALL_OF_JUNE =
      "select id from workos_auth_event where " + JUNE + " order by created_at, id";
  private static final String JUNE_IS_READ =
      "GET /events?limit=100&events={events}&order=asc"
          + "&range_start=2026-05-31T23:59:59.999Z&range_end=2026-06-21T00:00:00.000Z";

  @RegisterExtension static final Api API = Api.of(World.data());

  @TempDir private Path folder;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = open("");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private Connection open(String properties) throws SQLException {
    return API.connect(
        "cache=disk;cacheDir=" + folder + (properties.isEmpty() ? "" : ";" + properties));
  }

  private Query sql(String statement) {
    return API.sql(statement).on(connection);
  }

  @Test
  void theSameAgainSendsNothing() {
    var first = sql(ALL_OF_JUNE).sends(JUNE_IS_READ).outcome();
    var second = sql(ALL_OF_JUNE).sendsNothing().outcome();

    assertThat(second.rows()).isEqualTo(first.rows()).hasSize(7);
  }

  @Test
  void theSameAgainSendsNothingAlsoUpToNow() {
    var first = sql("select id, email from workos_auth_event").sends(3, "GET /events").outcome();
    var second = sql("select id, email from workos_auth_event").sendsNothing().outcome();

    assertThat(second.rows()).containsExactlyInAnyOrderElementsOf(first.rows()).hasSize(24);
    sql("select count(*), count(email), count(ip_address) from workos_auth_event")
        .sendsNothing()
        .returns("24|19|18")
        .sameWithoutPushdown();
  }

  @Test
  void anotherProcessNeedsOnlyTheLastMinutes() throws SQLException {
    sql("select id from workos_auth_event").sends(3, "GET /events");
    connection.close();
    connect();
    sql("select id from workos_auth_event where created_at >= timestamp '2026-04-15 00:00:00'"
            + " order by created_at limit 2")
        .sendsNothing()
        .returns("event_03", "event_04");
    assertAsksForTheLastMinutes(sql("select count(*) from workos_auth_event").returns("24"));
  }

  private static void assertAsksForTheLastMinutes(Query query) {
    var request = query.sends(1, "GET /events").outcome().requests().get(0);
    var start = request.replaceAll(".*&range_start=([^&]*).*", "$1");
    assertThat(Instant.parse(StoryTime.toReal(start)))
        .isBefore(query.outcome().began().minusSeconds(299))
        .isAfter(query.outcome().began().minusSeconds(400));
  }

  @Test
  void onlyTheGapsAreAskedFor() {
    sql("select id from workos_auth_event where created_at >= timestamp '2026-06-10 00:00:00'"
            + " and created_at < timestamp '2026-06-16 00:00:00'")
        .sends(1, "GET /events");
    sql(ALL_OF_JUNE)
        .sends(
            "GET /events?limit=100&events={events}&order=asc"
                + "&range_start=2026-05-31T23:59:59.999Z&range_end=2026-06-10T00:00:00.000Z",
            "GET /events?limit=100&events={events}&order=asc"
                + "&range_start=2026-06-15T23:59:59.999Z&range_end=2026-06-21T00:00:00.000Z")
        .returns("event_11", "event_12", "event_13", "event_14", "event_15", "event_16", "event_17")
        .sameWithoutPushdown();
  }

  @Test
  void allEventsAnswerQuestionsAboutSome() {
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);

    sql("select id, user_id from workos_auth_event where outcome = 'failed' and " + JUNE)
        .sendsNothing()
        .returnsInAnyOrder("event_11|user_ann", "event_16|null")
        .sameWithoutPushdown();
    sql("select id from workos_auth_event where organization_id = 'org_acme' and " + JUNE)
        .sendsNothing()
        .returnsInAnyOrder("event_14", "event_15", "event_17");
    sql("select id from workos_auth_event where email like 'a%' and method <> 'mfa' and " + JUNE)
        .sendsNothing()
        .returnsInAnyOrder("event_11", "event_12", "event_13", "event_15")
        .sameWithoutPushdown();
    sql("select id from workos_auth_event where " + JUNE + " order by created_at desc limit 2")
        .sendsNothing()
        .returnsInAnyOrder("event_16", "event_17");
    sql("select method, count(*) from workos_auth_event where " + JUNE + " group by method")
        .sendsNothing()
        .returnsInAnyOrder("password|2", "reauthentication|1", "sso|4");
  }

  @Test
  void someEventsDoNotAnswerQuestionsAboutAll() {
    sql("select id from workos_auth_event where event_type = 'authentication.sso_failed' and "
            + JUNE)
        .sends(1, "GET /events");
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
  }

  @Test
  void lookedUpColumnsAreLookedUp() {
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    sql("select id, connection_type from workos_auth_event where connection_id is not null and "
            + JUNE)
        .sends("GET /connections?limit=100")
        .returnsInAnyOrder(
            "event_14|OktaSAML", "event_15|OktaSAML", "event_16|BrandNewOIDC", "event_17|null");
  }

  @Test
  void theWholeObjectIsKeptForWhoReadIt() {
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    sql("select raw from workos_auth_event where " + JUNE).sends(JUNE_IS_READ);
    sql("select id, raw from workos_auth_event where email like 'a%' and " + JUNE)
        .sendsNothing()
        .sameWithoutPushdown();
    sql(ALL_OF_JUNE).sendsNothing();
    sql("select id, data from workos_event where event_type like 'authentication.%' and " + JUNE)
        .sends(1, "GET /events");
    sql("select id, data from workos_event where event_type like 'authentication.%' and " + JUNE)
        .sendsNothing();
  }

  @Test
  void withoutPatienceTheLastMinutesAreAskedFor() throws SQLException {
    try (var live = open("entityTtl=0")) {
      API.sql("select count(*) from workos_auth_event").on(live).sends(3, "GET /events");
      assertAsksForTheLastMinutes(
          API.sql("select count(*) from workos_auth_event").on(live).returns("24"));
    }
  }

  @Test
  void withoutACacheNothingIsKept() throws SQLException {
    try (var off = API.connect("cache=off")) {
      API.sql(ALL_OF_JUNE).on(off).sends(JUNE_IS_READ);
      API.sql(ALL_OF_JUNE).on(off).sends(JUNE_IS_READ);
    }
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
  }

  @Test
  void whatIsStoredAndWhatIsMissingIsExplained() {
    sql("select id from workos_auth_event where created_at >= timestamp '2026-06-10 00:00:00'"
            + " and created_at < timestamp '2026-06-16 00:00:00'")
        .sends(1, "GET /events");
    var partly = sql("explain plan for " + ALL_OF_JUNE).sendsNothing().outcome().rows().toString();
    assertThat(partly)
        .contains(
            "&range_start=2026-05-31T23:59:59.999Z&range_end=2026-06-10T00:00:00.000Z; GET /events")
        .contains("&range_start=2026-06-15T23:59:59.999Z&range_end=2026-06-21T00:00:00.000Z]")
        .contains("stored=[at most 3 rows of 2026-06-10T00:00:00Z to 2026-06-16T00:00:00Z]")
        .contains("cachedFor=[PT");

    sql(ALL_OF_JUNE).sends(2, "GET /events");
    assertThat(sql("explain plan for " + ALL_OF_JUNE).sendsNothing().outcome().rows().toString())
        .contains("requests=[none]", "predictedRequests=[0]")
        .contains("stored=[at most 7 rows of 2026-06-01T00:00:00Z to 2026-06-21T00:00:00Z]");
  }

  @Test
  void whatWasLearnedOfSizesIsKnownToTheNextProcess() throws SQLException {
    var week =
        "explain plan for select id from workos_auth_event where created_at >= timestamp"
            + " '2026-04-10 00:00:00' and created_at < timestamp '2026-04-17 00:00:00'";
    assertThat(sql(week).outcome().rows().toString()).contains("predictedRequests=[78]");
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    connection.close();
    connect();
    assertThat(sql(week).outcome().rows().toString()).contains("predictedRequests=[1]");
  }

  @Test
  void damagedFilesAreReadAgain() throws IOException, SQLException {
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    connection.close();
    for (var file : segments()) {
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
    }
    connect();
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ).sameWithoutPushdown();
    sql(ALL_OF_JUNE).sendsNothing().sameWithoutPushdown();
  }

  @Test
  void filesOfAnotherVersionAreLeftAlone() throws IOException, SQLException {
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    connection.close();
    for (var file : segments()) {
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 99}), 8);
      }
      Files.writeString(file.resolveSibling("notes.txt"), "not ours");
    }
    connect();
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    sql(ALL_OF_JUNE).sendsNothing().sameWithoutPushdown();
    assertThat(segments()).hasSize(2);
  }

  /** A file where the table's folder should be stops writing as a full disk does. */
  @Test
  void whatCannotBeWrittenIsAWarningAndNoFailure() throws IOException, SQLException {
    sql("select id from workos_organization limit 1").sends(1, "GET /organizations");
    var namespace = Files.createDirectories(folder.resolve("v1").resolve(namespace()));
    Files.writeString(namespace.resolve("workos_auth_event"), "in the way");
    var first = sql(ALL_OF_JUNE).sends(JUNE_IS_READ).sameWithoutPushdown().outcome();
    assertThat(first.warnings()).singleElement().asString().startsWith("Events cannot be kept (");
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
  }

  private String namespace() throws SQLException {
    sql("select id from workos_event limit 1").sends(1, "GET /events");
    try (var namespaces = Files.list(folder.resolve("v1"))) {
      return namespaces.findFirst().orElseThrow().getFileName().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> segments() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".seg")).toList();
    }
  }

  @Test
  void nothingThatNamesTheEnvironmentIsOnDisk() throws IOException {
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    try (var files = Files.walk(folder)) {
      assertThat(files)
          .noneMatch(file -> file.toString().contains(API.server().apiKey()))
          .noneMatch(file -> file.toString().contains("127.0.0.1"));
    }
  }

  @Test
  void whatIsKeptCanBeSeenAndRefreshed() throws SQLException {
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    var control = connection.unwrap(CacheControl.class);

    assertThat(control.segments())
        .extracting(CachedSegment::table, CachedSegment::rows)
        .containsExactly(tuple("workos_auth_event", 7L));
    control.refresh("workos_auth_event");
    assertThat(control.segments()).isEmpty();
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
    control.purge();
    sql(ALL_OF_JUNE).sends(JUNE_IS_READ);
  }
}
