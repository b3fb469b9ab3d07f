package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.OktaObject;
import io.workosjdbc.demo.OktaServer;
import io.workosjdbc.okta.Okta;
import io.workosjdbc.resource.Expressions.Operator;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.resource.SingleGet;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks every table of Okta in the ways that its declaration promises, and compares with the demo's
 * data.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OktaEveryTableTest {

  private final OktaServer server = OktaServer.start(DemoOptions.defaults().withEventCount(500));
  private final Connection cached = connect("cache=memory;entityTtl=1h");

  @AfterAll
  void close() throws SQLException {
    cached.close();
    server.close();
  }

  private Connection connect(String properties) {
    try {
      return DriverManager.getConnection(
          "jdbc:okta:domain=%s;token=%s;requestsPerSecond=10000;%s"
              .formatted(server.baseUrl(), server.token(), properties));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static List<Resource> resources() {
    return Okta.SOURCE.resources();
  }

  static List<Resource> scannable() {
    return resources().stream()
        .filter(
            resource ->
                resource.listing().scopes().stream().allMatch(scope -> scope.parent().isPresent()))
        .toList();
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

  private List<String> truth(Resource resource) {
    var path = resource.listing().path();
    int key = path.indexOf("/{");
    var objects = new ArrayList<OktaObject>();
    if (key < 0) {
      objects.addAll(server.data().list(path));
    } else {
      var end = path.substring(path.indexOf('}') + 1);
      for (var parent : server.data().list(path.substring(0, key))) {
        objects.addAll(server.data().list(path.substring(0, key) + "/" + parent.id() + end));
      }
    }
    return objects.stream()
        .filter(each -> !resource.table().equals("okta_auth_event") || isSignIn(each))
        .map(OktaObject::id)
        .toList();
  }

  private static boolean isSignIn(OktaObject event) {
    return event
        .text("eventType")
        .filter(
            type -> type.matches("user\\.(authentication|session|mfa).*|policy.evaluate_sign_on"))
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource("scannable")
  void aScanWithoutAFilterGivesEveryObject(Resource resource) throws SQLException {
    var rows = rows(cached, "select * from " + resource.table());
    assertThat(rows)
        .extracting(row -> row.get(resource.key().name()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(truth(resource));
    assertThat(rows.toString()).doesNotContain("secret-");
  }

  /** Values of columns, and what the API can be asked of them. */
  @ParameterizedTest
  @MethodSource("scannable")
  void whatIsAskedForIsWhatAScanFinds(Resource resource) throws SQLException {
    var all = rows(cached, "select * from " + resource.table());
    var columns = new LinkedHashSet<String>();
    resource.singleGets().stream().map(SingleGet::column).forEach(columns::add);
    resource.listing().keys().stream().map(Scope.Key::column).forEach(columns::add);
    resource
        .listing()
        .expressions()
        .ifPresent(expressions -> columns.addAll(expressions.columns(Operator.EQUAL)));
    var asked = new HashSet<String>();
    try (var asking = connect("cache=off")) {
      for (var column : columns) {
        var value =
            all.stream().map(row -> row.get(column)).filter(each -> !each.equals("NULL")).findAny();
        if (value.isPresent()) {
          server.clearRequests();
          var where = " where " + column + " = '" + value.get().replace("'", "''") + "'";
          assertThat(rows(asking, "select * from " + resource.table() + where))
              .as(where)
              .containsExactlyInAnyOrderElementsOf(
                  all.stream().filter(row -> row.get(column).equals(value.get())).toList());
          assertThat(server.requests())
              .as(where)
              .allMatch(line -> line.contains(" eq ") || line.contains("/" + value.get()));
          asked.add(column);
        }
      }
    }
    if (!columns.isEmpty()) {
      assertThat(asked).isNotEmpty();
    }
  }

  @Test
  void factorsAreFoundByTheirUser() throws SQLException {
    var user = server.data().users().get(0).id();
    var path = "/api/v1/users/" + user + "/factors";
    var owner =
        server.data().list(path).isEmpty()
            ? server.data().users().stream()
                .map(OktaObject::id)
                .filter(id -> !server.data().list("/api/v1/users/" + id + "/factors").isEmpty())
                .findFirst()
            : Optional.of(user);
    var rows = rows(cached, "select * from okta_factor where user_id = '" + owner.get() + "'");
    assertThat(rows).isNotEmpty();
    assertThat(rows.toString()).doesNotContain("secret-");
  }

  /** Every column can be written without quotes. */
  @ParameterizedTest
  @MethodSource("resources")
  void columnsCanBeNamed(Resource resource) throws SQLException {
    var columns = String.join(", ", resource.columns().stream().map(each -> each.name()).toList());
    assertThat(rows(cached, "explain plan for select " + columns + " from " + resource.table()))
        .hasSize(1);
  }

  @Test
  void metadataIsToldWithoutARequest() throws SQLException {
    server.clearRequests();
    try (var connection = connect("cache=off")) {
      var metaData = connection.getMetaData();
      var tables = new ArrayList<String>();
      try (var rows = metaData.getTables(null, "okta", null, null)) {
        while (rows.next()) {
          tables.add(rows.getString("TABLE_NAME"));
          assertThat(rows.getString("REMARKS")).isNotBlank();
        }
      }
      assertThat(tables)
          .containsExactlyInAnyOrderElementsOf(resources().stream().map(Resource::table).toList());
      var references = new ArrayList<String>();
      try (var rows = metaData.getImportedKeys(null, "okta", "okta_group_member")) {
        while (rows.next()) {
          references.add(rows.getString("FKCOLUMN_NAME") + " " + rows.getString("PKTABLE_NAME"));
        }
      }
      assertThat(references).containsExactlyInAnyOrder("user_id okta_user", "group_id okta_group");
    }
    assertThat(server.requests()).isEmpty();
  }
}
