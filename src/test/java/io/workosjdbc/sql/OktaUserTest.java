package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.SmallPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked of Okta for users (api/okta.md section 5). */
class OktaUserTest {
  @RegisterExtension static final OktaService OKTA = OktaService.of(OktaWorld.data());

  private static final String USERS = "GET /api/v1/users?limit=200&";

  @Test
  void aScanHasTheDeprovisionedToo() {
    OKTA.sql("select id, status from okta_user")
        .sends(USERS + "filter=" + OktaWorld.EVERYBODY)
        .returns(
            "00u_ada|ACTIVE",
            "00u_ben|DEPROVISIONED",
            "00u_cyd|ACTIVE",
            "00u_dot|STAGED",
            "00u_eve|SUSPENDED")
        .sameWithoutPushdown();
  }

  /** Okta may come to have more of them. */
  @Test
  void aScanHasThoseOfAnUnknownStatusToo() {
    var service = OktaService.of(OktaWorld.dataOf("00u_fay", "HIBERNATING"));
    try (var server = service.server()) {
      service.sql("select id, status from okta_user").returns("00u_fay|HIBERNATING");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aKeyIsFetched() {
    OKTA.sql("select login, status from okta_user where id = '00u_ben'")
        .sends("GET /api/v1/users/00u_ben")
        .returns("ben@acme.example|DEPROVISIONED")
        .sameWithoutPushdown();
  }

  /** Okta takes logins for ids, SQL does not. */
  @Test
  void aLoginIsNoId() {
    OKTA.sql("select id from okta_user where id = 'ada@acme.example'")
        .sends("GET /api/v1/users/ada@acme.example")
        .returnsNothing()
        .sameWithoutPushdown();
    OKTA.sql("select id from okta_user where id = 'nobody'").returnsNothing();
  }

  @Test
  void severalKeysAreOneList() {
    OKTA.sql("select id from okta_user where id in ('00u_ada', '00u_eve', '00u_x')")
        .sends(USERS + "filter=(id eq \"00u_ada\" or id eq \"00u_eve\" or id eq \"00u_x\")")
        .returns("00u_ada", "00u_eve")
        .sameWithoutPushdown();
  }

  @Test
  void equalityOfSevenAttributesIsFiltered() {
    OKTA.sql("select id from okta_user where status = 'ACTIVE' and email = 'ada@acme.example'")
        .sends(USERS + "filter=status eq \"ACTIVE\" and profile.email eq \"ada@acme.example\"")
        .returns("00u_ada")
        .sameWithoutPushdown();
  }

  /** Upper and lower case are the same to a search. */
  @Test
  void otherAttributesAreSearched() {
    OKTA.sql("select id from okta_user where department = 'Sales'")
        .sends(USERS + "search=profile.department eq \"Sales\"")
        .returns("00u_ada", "00u_ben")
        .sameWithoutPushdown();
  }

  @Test
  void aSearchSaysWhatAFilterCannot() {
    OKTA.sql("select id from okta_user where status = 'ACTIVE' and department like 'Sa%'")
        .sends(USERS + "search=status eq \"ACTIVE\" and profile.department sw \"Sa\"")
        .returns("00u_ada")
        .sameWithoutPushdown();
  }

  /** Who was created a moment ago is in no answer to a search. */
  @Test
  void aFilterThatNamesUsersIsNoSearch() {
    OKTA.sql("select id from okta_user where email = 'ada@acme.example' and department = 'Sales'")
        .sends(USERS + "filter=profile.email eq \"ada@acme.example\"")
        .returns("00u_ada")
        .sameWithoutPushdown();
    OKTA.sql(
            "select id from okta_user where login in ('ada@acme.example', 'CYD@beta.example')"
                + " and department like 'Sal%' and created_at > timestamp '2025-01-01 00:00:00'")
        .sends(
            USERS
                + "filter=(profile.login eq \"CYD@beta.example\""
                + " or profile.login eq \"ada@acme.example\")")
        .returns("00u_ada")
        .sameWithoutPushdown();
  }

  @Test
  void textsAreLookedForInFourAttributes() {
    OKTA.sql("select id from okta_user where email like '%@beta.%'")
        .sends(USERS + "search=profile.email co \"@beta.\"")
        .returns("00u_cyd", "00u_dot")
        .sameWithoutPushdown();
    OKTA.sql("select id from okta_user where department like '%ales'")
        .sends(USERS + "filter=" + OktaWorld.EVERYBODY)
        .returns("00u_ada", "00u_ben", "00u_dot")
        .sameWithoutPushdown();
  }

  @Test
  void quotesAreEscaped() {
    OKTA.sql("select id from okta_user where first_name = 'Cyd \"C\\\"'")
        .sends(USERS + "filter=profile.firstName eq \"Cyd \\\"C\\\\\\\"\"")
        .returns("00u_cyd")
        .sameWithoutPushdown();
  }

  @Test
  void timesAreRanges() {
    OKTA.sql(
            "select id from okta_user where created_at >= timestamp '2026-02-01 10:00:00'"
                + " and created_at < timestamp '2026-04-01 10:00:00'")
        .sends(
            USERS
                + "search=created ge \"2026-02-01T10:00:00.000Z\""
                + " and created lt \"2026-04-01T10:00:00.000Z\"")
        .returns("00u_ben", "00u_cyd")
        .sameWithoutPushdown();
    OKTA.sql("select id from okta_user where last_updated = timestamp '2026-02-01 10:01:00'")
        .sends(
            USERS
                + "filter=(lastUpdated ge \"2026-02-01T10:01:00.000Z\""
                + " and lastUpdated lt \"2026-02-01T10:01:00.001Z\")")
        .returns("00u_ben")
        .sameWithoutPushdown();
  }

  @Test
  void alternativesAreOneExpression() {
    OKTA.sql("select id from okta_user where status = 'STAGED' or last_name = 'Nobody'")
        .sends(USERS + "filter=(status eq \"STAGED\" or profile.lastName eq \"Nobody\")")
        .returns("00u_dot")
        .sameWithoutPushdown();
    OKTA.sql("select id from okta_user where status = 'STAGED' or locale is null")
        .sends(USERS + "filter=" + OktaWorld.EVERYBODY)
        .sameWithoutPushdown();
  }

  @Test
  void inequalityIsNotSent() {
    OKTA.sql("select id from okta_user where status <> 'ACTIVE' and last_name > 'A'")
        .sends(USERS + "filter=" + OktaWorld.EVERYBODY)
        .returns("00u_ben", "00u_dot", "00u_eve")
        .sameWithoutPushdown();
  }

  @Test
  void linksAreFollowed() {
    OKTA.server().fail(Fault.every("/", new SmallPages(2)));
    OKTA.sql("select id from okta_user where last_name = 'Doe'")
        .sends(3, "GET /api/v1/users?")
        .returns("00u_ada", "00u_ben", "00u_cyd", "00u_dot", "00u_eve");
  }

  @Test
  void limitStopsAfterTheFirstPage() {
    OKTA.server().fail(Fault.every("/", new SmallPages(2)));
    OKTA.sql("select id from okta_user limit 2").sends(1, USERS).returns("00u_ada", "00u_ben");
  }

  @Test
  void secretsAreMasked() {
    OKTA.sql("select id from okta_user where id = '00u_ada' and raw like '%secret%'")
        .returnsNothing();
  }

  @Test
  void theProfileHasWhatNoColumnHas() {
    OKTA.sql("select json_value(profile, '$.shoeSize') from okta_user where id = '00u_ada'")
        .returns("42");
  }
}
