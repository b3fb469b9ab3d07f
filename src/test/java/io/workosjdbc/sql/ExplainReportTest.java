package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What EXPLAIN says of a statement's cost, for people and for programs. */
class ExplainReportTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private static String text(Connection connection, String statement) {
    var query = API.sql("explain plan for " + statement).on(connection).sendsNothing();
    assertThat(query.outcome().failure()).isEmpty();
    return query.outcome().rows().get(0);
  }

  private static String text(String statement) throws SQLException {
    try (var connection = API.connect("")) {
      return text(connection, statement);
    }
  }

  private static JsonNode json(Connection connection, String explain) throws Exception {
    var query = API.sql(explain).on(connection).sendsNothing();
    assertThat(query.outcome().failure()).isEmpty();
    return new ObjectMapper().readTree(query.outcome().rows().get(0));
  }

  private static JsonNode json(String statement) throws Exception {
    try (var connection = API.connect("")) {
      return json(connection, "explain plan as json for " + statement);
    }
  }

  @Test
  void onlyWhatTheRequestsDoNotTellIsFilteredHere() throws SQLException {
    assertThat(
            text(
                "select id from workos_connection where organization_id = 'org_acme'"
                    + " and state = 'active' and name like 'Sign%'"))
        .contains(
            "  request     GET /connections?limit=100&organization_id=org_acme\n",
            "  filter here state = 'active'\n",
            "  filter here name LIKE 'Sign%'\n")
        .doesNotContain("filter here organization_id");
  }

  @Test
  void aConditionThatTheChosenRequestDoesNotCarryIsFilteredHere() throws SQLException {
    assertThat(
            text(
                "select id from workos_connection where id = 'conn_okta'"
                    + " and organization_id = 'org_acme'"))
        .contains("GET /connections/conn_okta", "filter here organization_id = 'org_acme'")
        .doesNotContain("filter here id");
  }

  @Test
  void requestsRowsAndSecondsArePredicted() throws SQLException {
    assertThat(text("select id from workos_organization where name = 'Acme'"))
        .startsWith("Predicted: 10 requests, 1,000 rows, 2.0 s at 10,000 requests/s\n");
  }

  @Test
  void aBindJoinIsPredictedForItsBatches() throws Exception {
    var plan =
        json(
            "select c.id, o.name from workos_connection c"
                + " join workos_organization o on o.id = c.organization_id"
                + " where c.id = 'conn_okta'");
    assertThat(plan.at("/scans")).hasSize(2);
    assertThat(plan.at("/scans/0/requests/0").asText()).isEqualTo("GET /connections/conn_okta");
    assertThat(plan.at("/scans/1/table").asText()).isEqualTo("workos.workos_organization");
    assertThat(plan.at("/scans/1/residual")).isEmpty();
  }

  @Test
  void aListOfEachParentNamesIt() throws Exception {
    var plan = json("select id from workos_group where name = 'x'");
    assertThat(plan.at("/scans/0/forEach").asText()).isEqualTo("workos_organization");
    assertThat(plan.at("/scans/0/parentRequests/0").asText())
        .isEqualTo("GET /organizations?limit=100");
    assertThat(plan.at("/scans/0/requests/0").asText()).startsWith("GET /organizations/");
    assertThat(plan.at("/scans/0/residual/0").asText()).isEqualTo("name = 'x'");
  }

  @Test
  void theCachedPartIsShownWithItsAge() throws Exception {
    try (var connection = API.connect("cache=memory")) {
      API.sql("select id from workos_organization").on(connection).sends(1, "GET /organizations");

      assertThat(text(connection, "select name from workos_organization"))
          .startsWith("Predicted: 0 requests, 5 rows, 0.0 s")
          .contains("  cached      all of GET /organizations?limit=100, 0 s old\n");
      var cached =
          json(connection, "explain plan as json for select name from workos_organization")
              .at("/scans/0/cached/0");
      assertThat(cached.at("/complete").asBoolean()).isTrue();
      assertThat(cached.at("/rows").asInt()).isEqualTo(5);
      assertThat(cached.at("/ageMs").isNumber()).isTrue();
    }
  }

  @Test
  void aLookbackIsNoted() throws SQLException {
    assertThat(text("select count(*) from workos_auth_event"))
        .contains("  note        workos_auth_event has no lower bound of created_at");
    assertThat(
            text(
                "select count(*) from workos_auth_event"
                    + " where created_at > timestamp '2026-06-10 00:00:00'"))
        .doesNotContain("  note");
  }

  @Test
  void jsonHasTheSameFacts() throws Exception {
    var plan =
        json(
            "select id from workos_connection"
                + " where organization_id = 'org_acme' and state = 'active' order by created_at");

    assertThat(plan.at("/predicted/requests").asInt()).isEqualTo(1);
    assertThat(plan.at("/predicted/rows").isNumber()).isTrue();
    assertThat(plan.at("/predicted/seconds").isNumber()).isTrue();
    assertThat(plan.at("/requestsPerSecond").asDouble()).isEqualTo(10_000);
    assertThat(plan.at("/plan").asText()).contains("EnumerableResourceScan");
    var scan = plan.at("/scans/0");
    assertThat(scan.at("/table").asText()).isEqualTo("workos.workos_connection");
    assertThat(scan.at("/requests/0").asText())
        .isEqualTo("GET /connections?limit=100&organization_id=org_acme&order=asc");
    assertThat(scan.at("/requestCount").asInt()).isEqualTo(1);
    assertThat(scan.at("/order").asText()).isEqualTo("ascending");
    assertThat(scan.at("/residual/0").asText()).isEqualTo("state = 'active'");
    assertThat(scan.at("/times").asDouble()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain plan as json for select id from workos_organization",
        "explain as json for select id from workos_organization",
        "explain as json select id from workos_organization",
        "explain (format json) select id from workos_organization",
        "explain format=json select id from workos_organization;",
        "explain select id from workos_organization as json",
        "explain plan for select id from workos_organization as json",
      })
  void jsonCanBeAskedForInSeveralWays(String explain) throws Exception {
    try (var connection = API.connect("")) {
      assertThat(json(connection, explain).at("/scans")).hasSize(1);
    }
  }

  @Test
  void aStatementWithoutTablesCostsNothing() throws SQLException {
    assertThat(text("select 1")).startsWith("Predicted: 0 requests, 0 rows, 0.0 s\n");
  }
}
