package io.workosjdbc.sql;

import static io.workosjdbc.sql.EveryTable.needsKeys;
import static io.workosjdbc.sql.EveryTable.rows;
import static io.workosjdbc.sql.EveryTable.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks every table in the ways that its declaration promises, and compares with the demo's data.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EveryTable.Shared.class)
class EveryTableTest {

  private static final String SECRET = "secret-";

  private final EveryTable tables;
  private final DemoServer server;
  private final Connection cached;

  EveryTableTest(EveryTable tables) {
    this.tables = tables;
    this.server = tables.server();
    this.cached = tables.cached();
  }

  static List<Resource> resources() {
    return EveryTable.resources();
  }

  static List<Resource> scannable() {
    return EveryTable.scannable();
  }

  private static Set<String> keys(Resource resource, List<Map<String, String>> rows) {
    return rows.stream()
        .map(row -> resource.primaryKey().stream().map(row::get).collect(Collectors.joining(" ")))
        .collect(Collectors.toSet());
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
    var rows = tables.scan(resource);
    assertThat(keys(resource, rows)).hasSize(rows.size());
    if (List.of("workos_audit_log_schema", "workos_jwt_template").contains(resource.table())) {
      assertThat(rows).hasSize(truth(resource).size());
    } else {
      assertThat(rows)
          .extracting(row -> row.get(resource.key().name()))
          .containsExactlyInAnyOrderElementsOf(truth(resource));
    }
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
          var values = tables.keysOf(resource, scope);
          var known =
              server.data().things(resource.listing().path()).stream().map(DemoObject::id).toList();
          assertThat(rows(cached, "select * from " + resource.table() + where(values)))
              .as(resource.table() + where(values))
              .isNotEmpty()
              .allSatisfy(row -> assertThat(known).contains(row.get("id")));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scannable")
  void noSecretIsShown(Resource resource) throws SQLException {
    assertThat(tables.scan(resource).toString()).doesNotContain(SECRET);
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
    try (var asking = tables.connect("cache=off")) {
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

  /** Foreign keys lead from rows to rows: those of most tables, and none to nowhere. */
  @ParameterizedTest
  @MethodSource("scannable")
  void aReferenceFindsARow(Resource resource) throws SQLException {
    for (var column : resource.columns()) {
      if (column.references().isPresent()) {
        var parent = WorkOs.SOURCE.resource(column.references().get().table()).orElseThrow();
        var key = column.references().get().column().orElse(parent.key().name());
        var known =
            tables.scan(parent).stream().map(row -> row.get(key)).collect(Collectors.toSet());
        assertThat(tables.scan(resource))
            .as(column.name() + " is " + key + " of " + parent.table())
            .anyMatch(row -> known.contains(row.get(column.name())));
      }
    }
  }
}
