package io.workosjdbc.sql;

import io.workosjdbc.demo.Quirk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requests and rows of {@code workos_connection}. */
class ConnectionTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void everyColumnIsRead() {
    sql("select id, name, connection_type, state, organization_id, domains, created_at, updated_at"
            + " from workos_connection where id = 'conn_new'")
        .sends("GET /connections/conn_new")
        .returns(
            "conn_new|Sign in conn_new|BrandNewOIDC|draft|org_beta|beta.example,beta.test"
                + "|2026-05-01 08:00:08.000|2026-05-01 08:00:08.000")
        .sameWithoutPushdown();
  }

  @Test
  void anAbsentOrganizationIsNull() {
    sql("select id from workos_connection where organization_id is null")
        .sends("GET /connections?limit=100")
        .returns("conn_orphan")
        .sameWithoutPushdown();
  }

  @Test
  void organizationIdIsSent() {
    sql("select id from workos_connection where organization_id = 'org_acme'")
        .sends("GET /connections?limit=100&organization_id=org_acme")
        .returns("conn_github", "conn_okta")
        .sameWithoutPushdown();
  }

  @Test
  void notDistinctFromAValueIsEquality() {
    sql("select id from workos_connection where organization_id is not distinct from 'org_gamma'")
        .sends("GET /connections?limit=100&organization_id=org_gamma")
        .returns("conn_google")
        .sameWithoutPushdown();
  }

  @Test
  void organizationIdsAreOneListEach() {
    sql("select id from workos_connection where organization_id in ('org_beta', 'org_none')")
        .sends(
            "GET /connections?limit=100&organization_id=org_beta",
            "GET /connections?limit=100&organization_id=org_none")
        .returns("conn_pending", "conn_new")
        .sameWithoutPushdown();
  }

  @Test
  void anOrganizationThatTheServiceRefusesIsNoRow() {
    API.server().quirks(Quirk.UNKNOWN_ORGANIZATION_REFUSED);

    sql("select id from workos_connection where organization_id in ('org_none', 'org_beta')")
        .sends(2, "GET /connections?limit=100&organization_id=")
        .returns("conn_pending", "conn_new");
  }

  @Test
  void connectionTypeIsSent() {
    sql("select id from workos_connection where connection_type = 'OktaSAML'")
        .sends("GET /connections?limit=100&connection_type=OktaSAML")
        .returns("conn_orphan", "conn_okta", "conn_gone")
        .sameWithoutPushdown();
  }

  @Test
  void aTypeThatTheFilterDoesNotKnowReadsTheList() {
    for (var type : new String[] {"GitHubOAuth", "Pending", "BrandNewOIDC"}) {
      sql("select connection_type from workos_connection where connection_type = '" + type + "'")
          .sends("GET /connections?limit=100")
          .returns(type)
          .sameWithoutPushdown();
    }
  }

  @Test
  void theFiltersSpellingOfGitHubMatchesNoRow() {
    sql("select id from workos_connection where connection_type = 'GithubOAuth'")
        .sends("GET /connections?limit=100&connection_type=GithubOAuth")
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void oneUnknownTypeAmongKnownOnesReadsTheList() {
    sql("select id from workos_connection where connection_type in ('OktaSAML', 'Pending')")
        .sends("GET /connections?limit=100")
        .returns("conn_pending", "conn_orphan", "conn_okta", "conn_gone")
        .sameWithoutPushdown();
  }

  @Test
  void filtersAreSentTogether() {
    sql("""
        select id from workos_connection
        where organization_id = 'org_acme' and connection_type = 'OktaSAML'
          and domains = 'acme.example' and state = 'active'""")
        .sends(
            "GET /connections?limit=100&organization_id=org_acme&connection_type=OktaSAML"
                + "&domain=acme.example")
        .returns("conn_okta")
        .sameWithoutPushdown();
  }

  @Test
  void twoInListsAreEveryCombination() {
    sql("""
        select id from workos_connection where organization_id in ('org_acme', 'org_gamma')
          and connection_type in ('OktaSAML', 'GoogleOAuth')""")
        .sends(4, "GET /connections?limit=100&organization_id=")
        .returnsInAnyOrder("conn_okta", "conn_google")
        .sameWithoutPushdown();
  }

  @Test
  void domainNarrowsByTheFirstOne() {
    sql("select id from workos_connection where domains = 'beta.example,beta.test'")
        .sends("GET /connections?limit=100&domain=beta.example")
        .returns("conn_new")
        .sameWithoutPushdown();
  }

  @Test
  void anIdAndAnOrganizationAreAGetAndAFilter() {
    sql("select id from workos_connection where id = 'conn_okta' and organization_id = 'org_beta'")
        .sends(1, "GET /connections")
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void whatTheApiCannotFilterReadsTheList() {
    for (var filter :
        new String[] {
          "state = 'requires_type'",
          "name = 'Sign in conn_pending'",
          "domains like '%beta.example' and organization_id > 'org_b'",
          "connection_type <> 'OktaSAML' and connection_type like 'P%'",
          "connection_type ilike 'pending'",
          "organization_id like 'org_be%' and state like 'req%'",
          "lower(organization_id) = 'org_beta' and state <> 'draft'",
          "created_at = timestamp '2026-05-01 08:00:12'",
          "organization_id = 'org_none' or state = 'requires_type'"
        }) {
      sql("select id from workos_connection where " + filter)
          .sends("GET /connections?limit=100")
          .returns("conn_pending")
          .sameWithoutPushdown();
    }
  }
}
