package io.workosjdbc.sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requests and rows of {@code workos_organization}. */
class OrganizationTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void everythingIsOneList() {
    sql("select id, name from workos_organization")
        .sends("GET /organizations?limit=100")
        .returns(
            "org_zoe|Zoë \"O'Hara\"",
            "org_gamma|Gamma",
            "org_delta|100% delta_co",
            "org_beta|Beta",
            "org_acme|Acme")
        .sameWithoutPushdown();
  }

  @Test
  void everyColumnIsRead() {
    sql("""
        select id, name, domains, external_id, stripe_customer_id, metadata,
          allow_profiles_outside_organization, created_at, updated_at
        from workos_organization where id in ('org_acme', 'org_gamma') order by id""")
        .sends("GET /organizations/org_acme", "GET /organizations/org_gamma")
        .returns(
            "org_acme|Acme|acme.example,acme.test|crm-1|cus_1|{\"tier\":\"gold\"}|true"
                + "|2026-01-01 00:00:00.000|2026-01-01 00:01:00.000",
            "org_gamma|Gamma|null|null|null|{}|null"
                + "|2026-03-01 00:00:00.000|2026-03-01 00:01:00.000")
        .sameWithoutPushdown();
  }

  @Test
  void rawMasksTheVerificationToken() {
    sql("select json_value(raw, '$.domains[0].verification_token') from workos_organization"
            + " where id = 'org_beta'")
        .sends("GET /organizations/org_beta")
        .returns("***")
        .sameWithoutPushdown();
  }

  @Test
  void idIsASingleGet() {
    sql("select name from workos_organization where id = 'org_acme'")
        .sends("GET /organizations/org_acme")
        .returns("Acme")
        .sameWithoutPushdown();
  }

  @Test
  void anUnknownIdIsNoRow() {
    sql("select name from workos_organization where id = 'org_none'")
        .sends("GET /organizations/org_none")
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void idOnTheRightIsASingleGetToo() {
    sql("select name from workos_organization where 'org_acme' = id")
        .sends("GET /organizations/org_acme")
        .returns("Acme");
  }

  @Test
  void idsAreAskedForEachOnce() {
    sql("select name from workos_organization"
            + " where id in ('org_beta', 'org_none', 'org_acme', 'org_beta')")
        .sends(
            "GET /organizations/org_acme",
            "GET /organizations/org_beta",
            "GET /organizations/org_none")
        .returnsInAnyOrder("Beta", "Acme")
        .sameWithoutPushdown();
  }

  @Test
  void idOrIdIsAnInList() {
    sql("select name from workos_organization where id = 'org_beta' or id = 'org_acme'")
        .sends("GET /organizations/org_acme", "GET /organizations/org_beta")
        .returnsInAnyOrder("Beta", "Acme")
        .sameWithoutPushdown();
  }

  @Test
  void twoIdsAtOnceSendNothing() {
    sql("select name from workos_organization where id = 'org_beta' and id = 'org_acme'")
        .sendsNothing()
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void onlyWhatTwoInListsShareIsAskedFor() {
    sql("""
        select name from workos_organization
        where id in ('org_acme', 'org_beta') and id in ('org_beta', 'org_zoe')""")
        .sends("GET /organizations/org_beta")
        .returns("Beta")
        .sameWithoutPushdown();
  }

  @Test
  void anIdThatIsNoPathSegmentIsNotPutIntoOne() {
    for (var id : new String[] {"", ".", ".."}) {
      sql("select name from workos_organization where id = '" + id + "'")
          .sends("GET /organizations?limit=100")
          .returnsNothing()
          .sameWithoutPushdown();
    }
    sql("select name from workos_organization where id = 'a/../b?c=d#e'")
        .sends("GET /organizations/a/../b?c=d#e") // The log is decoded; it was one segment.
        .returnsNothing();
    var sent = API.server().loggedRequests().get(0).target();
    org.assertj.core.api.Assertions.assertThat(sent)
        .isEqualTo("/organizations/a%2F..%2Fb%3Fc%3Dd%23e");
  }

  @Test
  void externalIdIsASingleGet() {
    sql("select id from workos_organization where external_id = 'crm/2 é'")
        .sends("GET /organizations/external_id/crm/2 é")
        .returns("org_beta")
        .sameWithoutPushdown();
  }

  @Test
  void externalIdsAreAskedForOneByOne() {
    sql("select id from workos_organization where external_id in ('crm-1', 'crm-9')")
        .sends("GET /organizations/external_id/crm-1", "GET /organizations/external_id/crm-9")
        .returns("org_acme")
        .sameWithoutPushdown();
  }

  @Test
  void anIdIsPreferredToAnExternalId() {
    sql("select name from workos_organization where external_id = 'crm-1' and id = 'org_acme'")
        .sends(1, "GET /organizations/")
        .returns("Acme")
        .sameWithoutPushdown();
  }

  @Test
  void externalIdIsNullReadsTheList() {
    sql("select id from workos_organization where external_id is null")
        .sends("GET /organizations?limit=100")
        .returns("org_gamma", "org_delta")
        .sameWithoutPushdown();
  }

  @Test
  void domainsNarrowByTheirFirstElement() {
    sql("select id from workos_organization where domains = 'acme.example,acme.test'")
        .sends("GET /organizations?limit=100&domains=acme.example")
        .returns("org_acme")
        .sameWithoutPushdown();
  }

  @Test
  void aDomainThatIsAnothersSecondIsNoMatch() {
    sql("select id from workos_organization where domains = 'acme.test'")
        .sends("GET /organizations?limit=100&domains=acme.test")
        .returns("org_delta")
        .sameWithoutPushdown();
  }

  @Test
  void domainsInAListAreOneRequestEach() {
    sql("select id from workos_organization where domains in ('acme.test', 'beta.example')")
        .sends(
            "GET /organizations?limit=100&domains=acme.test",
            "GET /organizations?limit=100&domains=beta.example")
        .returns("org_delta", "org_beta")
        .sameWithoutPushdown();
  }

  @Test
  void twoListsOfDomainsWithOneFirstElementAreOneRequest() {
    sql("select id from workos_organization where domains in ('acme.test', 'acme.test,b.example')")
        .sends("GET /organizations?limit=100&domains=acme.test")
        .returns("org_delta")
        .sameWithoutPushdown();
  }

  @Test
  void whatTheApiCannotFilterReadsTheList() {
    for (var filter :
        new String[] {
          "name = 'Acme'",
          "name like 'A%'",
          "id <> 'org_beta' and domains like '%acme.test'",
          "id like 'org_a%'",
          "lower(id) = 'org_acme'",
          "upper(external_id) = 'CRM-1'",
          "stripe_customer_id = 'cus_1'",
          "allow_profiles_outside_organization",
          "created_at < timestamp '2026-01-15 00:00:00'",
          "updated_at < timestamp '2026-01-15 00:00:00'",
          "json_value(metadata, '$.tier') = 'gold'",
          "raw like '%crm-1%'",
          "id = 'org_acme' or name = 'Acme'",
          "cast(id as varchar(8)) = 'org_acme'",
          "id between 'org_a' and 'org_b'"
        }) {
      sql("select id from workos_organization where " + filter + " and id <> 'org_delta'")
          .sends("GET /organizations?limit=100")
          .returns("org_acme")
          .sameWithoutPushdown();
    }
  }

  @Test
  void aCastThatChangesNothingIsSeenThrough() {
    sql("select name from workos_organization where cast(id as varchar) = 'org_acme'")
        .sends("GET /organizations/org_acme")
        .returns("Acme")
        .sameWithoutPushdown();
  }

  @Test
  void wildcardsAndEscapesOfLikeAreNoLiteral() {
    sql("select id from workos_organization where name like '100!% delta!_co' escape '!'")
        .sends("GET /organizations?limit=100")
        .returns("org_delta")
        .sameWithoutPushdown();
  }

  @Test
  void aServiceThatIgnoresTheFilterChangesNothing() {
    API.server().quirks(io.workosjdbc.demo.Quirk.LIST_FILTERS_IGNORED);

    sql("select id from workos_organization where domains in ('acme.test', 'beta.example')")
        .sends(2, "GET /organizations?limit=100&domains=")
        .returns("org_delta", "org_beta");
  }
}
