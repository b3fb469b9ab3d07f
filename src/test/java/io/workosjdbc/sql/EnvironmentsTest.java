package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several environments in one connection, each a schema, and all of them in one. */
class EnvironmentsTest {
  private static final String CONNECTIONS = "GET /connections?limit=100";

  @RegisterExtension static final Estate ESTATE = Estate.ofTwo();

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
  void theLogTellsTheEnvironmentsApart() {
    sql("select count(*) from workos_log.statement").returns("1");
    sql("select environment from workos_log.rate_limit order by environment")
        .returns("production", "staging");
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
      assertThat(names).contains("information_schema", "production", "staging", "workos_all");
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
