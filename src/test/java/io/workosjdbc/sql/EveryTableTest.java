package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks every table in the ways that its declaration promises, and compares with the demo's data.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTableTest {

  private static final String SECRET = "secret-";

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(500));
  private final Connection cached = connect("entityTtl=1h");
  private final Map<String, List<Map<String, String>>> scans = new HashMap<>();

  @AfterAll
  void close() throws SQLException {
    cached.close();
    server.close();
  }

  private Connection connect(String properties) {
    try {
      return DriverManager.getConnection(
          "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;%s"
              .formatted(server.baseUrl(), server.apiKey(), properties));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static List<Resource> resources() {
    return WorkOs.SOURCE.resources().stream()
        .filter(resource -> resource.listing().shape() != Listing.Shape.EXPORT)
        .toList();
  }

  static List<Resource> scannable() {
    return resources().stream().filter(resource -> !needsKeys(resource)).toList();
  }

  private static boolean needsKeys(Resource resource) {
    var scopes = resource.listing().scopes();
    return !scopes.isEmpty() && scopes.get(0).parent().isEmpty();
  }

  /** The rows of a statement, each as the text of its columns. */
  private static List<Map<String, String>> rows(Connection connection, String sql)
      throws SQLException {
    var rows = new ArrayList<Map<String, String>>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var columns = result.getMetaData();
      while (result.next()) {
        var row = new HashMap<String, String>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
          row.put(columns.getColumnName(at), Objects.toString(result.getString(at), "NULL"));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Map<String, String>> scan(Resource resource) throws SQLException {
    var known = scans.get(resource.table());
    if (known == null) {
      known = rows(cached, "select * from " + resource.table());
      scans.put(resource.table(), known);
    }
    return known;
  }

  private static Set<String> keys(Resource resource, List<Map<String, String>> rows) {
    return rows.stream()
        .map(row -> resource.primaryKey().stream().map(row::get).collect(Collectors.joining(" ")))
        .collect(Collectors.toSet());
  }

  private static String where(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + " = '" + each.getValue().replace("'", "''") + "'")
        .collect(Collectors.joining(" and ", " where ", ""));
  }

  /** What the demo has, as identifiers. */
  private List<String> truth(Resource resource) {
    var data = server.data();
    Stream<? extends DemoObject> objects =
        switch (resource.table()) {
          case "workos_organization" -> data.organizations().stream();
          case "workos_connection" -> data.connections().stream();
          case "workos_directory" -> data.directories().stream();
          case "workos_auth_event" -> data.events().stream();
          case "workos_event" -> data.allEvents().stream();
          case "workos_organization_domain" -> data.things("/organization_domains").stream();
          case "workos_directory_user" ->
              data.things("/directory_users").stream()
                  .filter(thing -> thing.keys().containsKey("directory"));
          case "workos_directory_group_membership" ->
              data.things("/directory_users").stream()
                  .filter(thing -> thing.keys().containsKey("group"));
          default -> data.things(resource.listing().path()).stream();
        };
    return objects.map(DemoObject::id).toList();
  }

  @ParameterizedTest
  @MethodSource("scannable")
  void aScanWithoutAFilterGivesEveryObject(Resource resource) throws SQLException {
    var rows = scan(resource);
    assertThat(keys(resource, rows)).hasSize(rows.size());
    if (List.of("workos_audit_log_schema", "workos_jwt_template").contains(resource.table())) {
      assertThat(rows).hasSize(truth(resource).size());
    } else {
      assertThat(rows)
          .extracting(row -> row.get(resource.key().name()))
          .containsExactlyInAnyOrderElementsOf(truth(resource));
    }
  }

  /** Values of columns, and filters that the API takes on them. */
  @ParameterizedTest
  @MethodSource("scannable")
  void whatIsAskedByKeyOrFilterIsWhatAScanFinds(Resource resource) throws SQLException {
    var all = scan(resource);
    assertThat(all).isNotEmpty();
    for (var columns : askable(resource)) {
      var found =
          all.stream()
              .filter(row -> columns.stream().noneMatch(column -> row.get(column).equals("NULL")))
              .findFirst();
      assertThat(found).as(columns.toString()).isPresent();
      var values = new HashMap<String, String>();
      columns.forEach(column -> values.put(column, found.orElseThrow().get(column)));
      var expected = all.stream().filter(row -> row.entrySet().containsAll(values.entrySet()));
      try (var asking = connect("cache=off")) {
        assertThat(rows(asking, "select * from " + resource.table() + where(values)))
            .as(where(values))
            .containsExactlyInAnyOrderElementsOf(expected.toList());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scannable")
  void severalValuesOfAFilterAreWhatAScanFinds(Resource resource) throws SQLException {
    for (var parameter : resource.listing().parameters()) {
      var column = parameter.column();
      var found = scan(resource).stream().filter(row -> !row.get(column).equals("NULL")).toList();
      var values = found.stream().map(row -> row.get(column)).distinct().limit(2).toList();
      var sql = "select * from " + resource.table() + " where " + column + " in ('";
      try (var asking = connect("cache=off")) {
        assertThat(rows(asking, sql + String.join("', '", values) + "')"))
            .containsExactlyInAnyOrderElementsOf(
                found.stream().filter(row -> values.contains(row.get(column))).toList());
      }
    }
  }

  private static List<List<String>> askable(Resource resource) {
    var sets = new ArrayList<List<String>>();
    resource.singleGets().forEach(get -> sets.add(List.of(get.column())));
    resource
        .listing()
        .scopes()
        .forEach(scope -> sets.add(scope.keys().stream().map(Scope.Key::column).toList()));
    var keys =
        resource.listing().scopes().stream()
            .limit(1)
            .flatMap(scope -> scope.keys().stream())
            .map(Scope.Key::column)
            .toList();
    resource.listing().parameters().stream()
        .map(Parameter::column)
        .forEach(column -> sets.add(Stream.concat(keys.stream(), Stream.of(column)).toList()));
    return sets;
  }

  /** What nobody lists is found by the keys that the demo has it under. */
  @Test
  void whatNobodyListsIsFoundByItsKeys() throws SQLException {
    for (var resource : resources()) {
      if (needsKeys(resource)) {
        assertThatThrownBy(() -> rows(cached, "select * from " + resource.table()))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("say which: WHERE");
        for (var scope : resource.listing().scopes()) {
          var thing = server.data().things(resource.listing().path()).get(0);
          var values = new HashMap<String, String>();
          scope
              .keys()
              .forEach(
                  key -> values.put(key.column(), thing.keys().get(key.name()).iterator().next()));
          assertThat(rows(cached, "select * from " + resource.table() + where(values)))
              .as(resource.table() + where(values))
              .extracting(row -> row.get("id"))
              .contains(thing.id());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scannable")
  void noSecretIsShown(Resource resource) throws SQLException {
    assertThat(scan(resource).toString()).doesNotContain(SECRET);
  }

  @Test
  void noSecretIsShownOfWhatNobodyLists() throws SQLException {
    for (var resource : resources()) {
      var path = resource.listing().path();
      if (needsKeys(resource) && resource.listing().scopes().get(0).keys().size() == 1) {
        var key = resource.listing().keys().get(0);
        var id = server.data().things(path).get(0).id();
        var rows =
            rows(cached, "select * from " + resource.table() + where(Map.of(key.column(), id)));
        assertThat(rows).hasSize(1);
        assertThat(rows.toString()).doesNotContain(SECRET);
      }
    }
  }

  /** Every column can be written without quotes. */
  @ParameterizedTest
  @MethodSource("resources")
  void columnsCanBeNamed(Resource resource) throws SQLException {
    var columns = resource.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    var plan =
        rows(cached, "explain plan for select " + columns + " from " + resource.table() + " t");
    assertThat(plan).hasSize(1);
  }

  @Test
  void explainSaysWhatAFanOutTakes() throws SQLException {
    var plan = rows(cached, "explain plan for select id from workos_session").toString();
    assertThat(plan)
        .contains("for each workos_user: GET /user_management/users/user_id/sessions?limit=100");
    assertThat(rows(cached, "explain plan for select id from workos_magic_auth").toString())
        .contains("The API does not list workos_magic_auth");
  }

  @Test
  void aJoinOnAKeyReadsTheListsOfTheRowsThatAreThere() throws SQLException {
    var user = server.data().things("/user_management/users").get(0);
    try (var asking = connect("cache=off")) {
      server.clearRequests();
      rows(
          asking,
          "select s.id from workos_user u join workos_session s on s.user_id = u.id where u.id = '"
              + user.id()
              + "'");
      assertThat(server.requests())
          .containsExactly(
              "GET /user_management/users/" + user.id(),
              "GET /user_management/users/" + user.id() + "/sessions?limit=100");
    }
  }

  @Test
  void withoutPushdownTheAnswerIsTheSame() throws SQLException {
    var organization = server.data().organizations().get(0).id();
    var sql =
        "select * from workos_group_membership where organization_id = '" + organization + "'";
    try (var off = connect("pushdown=off;entityTtl=1h")) {
      assertThat(rows(off, sql))
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(rows(cached, sql));
    }
  }
}
