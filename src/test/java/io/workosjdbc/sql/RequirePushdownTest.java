package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.workosjdbc.okta.Okta;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code pushdown=require}, no statement reads a list from its beginning to its end. */
class RequirePushdownTest {
  @RegisterExtension static final Api API = Api.of(World.data());
  @RegisterExtension static final OktaService OKTA = OktaService.of(OktaWorld.data());

  private static Query sql(String statement) {
    return API.sql(statement).in("pushdown=require");
  }

  @Test
  void aWholeListIsRefusedAndTheFiltersThatHelpAreNamed() {
    sql("select id from workos_connection where name = 'Sign in conn_okta'")
        .fails("53400", "pushdown=require: the statement would read all of workos_connection")
        .fails("53400", "GET /connections?limit=100")
        .fails("53400", "= or IN on connection_type or domains or id or organization_id")
        .fails("53400", "a LIMIT without a filter");
    assertThat(sql("select count(*) from workos_connection").outcome().requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select name from workos_connection where organization_id = 'org_acme'",
        "select name from workos_connection where id in ('conn_okta', 'conn_new')",
        "select name from workos_connection limit 2",
        "select name from workos_organization order by created_at desc limit 2",
        "select count(*) from workos_auth_event where created_at > timestamp '2026-06-10 00:00:00'",
        "select count(*) from workos_auth_event where outcome = 'failed'",
        "select id from workos_group_membership where organization_id = 'org_acme'",
        "select name from workos_organization where id = 'org_acme' and name like 'A%'",
        "select o.name, c.name from workos_connection c join workos_organization o"
            + " on o.id = c.organization_id where c.id = 'conn_okta'",
        "select 1",
        "select name from workos_organization where 1 = 0",
      })
  void aNarrowedStatementRuns(String statement) {
    assertThat(sql(statement).outcome().failure()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select name from workos_organization order by name limit 2",
        "select name from workos_organization where name = 'Acme' limit 1",
        "select name from workos_connection where organization_id = 'org_acme' or name = 'x'",
        "select count(*) from workos_auth_event",
        "select count(*) from workos_auth_event where created_at < timestamp '2026-06-10 00:00:00'",
        "select id from workos_group",
        "select id from workos_group_membership where group_id = 'group_1'",
        "select id from workos_directory_user where email = 'ann@acme.example'",
        "select id from workos_connection where connection_type = 'Pending'",
        "select o.name from workos_connection c join workos_organization o"
            + " on o.id = c.organization_id where c.name = 'x'",
      })
  void aWholeListWithinAStatementIsRefusedBeforeAnythingIsSent(String statement) {
    var query = sql(statement).fails("53400", "pushdown=require");
    assertThat(query.outcome().requests()).isEmpty();
  }

  @Test
  void aParameterCounts() {
    sql("select name from workos_organization where id = ?").with("org_acme").returns("Acme");
    sql("select name from workos_organization where name = ?")
        .with("Acme")
        .fails("53400", "require");
  }

  @Test
  void explainTellsInsteadOfFailing() throws SQLException {
    try (var connection = API.connect("pushdown=require")) {
      var plan = API.sql("explain plan for select name from workos_organization").on(connection);
      assertThat(plan.outcome().rows().get(0)).contains("  refused     pushdown=require: ");
    }
  }

  /** A column that the refusal names makes a statement that is not refused. */
  @Test
  void whatIsSaidToHelpHelpsWithEveryTable() throws Exception {
    try (var workos = API.connect("pushdown=require;auditLogs=on");
        var okta = OKTA.connect("pushdown=require")) {
      for (var resource : WorkOs.SOURCE.resources()) {
        helpHelps(workos, resource);
      }
      for (var resource : Okta.SOURCE.resources()) {
        helpHelps(okta, resource);
      }
    }
  }

  private static void helpHelps(Connection connection, Resource resource) throws Exception {
    var refused = refusal(connection, "select * from " + resource.table());
    if (resource.listing().scopes().stream().noneMatch(scope -> scope.parent().isEmpty())
        && resource.listing().shape() != Listing.Shape.EXPORT) {
      assertThat(refused)
          .as(resource.table())
          .contains("pushdown=require")
          .containsAnyOf(" = or IN on ", "a lower bound of ", "a LIMIT without a filter");
    }
    var named = Pattern.compile(" = or IN on ([a-z_ ]+)").matcher(refused);
    for (var column : named.find() ? named.group(1).strip().split(" or ", -1) : new String[0]) {
      assertThat(
              refusal(
                  connection,
                  "select * from %s where %s = 'OktaSAML'".formatted(resource.table(), column)))
          .as(resource.table() + "." + column)
          .isEmpty();
    }
  }

  /** Why a statement is refused, as EXPLAIN tells it; empty if it is not. */
  private static String refusal(Connection connection, String sql) throws Exception {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("explain plan as json for " + sql)) {
      rows.next();
      return new ObjectMapper().readTree(rows.getString(1)).at("/scans/0/refused").asText();
    }
  }

  @Test
  void metadataIsNotRefused() throws SQLException {
    try (var connection = API.connect("pushdown=require");
        var columns = connection.getMetaData().getColumns(null, null, "workos_user", null)) {
      assertThat(columns.next()).isTrue();
    }
  }
}
