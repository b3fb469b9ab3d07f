package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Joins, sub-queries and groups over several environments happen in each of them. */
class EnvironmentJoinsTest {
  private static final String CONNECTIONS = "GET /connections?limit=100";

  @RegisterExtension static final Estate ESTATE = Estate.ofTwo();

  private static Estate.Answered sql(String statement) {
    return ESTATE.sql(statement);
  }

  @Test
  void aJoinWithinTheEnvironmentAsksEachForItsOwnKeys() {
    sql("""
        select c._environment, c.id, o.name from workos_all.workos_connection c
        join workos_all.workos_organization o
          on o._environment = c._environment and o.id = c.organization_id
        where c.id = 'conn_okta' and c._environment = 'staging'""")
        .returns("staging|conn_okta|Acme")
        .sends("staging", "GET /connections/conn_okta", "GET /organizations/org_acme")
        .sends("production");
    sql("""
        select c._environment, o.name from workos_all.workos_connection c
        join workos_all.workos_organization o
          on o._environment = c._environment and o.id = c.organization_id
        where c.id = 'conn_okta'""")
        .returnsInAnyOrder("production|Acme", "staging|Acme")
        .sendsEach("GET /connections/conn_okta", "GET /organizations/org_acme");
  }

  @Test
  void threeTablesAreJoinedInEach() {
    sql("""
        select o._environment, c.id, d.id from workos_all.workos_organization o
        join workos_all.workos_connection c
          on c._environment = o._environment and c.organization_id = o.id
        left join workos_all.workos_directory d
          on d._environment = o._environment and d.organization_id = o.id
        where o.id = 'org_beta'""")
        .returnsInAnyOrder(
            "production|conn_pending|directory_entra",
            "production|conn_new|directory_entra",
            "staging|conn_pending|null",
            "staging|conn_new|null")
        .sendsEach(
            "GET /organizations/org_beta",
            CONNECTIONS + "&organization_id=org_beta",
            "GET /directories?limit=100&organization_id=org_beta");
  }

  @Test
  void whatOneHasAndTheOtherLacksIsFound() {
    sql("select id from production.workos_organization"
            + " where id not in (select id from staging.workos_organization)")
        .returns("org_zoe");
    sql("""
        select o._environment, o.id from workos_all.workos_organization o
        where not exists (select 1 from workos_all.workos_directory d
          where d._environment = o._environment and d.organization_id = o.id)
        and o.id in ('org_acme', 'org_gamma')""")
        .returnsInAnyOrder("staging|org_acme", "production|org_gamma", "staging|org_gamma");
  }

  @Test
  void longListsOfKeysAreForAllOfThem() {
    var keys =
        IntStream.range(0, 120).mapToObj(i -> "'org_" + i + "'").collect(Collectors.joining(","));
    sql("select _environment, id from workos_all.workos_organization where id in ('org_zoe', "
            + keys
            + ")")
        .returns("production|org_zoe");
    sql("select count(*) from workos_all.workos_organization where id not in ('org_zoe', "
            + keys
            + ")")
        .returns("8");
  }

  @Test
  void groupsAreCounted() {
    sql("select _environment, count(*) from workos_all.workos_organization group by _environment")
        .returnsInAnyOrder("production|5", "staging|4")
        .sendsEach("GET /organizations?limit=100");
    sql("select id, count(*) from workos_all.workos_organization group by id"
            + " having count(*) = 1")
        .returns("org_zoe|1");
    sql("select count(*), count(distinct id) from workos_all.workos_organization").returns("9|5");
  }

  @Test
  void keysFromElsewhereAreAskedOfEach() {
    sql("""
        select o._environment, o.id from staging.workos_connection c
        join workos_all.workos_organization o on o.id = c.organization_id
        where c.id = 'conn_okta'""")
        .returnsInAnyOrder("production|org_acme", "staging|org_acme")
        .sends("staging", "GET /connections/conn_okta", "GET /organizations/org_acme")
        .sends("production", "GET /organizations/org_acme");
  }

  @Test
  void theRowsAreThoseOfAUnionByHand() {
    for (var statement :
        new String[] {
          "select * from workos_all.workos_connection",
          "select id from workos_all.workos_connection where _environment = 'staging'",
          "select _environment || id from workos_all.workos_connection"
              + " where organization_id in ('org_acme', 'org_beta') or _environment = 'production'",
          "select c.id, c._environment, d._environment, d.id from workos_all.workos_connection c"
              + " left join workos_all.workos_directory d on c._environment = d._environment"
              + " and c.organization_id = d.organization_id",
          "select a.id from workos_all.workos_connection a full join workos_all.workos_connection b"
              + " on a._environment = b._environment and a.organization_id = b.id",
          "select a.id, b._environment from workos_all.workos_connection a"
              + " join workos_all.workos_connection b on a.id = b.id"
              + " and a._environment <> b._environment",
          "select _environment, organization_id, count(*), max(created_at)"
              + " from workos_all.workos_directory group by _environment, organization_id",
          "select organization_id, count(*) from workos_all.workos_connection"
              + " where _environment like '%n%' group by organization_id",
          "select o.id, (select count(*) from workos_all.workos_directory d"
              + " where d._environment = o._environment and d.organization_id = o.id)"
              + " from workos_all.workos_organization o",
          "select distinct _environment from workos_all.workos_connection",
          "select id from workos_all.workos_connection where _environment ="
              + " (select min(_environment) from workos_all.workos_organization)",
          "select _environment, id, row_number() over (partition by _environment order by id)"
              + " from workos_all.workos_organization",
          "select id from workos_all.workos_organization where _environment = 'production' except"
              + " select id from workos_all.workos_organization where _environment = 'staging'"
        }) {
      assertThat(sql(statement).rows())
          .as(statement)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(sql(byHand(statement)).rows())
          .containsExactlyInAnyOrderElementsOf(ESTATE.sqlWith("pushdown=off", statement).rows());
    }
  }

  private static String byHand(String statement) {
    return statement.replaceAll(
        "workos_all[.](\\w+)",
        "(select 'production' as _environment, t.* from production.$1 t"
            + " union all select 'staging' as _environment, t.* from staging.$1 t)");
  }
}
