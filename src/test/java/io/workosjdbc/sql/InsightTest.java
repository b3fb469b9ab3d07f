package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.resource.View;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The views of {@code workos_insight}: what they say, what they ask for, and what narrows them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightTest {

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(3000));

  @AfterAll
  void close() {
    server.close();
  }

  static List<View> views() {
    return WorkOs.SOURCE.views();
  }

  private Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;cache=off;maxConcurrency=1;%s"
            .formatted(server.baseUrl(), server.apiKey(), properties));
  }

  private List<String> rows(String sql, String properties) throws SQLException {
    try (var connection = connect(properties)) {
      return rows(connection, sql);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        var values = new ArrayList<String>();
        for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
          values.add(String.valueOf(result.getString(at)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  /** How often each path was asked for. */
  private Map<String, Integer> paths() {
    var paths = new TreeMap<String, Integer>();
    for (var request : server.requests()) {
      paths.merge(request.replaceFirst("GET ", "").replaceFirst("\\?.*", ""), 1, Integer::sum);
    }
    return paths;
  }

  @Test
  void everyViewIsHeldAgainstTheTruth() {
    assertThat(new InsightTruth(server.data(), Instant.now()).views().keySet())
        .containsExactlyInAnyOrderElementsOf(views().stream().map(View::name).toList());
  }

  /** A view that looks back from now may be asked before or after something falls out of it. */
  @ParameterizedTest
  @MethodSource("views")
  void aViewSaysWhatTheDataHas(View view) throws SQLException {
    var before = new InsightTruth(server.data(), Instant.now()).rows(view.name());
    var rows = rows("select * from workos_insight." + view.name(), "");
    var after = new InsightTruth(server.data(), Instant.now()).rows(view.name());
    assertThat(rows).isNotEmpty();
    assertThat(sorted(rows)).isIn(sorted(before), sorted(after));
  }

  private static List<String> sorted(List<String> rows) {
    return rows.stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("views")
  void withoutPushdownAViewSaysTheSame(View view) throws SQLException {
    var sql = "select count(*), min(t.id), max(t.id) from (select " + key(view) + ") t";
    assertThat(rows(sql, "pushdown=off")).isEqualTo(rows(sql, ""));
  }

  private static String key(View view) {
    return "\"" + view.columns().get(0).name() + "\" as id from workos_insight." + view.name();
  }

  /** The query has the columns that are declared, so that nothing has to be cast. */
  @ParameterizedTest
  @MethodSource("views")
  void columnsAreWhatTheQueryGives(View view) throws SQLException {
    try (var connection = connect("");
        var declared = connection.prepareStatement("select * from workos_insight." + view.name());
        var given = connection.prepareStatement(view.sql())) {
      assertThat(columns(declared.getMetaData())).isEqualTo(columns(given.getMetaData()));
      assertThat(columns(declared.getMetaData())).hasSameSizeAs(view.columns());
    }
  }

  private static List<String> columns(ResultSetMetaData metaData) throws SQLException {
    var columns = new ArrayList<String>();
    for (int at = 1; at <= metaData.getColumnCount(); at++) {
      columns.add(
          "%s %s(%d) %d"
              .formatted(
                  metaData.getColumnLabel(at),
                  metaData.getColumnTypeName(at),
                  metaData.getPrecision(at),
                  metaData.isNullable(at)));
    }
    return columns;
  }

  /** Lists are read once, and none for each row of another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "organization_overview   | {/connections=1, /directories=1, /events=E, /organizations=1}",
        "organization_onboarding | {/connections=1, /directories=1, /organizations=2}",
        "sso_without_directory   | {/connections=1, /directories=1, /organizations=1}",
        "active_connection       | {/connections=1, /organizations=1}",
        "connection_success_rate | {/connections=1, /events=E}",
        "failed_sign_in          | {/events=E}",
        "failure_burst           | {/events=E}",
        "daily_active_users      | {/events=E}",
        "weekly_active_users     | {/events=E}",
        "monthly_active_users    | {/events=E}",
        "dormant_user            | {/user_management/users=5}",
        "directory_health        | {/directories=1, /events=E}",
        "unverified_domain       | {/organizations=2}"
      })
  void aViewIsCheap(String view, String requests) throws SQLException {
    server.clearRequests();
    rows("select * from workos_insight." + view, "");
    var paths = paths();
    int pagesOfEvents = paths.getOrDefault("/events", 0);
    assertThat(pagesOfEvents).isLessThanOrEqualTo(server.data().allEvents().size() / 100);
    assertThat(paths.toString().replace("/events=" + pagesOfEvents, "/events=E"))
        .isEqualTo(requests);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "organization_overview   | GET /organizations/{org}, GET /connections, GET /directories, GET /events",
        "organization_onboarding | GET /organizations/{org}, GET /connections, GET /directories",
        "sso_without_directory   | GET /organizations/{org}, GET /connections, GET /directories",
        "active_connection       | GET /organizations/{org}, GET /connections",
        "connection_success_rate | GET /connections, GET /events",
        "directory_health        | GET /directories, GET /events",
        "unverified_domain       | GET /organizations/{org}"
      })
  void anOrganizationNarrowsAllThatIsAsked(String view, String requests) throws SQLException {
    var organization = server.data().organizations().get(0).id();
    var all = rows("select * from workos_insight." + view, "");
    server.clearRequests();
    var rows =
        rows(
            "select * from workos_insight.%s where organization_id = '%s'"
                .formatted(view, organization),
            "");
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            all.stream().filter(row -> row.contains(organization)).toList());
    assertThat(server.requests()).allSatisfy(line -> assertThat(line).contains(organization));
    assertThat(server.requests().stream().map(line -> line.replaceFirst("\\?.*", "")).distinct())
        .containsExactlyInAnyOrder(requests.replace("{org}", organization).split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failed_sign_in       | day >= current_date - interval '3' day                 | 3",
        "daily_active_users   | day >= current_date - interval '3' day                 | 3",
        "weekly_active_users  | week >= current_date - interval '13' day               | 13",
        "monthly_active_users | month >= floor(current_date to month)                  | 31",
        "failure_burst        | hour_at >= current_timestamp - interval '2' day        | 2"
      })
  void aTimeNarrowsTheEvents(String view, String condition, int days) throws SQLException {
    server.clearRequests();
    rows("select * from workos_insight." + view + " where " + condition, "");
    var earliest = Instant.now().minusSeconds(86_400L * (days + 1));
    assertThat(server.requests())
        .isNotEmpty()
        .filteredOn(line -> line.contains("range_start="))
        .allSatisfy(
            line ->
                assertThat(Instant.parse(line.replaceFirst(".*range_start=([^&]*).*", "$1")))
                    .isAfter(earliest));
  }

  @Test
  void otherColumnsNarrowToo() throws SQLException {
    server.clearRequests();
    rows("select * from workos_insight.failed_sign_in where method = 'passkey'", "lookback=20d");
    assertThat(server.requests())
        .singleElement()
        .asString()
        .contains("events=authentication.passkey_failed&");
    server.clearRequests();
    rows("select * from workos_insight.dormant_user where email = 'a@b.example'", "");
    assertThat(server.requests())
        .containsExactly("GET /user_management/users?limit=100&email=a@b.example");
  }

  @Test
  void whatIsNotLookedAtIsNotAskedFor() throws SQLException {
    server.clearRequests();
    rows("select name, connections from workos_insight.organization_overview", "");
    assertThat(paths()).containsOnlyKeys("/organizations", "/connections");
  }

  @Test
  void viewsLieBesideTheTablesWhateverThoseAreCalled() throws SQLException {
    try (var connection = connect("schema=idp")) {
      assertThat(sorted(rows(connection, "select * from idp_insight.sso_without_directory")))
          .isEqualTo(sorted(rows("select * from workos_insight.sso_without_directory", "")));
    }
  }

  @Test
  void metadataTellsOfThemWithoutARequest() throws SQLException {
    try (var connection = connect("")) {
      server.clearRequests();
      var metaData = connection.getMetaData();
      for (var view : views()) {
        try (var tables =
            metaData.getTables(null, "workos_insight", view.name(), new String[] {"VIEW"})) {
          assertThat(tables.next()).isTrue();
          assertThat(tables.getString("REMARKS")).isEqualTo(view.description());
        }
        try (var columns = metaData.getColumns(null, "workos_insight", view.name(), "%")) {
          for (var column : view.columns()) {
            assertThat(columns.next()).isTrue();
            assertThat(columns.getString("COLUMN_NAME")).isEqualTo(column.name());
            assertThat(columns.getString("REMARKS")).isEqualTo(column.description());
            assertThat(columns.getString("IS_NULLABLE"))
                .isEqualTo(column.nullable() ? "YES" : "NO");
          }
          assertThat(columns.next()).isFalse();
        }
      }
      assertThat(server.requests()).isEmpty();
    }
  }
}
