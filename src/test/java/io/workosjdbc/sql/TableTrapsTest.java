package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoThing;
import io.workosjdbc.demo.Edit;
import io.workosjdbc.demo.Fault;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the API differs from what one expects, or from its documentation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableTrapsTest {
  private final EveryTable tables = new EveryTable(100);

  @AfterEach
  void heal() {
    tables.server().heal();
  }

  @AfterAll
  void close() throws SQLException {
    tables.close();
  }

  private record Answered(List<String> values, List<String> warnings) {}

  /** The values of the first column. */
  private Answered ask(String sql) throws SQLException {
    try (var connection = tables.connect("cache=off");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      var warnings = new ArrayList<String>();
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        warnings.add(each.getMessage());
      }
      return new Answered(values, warnings);
    }
  }

  /** What was asked for at a path; a statement that failed may still be asking for others. */
  private List<String> requests(String path) {
    return tables.server().requests().stream()
        .filter(line -> line.startsWith("GET " + path))
        .toList();
  }

  private List<DemoThing> sessions() {
    return tables.server().data().things("/user_management/users/{id}/sessions");
  }

  /** The rows of the others come, and the statement says what happened. */
  @Test
  void aParentThatIsDeletedMeanwhileTakesOnlyItsOwnRowsAlong() throws SQLException {
    var gone = sessions().get(0).keys().get("id").iterator().next();
    var others =
        sessions().stream()
            .filter(session -> !session.keys().get("id").contains(gone))
            .map(DemoThing::id)
            .toList();
    tables
        .server()
        .fail(
            Fault.every(
                "/user_management/users/" + gone + "/", Answer.message(404, "User not found")));

    var answered = ask("select id from workos_session");

    assertThat(answered.values()).containsExactlyInAnyOrderElementsOf(others);
    assertThat(answered.warnings())
        .containsExactly(
            "The API does not know user_id "
                + gone
                + ", so it gave no rows of workos_session for it; if that was deleted, rows of it"
                + " may have been lost");
  }

  /** Another failure for one parent fails the statement: a part of the rows is no answer. */
  @Test
  void aParentWhoseListFailsFailsTheStatement() {
    tables
        .server()
        .fail(
            Fault.every(
                "/user_management/users/" + sessions().get(0).keys().get("id").iterator().next(),
                Answer.message(403, "Forbidden")));
    assertThatThrownBy(() -> ask("select id from workos_session"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("403");
  }

  /** Many organizations have no audit log; that is no reason to warn of each. */
  @ParameterizedTest
  @CsvSource({
    "workos_audit_log_configuration, /organizations/{id}/audit_log_configuration",
    "workos_audit_logs_retention, /organizations/{id}/audit_logs_retention"
  })
  void anOrganizationWithoutTheObjectIsNoRowAndNoWarning(String table, String list)
      throws SQLException {
    var answered = ask("select organization_id from " + table);
    assertThat(answered.values())
        .isNotEmpty()
        .hasSize(tables.server().data().things(list).size())
        .hasSizeLessThan(tables.server().data().organizations().size());
    assertThat(answered.warnings()).isEmpty();
  }

  @Test
  void aWebhookEndpointMaySayEnabledAsABoolean() throws SQLException {
    var endpoints = tables.server().data().things("/webhook_endpoints");
    for (var endpoint : endpoints) {
      tables.server().edit(endpoint.id(), Edit.remove("status"));
      tables.server().edit(endpoint.id(), Edit.set("enabled", endpoint.equals(endpoints.get(0))));
    }
    assertThat(ask("select status from workos_webhook_endpoint").values())
        .containsExactlyInAnyOrder("enabled", "disabled");
    assertThat(ask("select id from workos_webhook_endpoint where status = 'enabled'").values())
        .containsExactly(endpoints.get(0).id());
  }

  @Test
  void membershipsOfEveryStatusComeUnlessAStatusIsAskedFor() throws SQLException {
    var all = ask("select status from workos_organization_membership").values();
    assertThat(new HashSet<>(all)).isEqualTo(Set.of("active", "inactive", "pending"));
    tables.server().clearRequests();
    assertThat(
            ask("select status from workos_organization_membership where status = 'pending'")
                .values())
        .isNotEmpty()
        .containsOnly("pending");
    assertThat(requests("/user_management/organization_memberships"))
        .isNotEmpty()
        .allMatch(line -> line.contains("statuses=pending"));
  }

  @Test
  void applicationsOfEveryRegistrationTypeCome() throws SQLException {
    tables.server().clearRequests();
    assertThat(ask("select name from workos_connect_application").values())
        .containsExactlyInAnyOrder("Agent", "Mobile", "Partner", "Portal");
    assertThat(requests("/connect"))
        .containsExactly(
            "GET /connect/applications?limit=100&registration_types=dynamic,authenticated");
  }

  /** Without an email address of its own directory, the API refuses to look for one. */
  @Test
  void peopleAreLookedForInEachDirectory() throws SQLException {
    var person =
        tables.server().data().things("/directory_users").stream()
            .filter(each -> each.keys().containsKey("email"))
            .findFirst()
            .orElseThrow();
    var email = person.keys().get("email").iterator().next();
    tables.server().clearRequests();
    assertThat(ask("select id from workos_directory_user where email = '" + email + "'").values())
        .contains(person.id());
    assertThat(requests("/directory_users"))
        .hasSize(tables.server().data().directories().size())
        .allMatch(line -> line.contains("directory=") && line.contains("email=" + email));
  }

  /** The vault's lists lack a member that all others have, and their pages have another size. */
  @Test
  void theVaultIsReadInPagesOfItsOwnSize() throws SQLException {
    tables.server().clearRequests();
    assertThat(ask("select name from workos_vault_object").values())
        .containsExactlyInAnyOrder("db-password", "stripe-key", "smtp");
    assertThat(requests("/vault")).containsExactly("GET /vault/v1/kv");
  }

  /** What the user asked for by a word that the API's filter does not have is not lost. */
  @Test
  void aTypeThatTheFilterSpellsOtherwiseIsLookedForHere() throws SQLException {
    tables.server().clearRequests();
    assertThat(
            ask("select id from workos_connection where connection_type = 'GitHubOAuth'").values())
        .isNotEmpty();
    assertThat(requests("/connections")).containsExactly("GET /connections?limit=100");
  }
}
