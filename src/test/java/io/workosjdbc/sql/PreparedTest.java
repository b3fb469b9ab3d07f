package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that are known only when a statement runs. */
class PreparedTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void aParameterIsAKey() {
    sql("select name from workos_organization where id = ?")
        .with("org_acme")
        .sends("GET /organizations/org_acme")
        .returns("Acme")
        .sameWithoutPushdown();
  }

  @Test
  void aNullEqualsNothingAndSendsNothing() {
    for (var condition :
        new String[] {"id = ?", "external_id = ?", "domains = ?", "id in (?)", "id = ? and true"}) {
      sql("select name from workos_organization where " + condition)
          .with(new Object[] {null})
          .sendsNothing()
          .returnsNothing()
          .sameWithoutPushdown();
    }
  }

  @Test
  void aNullAmongOtherValuesIsLeftOut() {
    sql("select name from workos_organization where id in (?, ?)")
        .with(null, "org_acme")
        .sends("GET /organizations/org_acme")
        .returns("Acme")
        .sameWithoutPushdown();
    sql("select id from workos_auth_event where created_at >= ?")
        .with(new Object[] {null})
        .sendsNothing()
        .returnsNothing()
        .sameWithoutPushdown();
    sql("select id from workos_auth_event where event_type like ?")
        .with(new Object[] {null})
        .sendsNothing()
        .returnsNothing()
        .sameWithoutPushdown();
    sql("select id from workos_organization where name <> ?")
        .with(new Object[] {null})
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void aParameterThatMayBeNullLeavesItOpen() {
    for (var value : new String[] {"org_acme", null}) {
      sql("select id from workos_connection where (cast(? as varchar) is null"
              + " or organization_id = ?)")
          .with(value, value)
          .sends("GET /connections?limit=100")
          .sameWithoutPushdown();
    }
  }

  /** Neither nulls nor numbers take their places while it is prepared. */
  @Test
  void aParameterWhoseTypeCannotBeToldMayStandBesideALimit() {
    sql("select o.id from workos_organization o join workos_directory d"
            + " on o.id = d.organization_id and nullif(o.created_at, ?) = o.created_at"
            + " order by 1 limit ?")
        .with(Timestamp.from(Instant.parse("2026-02-01T00:00:00Z")), 2)
        .returns("org_acme", "org_acme");
  }

  @Test
  void equalParametersAreOneRequest() {
    sql("select name from workos_organization where id in (?, ?)")
        .with("org_acme", "org_acme")
        .sends("GET /organizations/org_acme")
        .returns("Acme");
  }

  @Test
  void parametersThatContradictEachOtherSendNothing() {
    sql("select name from workos_organization where id = ? and id = ?")
        .with("org_acme", "org_beta")
        .sendsNothing()
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void aTypeThatTheFilterDoesNotKnowIsSeenAtExecution() {
    var statement = "select id from workos_connection where connection_type = ?";
    sql(statement)
        .with("OktaSAML")
        .sends("GET /connections?limit=100&connection_type=OktaSAML")
        .returns("conn_orphan", "conn_okta", "conn_gone");
    sql(statement).with("Pending").sends("GET /connections?limit=100").returns("conn_pending");
  }

  @Test
  void patternsAndNamesAreParametersToo() {
    sql("select id from workos_auth_event where event_type like ? and outcome = ?"
            + " and created_at >= ?")
        .with("%sso%", "timed_out", Timestamp.from(StoryTime.at("2026-06-10T00:00:00Z")))
        .sends(
            "GET /events?limit=100&events=authentication.sso_timed_out&order=asc"
                + "&range_start=2026-06-09T23:59:59.999Z&range_end={now+5m}")
        .returns("event_17")
        .sameWithoutPushdown();
  }

  @Test
  void everyClassOfTimesIsABound() {
    var at = StoryTime.at("2026-06-28T12:00:00Z");
    for (Object value :
        List.of(
            at,
            Timestamp.from(at),
            at.atOffset(ZoneOffset.ofHours(5)),
            at.atZone(ZoneOffset.UTC),
            at.atOffset(ZoneOffset.UTC).toLocalDateTime())) {
      sql("select id from workos_auth_event where created_at >= ?")
          .with(value)
          .sends(
              "GET /events?limit=100&events={events}&order=asc"
                  + "&range_start=2026-06-28T11:59:59.999Z&range_end={now+5m}")
          .returns("event_22", "event_23", "event_24");
    }
  }

  @Test
  void aStatementIsExecutedAgainWithOtherValues() throws SQLException {
    try (var connection = API.connect("");
        var statement =
            connection.prepareStatement("select name from workos_organization where id = ?")) {
      assertThat(API.server().requests()).isEmpty();
      assertThat(names(statement, "org_acme")).containsExactly("Acme");
      assertThat(names(statement, "org_none")).isEmpty();
      assertThat(names(statement, null)).isEmpty();
      assertThat(names(statement, "org_beta")).containsExactly("Beta");
    }
    assertThat(API.server().requests())
        .containsExactly(
            "GET /organizations/org_acme",
            "GET /organizations/org_none",
            "GET /organizations/org_beta");
  }

  private static List<String> names(PreparedStatement statement, String id) throws SQLException {
    if (id == null) {
      statement.setNull(1, Types.VARCHAR);
    } else {
      statement.setString(1, id);
    }
    var names = new ArrayList<String>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Test
  void preparingAndAskingWhatComesSendsNothing() throws SQLException {
    try (var connection = API.connect("");
        var statement =
            connection.prepareStatement("select * from workos_auth_event where id = ?")) {
      assertThat(statement.getMetaData().getColumnCount()).isEqualTo(16);
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(1);
      var metaData = connection.getMetaData();
      try (var tables = metaData.getTables(null, null, "%", null);
          var columns = metaData.getColumns(null, null, "%", "%");
          var keys = metaData.getPrimaryKeys(null, "workos", "workos_organization");
          var schemas = metaData.getSchemas()) {
        while (tables.next() || columns.next() || keys.next() || schemas.next()) {
          // Reads them all.
        }
      }
      assertThat(connection.isValid(1)).isTrue();
    }
    assertThat(API.server().requests()).isEmpty();
  }
}
