package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.Fault;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several environments in one connection, each a schema, and all of them in one. */
class EnvironmentsTest {
  private static final String CONNECTIONS = "GET /connections?limit=100";

  @RegisterExtension
  static final Estate ESTATE =
      Estate.of(new TreeMap<>(Map.of("production", World.data(), "staging", staging())));

  /** Staging has no directory and lacks one organization. */
  private static DemoData staging() {
    var objects = new ArrayList<DemoObject>();
    World.data().organizations().stream()
        .filter(organization -> !organization.id().equals("org_zoe"))
        .forEach(objects::add);
    objects.addAll(World.data().connections());
    objects.addAll(World.data().events());
    return DemoData.of(objects);
  }

  private static Estate.Answered sql(String statement, Object... parameters) {
    return ESTATE.sql(statement, parameters);
  }

  @Test
  void eachIsASchema() {
    sql("select count(*) from staging.workos_directory")
        .returns("0")
        .sends("staging", "GET /directories?limit=100")
        .sends("production");
    sql("select count(*) from workos_directory")
        .returns("4")
        .sends("production", "GET /directories?limit=100")
        .sends("staging");
  }

  @Test
  void theDefaultSchemaCanBeChosen() {
    ESTATE
        .sqlWith("schema=staging", "select count(*) from workos_organization")
        .returns("4")
        .sends("production");
    ESTATE
        .sqlWith("schema=workos_all", "select count(*) from workos_organization")
        .returns("9")
        .sendsEach("GET /organizations?limit=100");
    ESTATE.sqlWith("schema=nowhere", "select 1").fails("22023", "production, staging, workos_all");
  }

  @Test
  void aTableOfAllNamesTheEnvironmentFirst() {
    sql("select * from workos_all.workos_organization where id = 'org_zoe'")
        .sendsEach("GET /organizations/org_zoe");
    assertThat(
            sql("select * from workos_all.workos_organization where id = 'org_zoe'").rows().get(0))
        .startsWith("production|org_zoe|Zoë");
  }

  @Test
  void aFilterOnTheEnvironmentAsksNoOther() {
    for (var filter :
        new String[] {
          "_environment = 'staging'",
          "_environment in ('staging', 'gone')",
          "_environment <> 'production'",
          "_environment like 'stag%'",
          "lower(_environment) = 'staging'",
          "_environment > 'r' and _environment is not null"
        }) {
      sql("select _environment, id from workos_all.workos_connection where id = 'conn_okta' and "
              + filter)
          .returns("staging|conn_okta")
          .sends("staging", "GET /connections/conn_okta")
          .sends("production");
    }
  }

  @Test
  void aParameterForTheEnvironmentAsksNoOther() {
    sql("select id from workos_all.workos_organization where _environment = ?", "production")
        .sends("production", "GET /organizations?limit=100")
        .sends("staging");
    sql(
            "select count(*) from workos_all.workos_organization where _environment in (?, ?)"
                + " and id = 'org_acme'",
            "gone",
            "staging")
        .returns("1")
        .sends("staging", "GET /organizations/org_acme")
        .sends("production");
    sql("select id from workos_all.workos_organization where _environment = ?", (Object) null)
        .returns()
        .sendsEach();
  }

  @Test
  void aFilterOnWhatIsNotThereAsksNobody() {
    sql("select count(*) from workos_all.workos_organization where _environment = 'gone'")
        .returns("0")
        .sendsEach();
  }

  @Test
  void filtersAreSentToEach() {
    sql("select _environment, id from workos_all.workos_connection"
            + " where organization_id = 'org_acme' order by 1, 2")
        .returns(
            "production|conn_github",
            "production|conn_okta",
            "staging|conn_github",
            "staging|conn_okta")
        .sendsEach(CONNECTIONS + "&organization_id=org_acme");
    sql("select _environment, id from workos_all.workos_connection"
            + " where _environment = 'staging' and id = 'conn_okta'"
            + " or _environment = 'production' and organization_id = 'org_gamma'")
        .returnsInAnyOrder("staging|conn_okta", "production|conn_google")
        .sends("staging", "GET /connections/conn_okta")
        .sends("production", CONNECTIONS + "&organization_id=org_gamma");
  }

  @Test
  void theLatestOfAllReadOneWindowOfEach() {
    var latest =
        sql(
            "select _environment, id, created_at from workos_all.workos_auth_event"
                + " order by created_at desc limit 2");
    assertThat(latest.rows())
        .containsExactlyInAnyOrder(
            "production|event_24|2026-06-28 23:59:59.999",
            "staging|event_24|2026-06-28 23:59:59.999");
    var ofOne = sql("select id from production.workos_auth_event order by created_at desc limit 2");
    assertThat(latest.requests("production")).hasSameSizeAs(ofOne.requests("production"));
    assertThat(latest.requests("staging")).hasSameSizeAs(ofOne.requests("production"));
  }

  @Test
  void aLimitReadsNoFurtherEnvironmentThanItNeeds() {
    sql("select id from workos_all.workos_organization limit 3")
        .sends("production", "GET /organizations?limit=100")
        .sends("staging");
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
  void offsetsAndParametersOfALimitReadNoMoreThanTheirPages() {
    sql("select _environment, id from workos_all.workos_auth_event"
            + " order by created_at desc, _environment, id limit 3 offset 1")
        .returns("staging|event_24", "production|event_22", "production|event_23");
    var limited =
        sql("select id from workos_all.workos_auth_event order by created_at desc limit ?", 2);
    assertThat(limited.rows()).containsExactly("event_24", "event_24");
    var all = sql("select id from workos_all.workos_auth_event order by created_at desc");
    assertThat(limited.requests("staging").size())
        .isLessThanOrEqualTo(all.requests("staging").size());
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

  @Test
  void oneThatFailsFailsTheStatement() {
    ESTATE.server("staging").fail(Fault.every("/connections", Answer.message(403, "Forbidden")));
    sql("select id from workos_all.workos_connection").fails("42501", "GET /connections");
    sql("select count(*) from workos_all.workos_connection where _environment = 'production'")
        .returns("7");
  }

  @Test
  void oneThatFailsIsAWarningWhereTheUserChoseSo() {
    ESTATE.server("staging").fail(Fault.every("/connections", Answer.message(403, "Forbidden")));
    ESTATE
        .sqlWith(
            "onEnvironmentError=warn",
            "select _environment, count(*) from workos_all.workos_connection group by 1")
        .returns("production|7")
        .warns("staging is missing", "403", "GET /connections");
    ESTATE
        .sqlWith("onEnvironmentError=warn", "select count(*) from staging.workos_connection")
        .fails("42501", "GET /connections");
  }

  @Test
  void connectingAndMetadataSendNothing() throws Exception {
    ESTATE.sql("select 1").sendsEach();
    try (var connection = ESTATE.connect("");
        var columns =
            connection.getMetaData().getColumns(null, "workos_all", "workos_directory", "%");
        var keys = connection.getMetaData().getPrimaryKeys(null, "workos_all", "workos_directory");
        var schemas = connection.getMetaData().getSchemas()) {
      columns.next();
      assertThat(columns.getString("COLUMN_NAME")).isEqualTo("_environment");
      assertThat(columns.getInt("NULLABLE")).isZero();
      var key = new ArrayList<String>();
      while (keys.next()) {
        key.add(keys.getString("COLUMN_NAME") + keys.getInt("KEY_SEQ"));
      }
      assertThat(key).containsExactlyInAnyOrder("_environment1", "id2");
      var names = new ArrayList<String>();
      while (schemas.next()) {
        names.add(schemas.getString(1));
      }
      assertThat(names)
          .containsExactlyInAnyOrder("information_schema", "production", "staging", "workos_all");
    }
    sql("select column_name from information_schema.columns where table_schema = 'workos_all'"
            + " and table_name = 'workos_directory' and column_key = 'PRI'")
        .returnsInAnyOrder("_environment", "id")
        .sendsEach();
  }

  @Test
  void explainNamesTheEnvironments() {
    var plan =
        String.join(
            "\n",
            sql("explain plan for select id from workos_all.workos_connection"
                    + " where organization_id = 'org_acme'")
                .sendsEach()
                .rows());
    assertThat(plan)
        .contains("[[production, workos_connection]]", "[[staging, workos_connection]]");
  }
}
