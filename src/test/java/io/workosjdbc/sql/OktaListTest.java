package io.workosjdbc.sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked of Okta for groups, applications and factors (api/okta.md sections 6 and 8). */
class OktaListTest {
  @RegisterExtension static final OktaService OKTA = OktaService.of(OktaWorld.data());

  private static final String GROUPS = "GET /api/v1/groups?limit=200";
  private static final String APPS = "GET /api/v1/apps?limit=200";

  @Test
  void groupsAreFilteredAndSearched() {
    OKTA.sql("select id from okta_group")
        .sends(GROUPS)
        .returnsInAnyOrder("00g_all", "00g_none", "00g_sales");
    OKTA.sql("select id from okta_group where type = 'BUILT_IN'")
        .sends(GROUPS + "&filter=type eq \"BUILT_IN\"")
        .returns("00g_all")
        .sameWithoutPushdown();
    OKTA.sql("select id from okta_group where name like 'Sales%'")
        .sends(GROUPS + "&search=profile.name sw \"Sales\"")
        .returns("00g_sales")
        .sameWithoutPushdown();
    OKTA.sql("select name from okta_group where id = '00g_sales'")
        .sends("GET /api/v1/groups/00g_sales")
        .returns("Sales EMEA")
        .sameWithoutPushdown();
  }

  @Test
  void membersAreAListForEachGroup() {
    OKTA.sql("select group_id, user_id from okta_group_member")
        .sends(
            GROUPS,
            "GET /api/v1/groups/00g_all/users?limit=200",
            "GET /api/v1/groups/00g_none/users?limit=200",
            "GET /api/v1/groups/00g_sales/users?limit=200")
        .returnsInAnyOrder(
            "00g_all|00u_ada",
            "00g_all|00u_cyd",
            "00g_all|00u_dot",
            "00g_all|00u_eve",
            "00g_sales|00u_ada");
    OKTA.sql("select login from okta_group_member where group_id = '00g_sales'")
        .sends("GET /api/v1/groups/00g_sales/users?limit=200")
        .returns("ada@acme.example")
        .sameWithoutPushdown();
  }

  @Test
  void aJoinAsksForTheMembersOfItsGroups() {
    OKTA.sql(
            "select m.login from okta_group g join okta_group_member m on m.group_id = g.id"
                + " where g.type = 'OKTA_GROUP'")
        .sends(
            GROUPS + "&filter=type eq \"OKTA_GROUP\"",
            "GET /api/v1/groups/00g_sales/users?limit=200")
        .returns("ada@acme.example")
        .sameWithoutPushdown();
  }

  /** Whether comparisons of applications can be joined is not documented. */
  @Test
  void applicationsAreFilteredByOneThing() {
    OKTA.sql("select id from okta_application where name = 'slack' and status = 'ACTIVE'")
        .sends(1, APPS + "&filter=")
        .returns("0oa_3")
        .sameWithoutPushdown();
    OKTA.sql("select id from okta_application where name in ('slack', 'workos')")
        .sends(APPS + "&filter=name eq \"slack\"", APPS + "&filter=name eq \"workos\"")
        .returnsInAnyOrder("0oa_1", "0oa_2", "0oa_3")
        .sameWithoutPushdown();
    OKTA.sql("select id from okta_application where name in ('slack', 'workos', 'zoom')")
        .sends(APPS)
        .returnsInAnyOrder("0oa_1", "0oa_2", "0oa_3")
        .sameWithoutPushdown();
  }

  @Test
  void usersOfApplicationsAreAListForEach() {
    OKTA.sql("select user_id from okta_application_user where application_id = '0oa_1'")
        .sends("GET /api/v1/apps/0oa_1/users?limit=500")
        .returns("00u_ada", "00u_cyd")
        .sameWithoutPushdown();
  }

  @Test
  void factorsNeedAUser() {
    OKTA.sql("select id from okta_factor").fails("22023", "WHERE user_id = '...'");
    OKTA.sql("select id, factor_type from okta_factor where user_id = '00u_ada'")
        .sends("GET /api/v1/users/00u_ada/factors")
        .returns("mfa_1|push", "mfa_2|push")
        .sameWithoutPushdown();
    OKTA.sql("select id from okta_factor where user_id = '00u_x'").returnsNothing();
  }

  @Test
  void aJoinAsksForTheFactorsOfItsUsers() {
    OKTA.sql(
            "select f.id from okta_user u join okta_factor f on f.user_id = u.id"
                + " where u.email = 'ada@acme.example'")
        .sends(
            "GET /api/v1/users?limit=200&filter=profile.email eq \"ada@acme.example\"",
            "GET /api/v1/users/00u_ada/factors")
        .returns("mfa_1", "mfa_2");
  }

  @Test
  void secretsAreMasked() {
    OKTA.sql("select id from okta_application where raw like '%\"secret\"%'").returnsNothing();
    OKTA.sql("select id from okta_factor where user_id = '00u_ada' and raw like '%\"secret\"%'")
        .returnsNothing();
  }
}
