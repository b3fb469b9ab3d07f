package io.workosjdbc.sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Joins and sub-queries ask one side only for the keys of the other. */
class JoinTest {
  private static final String JUNE = " and e.created_at >= timestamp '2026-06-10 00:00:00'";

  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void aJoinByKeyIsTwoGets() {
    sql("""
        select c.id, o.name from workos_connection c
        join workos_organization o on c.organization_id = o.id where c.id = 'conn_okta'""")
        .sends("GET /connections/conn_okta", "GET /organizations/org_acme")
        .returns("conn_okta|Acme")
        .sameWithoutPushdown();
  }

  @Test
  void threeTablesBoundedByOneKeyAreThreeRequests() {
    sql("""
        select o.name, c.id, d.id from workos_organization o
        join workos_connection c on c.organization_id = o.id
        join workos_directory d on d.organization_id = o.id where o.id = 'org_acme'""")
        .sends(
            "GET /organizations/org_acme",
            "GET /connections?limit=100&organization_id=org_acme",
            "GET /directories?limit=100&organization_id=org_acme")
        .returnsInAnyOrder(
            "Acme|conn_github|directory_hr",
            "Acme|conn_github|directory_okta",
            "Acme|conn_okta|directory_hr",
            "Acme|conn_okta|directory_okta")
        .sameWithoutPushdown();
  }

  @Test
  void threeTablesInAChainAreThreeRequests() {
    sql("""
        select d.id, o.name, c.id from workos_directory d
        join workos_organization o on d.organization_id = o.id
        join workos_connection c on c.organization_id = o.id where d.id = 'directory_entra'""")
        .sends(
            "GET /directories/directory_entra",
            "GET /organizations/org_beta",
            "GET /connections?limit=100&organization_id=org_beta")
        .returnsInAnyOrder("directory_entra|Beta|conn_pending", "directory_entra|Beta|conn_new")
        .sameWithoutPushdown();
  }

  @Test
  void aLeftJoinKeepsRowsWithoutPartner() {
    sql("""
        select c.id, o.name from workos_connection c
        left join workos_organization o on c.organization_id = o.id
        where c.id in ('conn_okta', 'conn_orphan', 'conn_gone')""")
        .sends(
            "GET /connections/conn_gone",
            "GET /connections/conn_okta",
            "GET /connections/conn_orphan",
            "GET /organizations/org_gone",
            "GET /organizations/org_acme")
        .returnsInAnyOrder("conn_okta|Acme", "conn_orphan|null", "conn_gone|null")
        .sameWithoutPushdown();
  }

  @Test
  void aKeyThatIsNullAsksForNothing() {
    sql("""
        select c.id, o.name from workos_connection c
        join workos_organization o on c.organization_id = o.id where c.id = 'conn_orphan'""")
        .sends("GET /connections/conn_orphan")
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void aLeftSideWithoutRowsAsksForNothingElse() {
    sql("""
        select c.id, o.name from workos_connection c
        left join workos_organization o on c.organization_id = o.id where c.id = 'conn_none'""")
        .sends("GET /connections/conn_none")
        .returnsNothing();
  }

  @Test
  void keysAreAskedForOnce() {
    sql("""
        select c.id, o.name from workos_connection c
        join workos_organization o on c.organization_id = o.id
        where c.connection_type = 'OktaSAML' and c.organization_id in ('org_acme', 'org_gone')""")
        .sends(
            "GET /connections?limit=100&organization_id=org_acme&connection_type=OktaSAML",
            "GET /connections?limit=100&organization_id=org_gone&connection_type=OktaSAML",
            "GET /organizations/org_acme",
            "GET /organizations/org_gone")
        .returns("conn_okta|Acme")
        .sameWithoutPushdown();
  }

  @Test
  void inASubQueryIsABindJoin() {
    sql("select name from workos_organization where id in"
            + " (select organization_id from workos_connection where id = 'conn_okta')")
        .sends("GET /connections/conn_okta", "GET /organizations/org_acme")
        .returns("Acme")
        .sameWithoutPushdown();
  }

  @Test
  void notExistsAsksForTheKeysOnly() {
    sql("""
        select o.id from workos_organization o where o.id in ('org_acme', 'org_gamma')
        and not exists (select 1 from workos_directory d where d.organization_id = o.id)""")
        .sends(4, "GET /")
        .returns("org_gamma")
        .sameWithoutPushdown();
  }

  @Test
  void notInMindsNulls() {
    sql("select id from workos_organization where id not in"
            + " (select organization_id from workos_connection)")
        .returnsNothing()
        .sameWithoutPushdown();
    sql("select id from workos_organization where id not in"
            + " (select organization_id from workos_connection where organization_id is not null)")
        .returnsInAnyOrder("org_delta", "org_zoe")
        .sameWithoutPushdown();
  }

  @Test
  void aCorrelatedCountAsksForItsKeysOnly() {
    sql("select name, (select count(*) from workos_connection c where c.organization_id = o.id)"
            + " from workos_organization o where o.id = 'org_acme'")
        .in("cache=memory")
        .sends("GET /organizations/org_acme", "GET /connections?limit=100&organization_id=org_acme")
        .returns("Acme|2")
        .sameWithoutPushdown();
  }

  @Test
  void aCorrelatedCountOfNothingIsZero() {
    sql("select id, (select count(*) from workos_directory d where d.organization_id = o.id)"
            + " from workos_organization o")
        .returnsInAnyOrder("org_acme|2", "org_beta|1", "org_gamma|0", "org_delta|0", "org_zoe|0")
        .sameWithoutPushdown();
  }

  @Test
  void aJoinOfWholeTablesIsTheirLists() {
    sql("select o.name, c.id from workos_organization o"
            + " join workos_connection c on c.organization_id = o.id")
        .sends("GET /connections?limit=100", "GET /organizations?limit=100")
        .sameWithoutPushdown();
  }

  @Test
  void eventsAreAskedForByOrganization() {
    sql("select o.name, count(*) from workos_organization o"
            + " join workos_auth_event e on e.organization_id = o.id"
            + " where o.external_id = 'crm-1'"
            + JUNE
            + " group by o.name")
        .sends(
            "GET /organizations/external_id/crm-1",
            "GET /events?limit=100&events={events}&organization_id=org_acme&order=asc"
                + "&range_start=2026-06-09T23:59:59.999Z&range_end={now+5m}")
        .returns("Acme|3")
        .sameWithoutPushdown();
  }

  @Test
  void aJoinWithAGroupIsAskedForByItsKey() {
    sql("""
        select o.name, n from workos_organization o join
          (select organization_id, count(*) as n from workos_connection group by organization_id) c
          on c.organization_id = o.id where o.id = 'org_beta'""")
        .sends("GET /organizations/org_beta", "GET /connections?limit=100&organization_id=org_beta")
        .returns("Beta|2")
        .sameWithoutPushdown();
  }

  @Test
  void aFilterOfTheOtherSideIsSentWithTheKeys() {
    sql("""
        select o.name, c.id from workos_organization o
        join workos_connection c on c.organization_id = o.id and c.connection_type = 'OktaSAML'
        where o.id = 'org_acme'""")
        .sends(
            "GET /organizations/org_acme",
            "GET /connections?limit=100&organization_id=org_acme&connection_type=OktaSAML")
        .returns("Acme|conn_okta")
        .sameWithoutPushdown();
  }

  @Test
  void fullAndRightJoinsKeepTheirRows() {
    sql("select c.id, d.id from workos_connection c"
            + " full join workos_directory d on c.organization_id = d.organization_id"
            + " where c.id is null or d.id is null")
        .returnsInAnyOrder("conn_google|null", "conn_orphan|null")
        .sameWithoutPushdown();
    sql("select o.id from workos_connection c"
            + " right join workos_organization o on c.organization_id = o.id where c.id is null")
        .returnsInAnyOrder("org_delta", "org_zoe")
        .sameWithoutPushdown();
  }

  @Test
  void aSelfJoinOnAColumnThatIsNoKeyHasAllPairs() {
    sql("select a.organization_id from workos_connection a"
            + " join workos_connection b on a.organization_id = b.organization_id"
            + " where a.organization_id = 'org_acme'")
        .returns("org_acme", "org_acme", "org_acme", "org_acme")
        .sameWithoutPushdown();
  }

  /** With the keys of the whole table, the first column left would be taken for the primary key. */
  @Test
  void aJoinWithoutTheKeyColumnsKeepsItsRows() {
    sql("select count(*) from (select organization_id from workos_connection) a"
            + " left join (select organization_id from workos_directory) b"
            + " on a.organization_id = b.organization_id")
        .returns("9")
        .sameWithoutPushdown();
    sql("select d.organization_id from workos_directory d"
            + " left join (select organization_id from workos_connection) c"
            + " on d.organization_id = c.organization_id where d.id = 'directory_hr'")
        .returns("org_acme", "org_acme")
        .sameWithoutPushdown();
    sql("select organization_id, count(*) from (select organization_id from workos_directory)"
            + " group by organization_id having count(*) > 1")
        .returns("org_acme|2")
        .sameWithoutPushdown();
    sql("select count(distinct organization_id), count(organization_id) from workos_directory")
        .returns("3|4")
        .sameWithoutPushdown();
    sql("select distinct organization_id from workos_directory")
        .returnsInAnyOrder("org_acme", "org_beta", "org_gone")
        .sameWithoutPushdown();
  }
}
