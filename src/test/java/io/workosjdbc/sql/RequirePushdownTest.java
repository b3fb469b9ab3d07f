package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code pushdown=require}, no statement reads a list from its beginning to its end. */
class RequirePushdownTest {
  @RegisterExtension static final Api API = Api.of(World.data());

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

  @Test
  void metadataIsNotRefused() throws SQLException {
    try (var connection = API.connect("pushdown=require");
        var columns = connection.getMetaData().getColumns(null, null, "workos_user", null)) {
      assertThat(columns.next()).isTrue();
    }
  }
}
