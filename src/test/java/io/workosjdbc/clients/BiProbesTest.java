package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.SmallDirectories;
import io.workosjdbc.driver.DemoDatabase;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What BI tools ask by themselves costs no more requests than its rows need. The tests share a
 * service; each has a connection of its own, and with it an empty cache.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BiProbesTest {
  /** As many as {@link DemoDatabase} has. */
  private static final int EVENTS = 3_000;

  private final DemoDatabase database = new DemoDatabase();
  private Connection connection;

  @BeforeAll
  void shrink() {
    SmallDirectories.in(database.server());
  }

  @BeforeEach
  void connect() throws SQLException {
    database.server().clearRequests();
    connection = database.connect();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @AfterAll
  void close() {
    database.close();
  }

  /** How many requests the statement sends until its last row is read. */
  private int requests(String sql, int maxRows) throws SQLException {
    database.server().clearRequests();
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(maxRows);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          rows.getObject(1);
        }
      }
    }
    return database.server().requests().size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "select * from workos_organization where 1 = 0",
        "select * from workos_auth_event where 1 <> 1 limit 0",
        "select true as \"_\" from \"workos\".\"workos_directory\" where 1 <> 1 limit 0",
        "select * from workos_connection limit 0",
        "select * from (select * from workos_connection) x where 0 = 1",
        "select * from information_schema.columns",
        "select table_name, remarks from information_schema.tables"
      })
  void theShapeOfAResultCostsNothing(String sql) throws SQLException {
    assertThat(requests(sql, 0)).isZero();
  }

  @Test
  void preparingCostsNothing() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select o.name, count(*) from workos_auth_event e join workos_organization o"
                + " on o.id = e.organization_id where e.created_at > ? group by o.name")) {
      assertThat(statement.getMetaData().getColumnCount()).isEqualTo(2);
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(1);
    }
    assertThat(database.server().requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"workos_organization", "workos_connection", "workos_directory"})
  void theFingerprintOfATableIsReadOnce(String table) throws SQLException {
    String sql = fingerprint(WorkOs.SOURCE.resource(table).orElseThrow());
    int count = Integer.parseInt(one("select count(*) from " + table));
    int pages = Math.max(1, (Math.min(count, 10_000) + 99) / 100);

    connection.close();
    connect();
    assertThat(requests(sql, 0)).isEqualTo(pages);
    assertThat(requests(sql, 0)).isZero();
  }

  static Stream<String> tables() {
    return WorkOs.SOURCE.resources().stream().map(Resource::table);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noFingerprintIsReadTwice(String table) throws SQLException {
    String sql = fingerprint(WorkOs.SOURCE.resource(table).orElseThrow());
    try {
      assertThat(requests(sql, 0)).isPositive();
      assertThat(requests(sql, 0)).isZero();
    } catch (SQLException whatTheApiDoesNotList) {
      assertThat(whatTheApiDoesNotList.getMessage())
          .containsAnyOf("say which: WHERE", "allow it by");
      assertThat(database.server().requests()).isEmpty();
    }
  }

  @Test
  void theFingerprintOfEventsIsReadOnce() throws SQLException {
    String sql = fingerprint(WorkOs.SOURCE.resource("workos_auth_event").orElseThrow());
    int pages = (EVENTS + 99) / 100;

    assertThat(requests(sql, 0)).isBetween(pages, pages * 3 / 2);
    assertThat(requests(sql, 0)).isZero();
    assertThat(requests(sql.replace("10000", "2000"), 0)).isZero();
  }

  @Test
  void distinctValuesOfEventsComeFromTheStoreTheSecondTime() throws SQLException {
    List<String> probes =
        List.of(
            "select method as \"method\" from workos.workos_auth_event"
                + " group by method order by method asc limit 1000",
            "select method, count(*) from workos.workos_auth_event group by method",
            "select distinct method from workos.workos_auth_event where method like 's%'");

    assertThat(requests(probes.get(0), 0)).isPositive();
    for (String probe : probes) {
      assertThat(requests(probe, 0)).as(probe).isZero();
    }
  }

  /** As Metabase asks, to guess what a column holds. */
  private static String fingerprint(Resource table) {
    String columns =
        table.columns().stream()
            .map(column -> "\"source\".\"" + column.name() + "\" as \"" + column.name() + "\"")
            .collect(Collectors.joining(", "));
    return "select "
        + columns
        + " from (select * from \"workos\".\""
        + table.table()
        + "\") as \"source\" limit 10000";
  }

  private String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void distinctValuesAndFiltersComeFromTheCacheTheSecondTime() throws SQLException {
    List<String> probes =
        List.of(
            "select \"workos\".\"workos_directory\".\"state\" as \"state\""
                + " from \"workos\".\"workos_directory\""
                + " group by \"workos\".\"workos_directory\".\"state\""
                + " order by \"workos\".\"workos_directory\".\"state\" asc limit 1000",
            "select count(*) from (\nselect * from workos_directory\n) dbvrcnt",
            "select * from workos_directory where state = 'linked' order by name",
            "select distinct directory_type from workos_directory");

    assertThat(requests(probes.get(0), 0)).isPositive();
    for (String probe : probes) {
      assertThat(requests(probe, 0)).as(probe).isZero();
    }
  }

  @Test
  void aGridOfTwoHundredRowsCostsTwoPages() throws SQLException {
    assertThat(requests("select * from workos.workos_organization", 200)).isLessThanOrEqualTo(2);
    assertThat(requests("select id, email from workos.workos_auth_event", 200)).isEqualTo(2);
  }

  /** Two pages of events, and the list of connections when no statement has read it yet. */
  @Test
  void aGridOfEventsLooksTheTypesOfConnectionsUpToo() throws SQLException {
    assertThat(requests("select * from workos.workos_auth_event", 200)).isEqualTo(3);
    assertThat(database.server().requests())
        .filteredOn(request -> request.startsWith("GET /connections"))
        .hasSize(1);
    assertThat(requests("select * from workos.workos_auth_event", 200)).isLessThanOrEqualTo(1);
    assertThat(requests("select * from workos.workos_auth_event", 200)).isZero();
  }

  @Test
  void aPreviewCostsOnePage() throws SQLException {
    assertThat(requests("select id, name from workos_organization limit 10", 0)).isEqualTo(1);
  }
}
