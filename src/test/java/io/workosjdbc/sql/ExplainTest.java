package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** EXPLAIN shows the requests, what is filtered here, and what the cache has; it sends nothing. */
class ExplainTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private static String plan(String statement) throws SQLException {
    try (var connection = API.connect("")) {
      return plan(connection, statement);
    }
  }

  private static String plan(Connection connection, String statement) {
    var query = API.sql("explain plan for " + statement).on(connection).sendsNothing();
    return String.join("\n", query.outcome().rows());
  }

  @Test
  void aKeyIsAGet() throws SQLException {
    assertThat(plan("select name from workos_organization where id = 'org_acme'"))
        .contains("requests=[GET /organizations/org_acme]", "predictedRequests=[1]");
  }

  @Test
  void whatIsFilteredHereIsShown() throws SQLException {
    assertThat(
            plan(
                "select id from workos_connection"
                    + " where organization_id = 'org_acme' and state = 'active'"))
        .contains("requests=[GET /connections?limit=100&organization_id=org_acme]")
        .contains("'active'");
  }

  @Test
  void aListThatWasNeverReadIsGuessed() throws SQLException {
    assertThat(plan("select id from workos_organization where name = 'Acme'"))
        .contains("requests=[GET /organizations?limit=100]", "predictedRequests=[10]");
  }

  @Test
  void aLimitIsOnePage() throws SQLException {
    assertThat(plan("select id from workos_organization limit 10"))
        .contains("predictedRequests=[1]");
  }

  @Test
  void aContradictionIsNoRequest() throws SQLException {
    assertThat(
            plan(
                "select id from workos_auth_event where outcome = 'maybe'"
                    + " and created_at > timestamp '2026-06-10 00:00:00'"))
        .contains("requests=[none]", "predictedRequests=[0]");
  }

  @Test
  void timesThatDependOnNowAreShownAsTheyWouldBeSent() throws SQLException {
    assertThat(
            plan(
                "select id from workos_auth_event where outcome = 'started'"
                    + " and created_at >= current_timestamp - interval '7' day"
                    + " order by created_at desc"))
        .contains("GET /events?limit=100&events=authentication.sso_started&order=desc&range_start=")
        .contains("order=[DESCENDING]")
        .doesNotContain("EnumerableSort");
  }

  @Test
  void anOrderThatCannotBeHadIsASort() throws SQLException {
    assertThat(plan("select id from workos_organization order by name"))
        .contains("EnumerableSort")
        .doesNotContain("order=[");
  }

  @Test
  void aBindJoinIsShown() throws SQLException {
    assertThat(
            plan(
                "select c.id, o.name from workos_connection c"
                    + " join workos_organization o on c.organization_id = o.id"
                    + " where c.id = 'conn_okta'"))
        .contains("EnumerableBindJoin", "bind=[", "GET /connections/conn_okta");
  }

  @Test
  void manyRequestsAreCountedAndNotListed() throws SQLException {
    assertThat(
            plan(
                "select id from workos_organization where id in"
                    + " ('a', 'b', 'c', 'd', 'e', 'f', 'g')"))
        .contains("; and 2 more]", "predictedRequests=[7]");
  }

  @Test
  void theAgeOfWhatTheCacheHasIsShown() throws SQLException {
    try (var connection = API.connect("cache=memory")) {
      API.sql("select id from workos_organization").on(connection).sends(1, "GET /organizations");

      assertThat(plan(connection, "select name from workos_organization where id = 'org_acme'"))
          .contains("cachedFor=[PT", "predictedRequests=[0]");
    }
  }

  @Test
  void theKeyIsNowhere() throws SQLException {
    assertThat(plan("select * from workos_organization")).doesNotContain(API.server().apiKey());
  }
}
