package io.workosjdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.calcite.jdbc.CalciteConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What scans ask for, at a fixed instant and of a service that answers everything with the same
 * rows: what the planner does without any of the layers below.
 */
class PlannedRequestsTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final String STARTED =
      "GET /events?limit=100&events=authentication.sso_started&order=";

  private final FakeRows rows =
      new FakeRows(
          Map.of(
              "workos_organization",
              List.of(
                  Map.of("id", "org_1", "name", "Acme", "created_at", 1L),
                  Map.of("id", "org_2", "name", "Beta", "created_at", 2L)),
              "workos_connection",
              List.of(
                  Map.of("id", "conn_1", "organization_id", "org_1"),
                  Map.of("id", "conn_2", "organization_id", "org_1")),
              "workos_auth_event",
              List.of(started(11, "org_1"), started(12, "org_1"), started(10, "org_2"))));

  private Connection connection;

  private static Map<String, Object> started(int hour, String organization) {
    var at = Instant.parse("2026-06-29T00:00:00Z").plus(Duration.ofHours(hour));
    return Map.of(
        "outcome", "started", "organization_id", organization, "created_at", at.toEpochMilli());
  }

  @BeforeEach
  void connect() throws SQLException {
    var info = new Properties();
    info.put("caseSensitive", "false");
    info.put("unquotedCasing", "UNCHANGED");
    info.put("timeZone", "UTC");
    info.put("conformance", "LENIENT");
    connection = DriverManager.getConnection("jdbc:calcite:", info);
    var requests =
        new RequestPlanner(
            WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true);
    var context = new ScanContext(requests, rows, InstantSource.fixed(NOW));
    var calcite = connection.unwrap(CalciteConnection.class);
    calcite.getRootSchema().add("workos", new SourceSchema(WorkOs.SOURCE, context));
    calcite.setSchema("workos");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private List<String> run(String sql) throws SQLException {
    rows.opened().clear();
    var result = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var set = statement.executeQuery(sql)) {
      while (set.next()) {
        var values = new ArrayList<String>();
        for (int column = 1; column <= set.getMetaData().getColumnCount(); column++) {
          values.add(set.getString(column));
        }
        result.add(String.join("|", values));
      }
    }
    return result;
  }

  private void assertSent(String... requests) {
    assertThat(rows.opened()).containsExactly(requests);
  }

  /** The service answers with both organizations, so the condition must have stayed. */
  @Test
  void aConditionThatIsSentIsStillChecked() throws SQLException {
    assertThat(run("select name from workos_organization where id = 'org_2'"))
        .containsExactly("Beta");
    assertSent("GET /organizations/org_2");
    assertThat(run("select count(*) from workos_organization where external_id = 'x'"))
        .containsExactly("0");
    assertSent("GET /organizations/external_id/x");
  }

  @Test
  void rowsHaveTheShapeThatTheirColumnsAsk() throws SQLException {
    assertThat(run("select count(*) from workos_organization")).containsExactly("2");
    assertThat(run("select name from workos_organization limit 1")).containsExactly("Acme");
    assertThat(run("select name, id from workos_organization limit 1"))
        .containsExactly("Acme|org_1");
  }

  /** Taken for unique, the first column left would make this one row. */
  @Test
  void aNarrowedScanHasNoKeyThatItDoesNotShow() throws SQLException {
    assertThat(
            run(
                "select c.organization_id, o.name from workos_connection c"
                    + " join workos_organization o on c.organization_id = o.id"
                    + " group by c.organization_id, o.name"))
        .containsExactly("org_1|Acme");
    assertThat(run("select distinct organization_id from workos_connection"))
        .containsExactly("org_1");
    assertThat(
            run(
                "select count(*) from (select organization_id from workos_connection) a"
                    + " join (select organization_id from workos_connection) b"
                    + " on a.organization_id = b.organization_id"))
        .containsExactly("4");
  }

  @Test
  void aJoinAsksForTheKeysOfItsLeftSide() throws SQLException {
    assertThat(
            run(
                "select c.id, o.name from workos_connection c left join workos_organization o"
                    + " on c.organization_id = o.id where c.id in ('conn_1', 'conn_2')"))
        .containsExactly("conn_1|Acme", "conn_2|Acme");
    assertSent("GET /connections/conn_1", "GET /connections/conn_2", "GET /organizations/org_1");
  }

  @Test
  void threeTablesAreThreeRequests() throws SQLException {
    run(
        "select o.name, c.id, d.id from workos_organization o"
            + " join workos_connection c on c.organization_id = o.id"
            + " left join workos_directory d on d.organization_id = o.id where o.id = 'org_1'");
    assertSent(
        "GET /organizations/org_1",
        "GET /connections?limit=100&organization_id=org_1",
        "GET /directories?limit=100&organization_id=org_1");
  }

  @Test
  void theRetentionIsThreeWindowsNewestFirst() throws SQLException {
    run("select id from workos_auth_event where outcome = 'started'");
    assertSent(
        STARTED + "asc&range_start=2026-05-31T12:05:00.000Z&range_end=2026-06-30T12:05:00.000Z",
        STARTED + "asc&range_start=2026-05-01T12:05:00.001Z&range_end=2026-05-31T12:05:00.001Z",
        STARTED + "asc&range_start=2026-04-01T12:05:00.002Z&range_end=2026-05-01T12:05:00.002Z");
  }

  @Test
  void anAscendingOrderTurnsTheWindowsRound() throws SQLException {
    run(
        "select created_at from workos_auth_event where outcome = 'started'"
            + " and created_at >= timestamp '2026-05-15 00:00:00' order by created_at");
    assertSent(
        STARTED + "asc&range_start=2026-05-14T23:59:59.999Z&range_end=2026-05-31T12:05:00.001Z",
        STARTED + "asc&range_start=2026-05-31T12:05:00.000Z&range_end=2026-06-30T12:05:00.000Z");
  }

  @Test
  void aDescendingOrderBeginsWithNarrowWindows() throws SQLException {
    run(
        "select created_at from workos_auth_event where outcome = 'started'"
            + " and created_at >= timestamp '2026-06-15 00:00:00' order by created_at desc limit 5");
    assertSent(
        STARTED + "desc&range_start=2026-06-30T11:04:59.999Z&range_end=2026-06-30T12:05:00.000Z",
        STARTED + "desc&range_start=2026-06-29T11:04:59.999Z&range_end=2026-06-30T11:05:00.000Z",
        STARTED + "desc&range_start=2026-06-22T11:04:59.999Z&range_end=2026-06-29T11:05:00.000Z",
        STARTED + "desc&range_start=2026-06-14T23:59:59.999Z&range_end=2026-06-22T11:05:00.000Z");
  }

  /** One list was promised to be in order; two of them are not, whatever each is in itself. */
  @Test
  void aFanOutIsSortedWhateverWasPromised() throws SQLException {
    assertThat(
            run(
                "select created_at from workos_auth_event"
                    + " where organization_id in ('org_1', 'org_2') and outcome = 'started'"
                    + " and created_at >= timestamp '2026-06-29 00:00:00' order by created_at"))
        .containsExactly(
            "2026-06-29 10:00:00.000", "2026-06-29 11:00:00.000", "2026-06-29 12:00:00.000");
    assertThat(rows.opened())
        .hasSize(2)
        .allMatch(request -> request.contains("&organization_id=org_"));
  }

  @Test
  void oneListInOrderNeedsNoSort() throws SQLException {
    assertThat(
            run("explain plan for select id from workos_organization"
                    + " order by created_at desc limit 3")
                .get(0))
        .contains("GET /organizations?limit=100&order=desc")
        .doesNotContain("EnumerableSort");
  }

  @Test
  void whatCannotBeSendsNothing() throws SQLException {
    for (var condition :
        List.of(
            "id = 'a' and id = 'b'",
            "id is null",
            "external_id = cast(null as varchar)",
            "1 = 0",
            "id in ('a', 'b') and id in ('c', 'd')")) {
      assertThat(run("select name from workos_organization where " + condition)).isEmpty();
      assertSent();
    }
  }
}
