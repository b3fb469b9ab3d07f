package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Quirk;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings where an answer is whole and still smaller than it looks. */
class WarningTest {
  private static final String LOOKBACK =
      "workos_auth_event has no lower bound of created_at, so only rows of the last 90d were read"
          + " (property lookback)";

  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  private static void warns(Query query, String... warnings) {
    assertThat(query.outcome().failure()).isEmpty();
    assertThat(query.outcome().warnings()).containsExactly(warnings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from workos_auth_event",
        "select id from workos_auth_event where outcome = 'failed'",
        "select id from workos_auth_event where created_at < timestamp '2026-06-10 00:00:00'",
        "select count(*) from workos_auth_event where created_at < timestamp '2020-01-01 00:00:00'",
        "select a.id from workos_auth_event a join workos_auth_event b on a.id = b.id",
      })
  void eventsWithoutALowerBoundAreThoseOfTheLookback(String statement) {
    warns(sql(statement), LOOKBACK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from workos_auth_event where created_at > timestamp '2026-06-10 00:00:00'",
        "select id from workos_auth_event order by created_at desc limit 2",
        "select id from workos_auth_event limit 1",
        "select count(*) from workos_organization",
        "select count(*) from workos_auth_event where created_at > current_timestamp - interval '90' day",
      })
  void otherStatementsWarnOfNothing(String statement) {
    warns(sql(statement));
  }

  /**
   * A name that is misspelt, or newer than the driver, is no reason to find nothing and be silent.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workos_event | event_type = 'user.creatd' | workos_event has no rows whose event_type is"
            + " user.creatd: the API is asked for the 111 that the driver knows",
        "workos_event | event_type in ('a.b', 'user.created') and created_at > current_timestamp"
            + " - interval '1' day | workos_event has no rows whose event_type is a.b: the API is"
            + " asked for the 111 that the driver knows",
        "workos_event | event_type like 'usr.%' | No event_type that the driver knows fits the"
            + " condition on workos_event, so the API was not asked",
        "workos_auth_event | outcome = 'success' | No event_type that the driver knows fits the"
            + " condition on workos_auth_event, so the API was not asked",
        "workos_organization_membership | user_id = 'u' and status = 'enabled' |"
            + " workos_organization_membership has no rows whose status is enabled: the API is"
            + " asked for the 3 that the driver knows",
      })
  void aNameThatIsNotKnownIsSaid(String table, String condition, String warning) {
    warns(sql("select id from " + table + " where " + condition), warning);
  }

  @Test
  void theLookbackInForceIsNamed() {
    warns(
        sql("select count(*) from workos_auth_event").in("lookback=7d"),
        "workos_auth_event has no lower bound of created_at, so only rows of the last 7d were read"
            + " (property lookback)");
  }

  @Test
  void whatLiesBeforeTheRetentionIsNotThere() {
    var query =
        sql(
            "select count(*) from workos_auth_event where created_at > timestamp '2020-01-01 00:00:00'");
    assertThat(query.outcome().warnings()).hasSize(1);
    assertThat(query.outcome().warnings().get(0))
        .startsWith("Rows of workos_auth_event from 2020-01-01T00:00:00.001Z to ")
        .contains("the service keeps them for 90 days");
  }

  @Test
  void anOrganizationThatTheApiDoesNotKnowIsNamed() {
    API.server().quirks(Quirk.UNKNOWN_ORGANIZATION_REFUSED);
    warns(
        sql("select id from workos_connection where organization_id = 'org_never'")
            .returnsNothing(),
        "The API does not know organization_id org_never, so it gave no rows of workos_connection"
            + " for it; if that was deleted, rows of it may have been lost");
  }

  @Test
  void anUnknownOrganizationIsToldOfAgainFromTheCache() throws SQLException {
    API.server().quirks(Quirk.UNKNOWN_ORGANIZATION_REFUSED);
    try (var connection = API.connect("cache=memory")) {
      var statement = "select id from workos_connection where organization_id = 'org_never'";
      assertThat(sql(statement).on(connection).outcome().warnings()).hasSize(1);
      assertThat(sql(statement).on(connection).sendsNothing().outcome().warnings()).hasSize(1);
    }
  }

  @Test
  void aKeyWithoutAnObjectIsNoReasonToWarn() {
    warns(sql("select id from workos_organization where id = 'org_never'").returnsNothing());
  }

  @Test
  void thereIsAnEndToWarnings() {
    var ids = new StringBuilder("'org_a'");
    for (int i = 0; i < 40; i++) {
      ids.append(", 'org_").append(i).append('\'');
    }
    var query =
        sql("select id from workos_group where organization_id in (" + ids + ")").returnsNothing();
    assertThat(query.outcome().warnings()).hasSize(20);
  }
}
