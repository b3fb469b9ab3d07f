package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import java.sql.SQLException;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code workos_audit_log_event}, whose rows are files that the service is asked to make. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditLogTest {

  private final AuditLog log = new AuditLog();
  private final DemoServer server = log.server();

  @AfterEach
  void heal() {
    log.heal();
  }

  @AfterAll
  void close() {
    log.close();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> failure(String sql, String properties) {
    return assertThatThrownBy(() -> log.rows(sql, properties)).isInstanceOf(SQLException.class);
  }

  @Test
  void aRangeOfAnOrganizationIsReadFromAnExport() throws SQLException {
    log.letExportsTakeTheirTime();
    assertThat(log.rows(log.select("id, action, actor_name", ""), "auditLogs=on;cache=off"))
        .isEqualTo(log.truth())
        .hasSizeGreaterThan(1000);
    assertThat(server.requests())
        .hasSize(4)
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("POST /audit_logs/exports"),
            line -> assertThat(line).startsWith("GET /audit_logs/exports/audit_log_export_"),
            line -> assertThat(line).startsWith("GET /audit_logs/exports/audit_log_export_"),
            line -> assertThat(line).startsWith("GET /files/"));
  }

  @Test
  void theKeyIsNotSentToWhereTheFileIs() throws SQLException {
    log.rows(log.select("id", ""), "auditLogs=on;cache=off");
    assertThat(server.loggedRequests())
        .filteredOn(request -> request.line().contains("/files/"))
        .singleElement()
        .extracting(request -> request.headers().toString())
        .asString()
        .doesNotContain(server.apiKey())
        .doesNotContain("uthorization");
  }

  @Test
  void structuresAreJsonAndTheOrganizationIsTheOneAskedFor() throws SQLException {
    var rows =
        log.rows(
            log.select(
                "organization_id, json_value(targets, '$[0].type'), json_value(metadata,"
                    + " '$.note'), location, json_value(raw, '$.actor_type')",
                " limit 1"),
            "auditLogs=on;cache=off");
    assertThat(rows)
        .containsExactly(
            log.organization() + "|document|a, \"quoted\" note\nof two lines|null|user");
  }

  @Test
  void aFinishedExportIsKept() throws SQLException {
    var end = log.start().plus(Duration.ofDays(60)).toString().substring(0, 10);
    var ranged = log.select("count(*)", " and occurred_at < timestamp '" + end + " 00:00:00'");
    try (var connection = log.connect("auditLogs=on;cache=memory;entityTtl=1h")) {
      var first = log.rows(connection, ranged);
      assertThat(log.rows(connection, ranged)).isEqualTo(first);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void itIsOffUnlessTheConnectionSaysSo() {
    failure(log.select("id", ""), "")
        .hasMessageContaining("auditLogs=on")
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("22023");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whatMustBeBoundIsNamed() {
    failure("select id from workos_audit_log_event", "auditLogs=on")
        .hasMessageContaining("WHERE organization_id = '...'");
    failure("select id from workos_audit_log_event where organization_id = 'org_1'", "auditLogs=on")
        .hasMessageContaining("WHERE occurred_at >= ...");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anOrganizationThatIsNotThereFailsWithWhatTheServiceSays() {
    failure(log.select("id", "").replace(log.organization(), "org_none"), "auditLogs=on")
        .hasMessageContaining("POST /audit_logs/exports")
        .hasMessageContaining("Organization not found");
  }

  @Test
  void theWaitEndsWithTheStatementsTimeLimit() throws SQLException {
    log.letExportsTakeTheirTime();
    server.fail(
        Fault.every(
            "/audit_logs/exports/",
            Answer.json(200, "{\"id\":\"audit_log_export_x\",\"state\":\"pending\"}")));
    try (var connection = log.connect("auditLogs=on;cache=off");
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      var failure =
          catchThrowableOfType(
              SQLException.class, () -> statement.executeQuery(log.select("id", "")).next());
      assertThat(failure.getSQLState()).isEqualTo("57014");
    }
  }

  @Test
  void anExportThatFailedFailsTheStatement() {
    log.letExportsTakeTheirTime();
    server.fail(
        Fault.every(
            "/audit_logs/exports/",
            Answer.json(200, "{\"id\":\"audit_log_export_x\",\"state\":\"error\"}")));
    failure(log.select("id", ""), "auditLogs=on;cache=off").hasMessageContaining("state is error");
  }

  @Test
  void aFileThatIsNoCsvOrNotThereFailsTheStatementWithoutItsUrl() {
    server.fail(Fault.every("/files/", Answer.json(200, "id,action\r\n\"1\",\"a\",\"b\",\"c\"")));
    failure(log.select("id", ""), "auditLogs=on;cache=off")
        .hasMessageContaining("no CSV")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("secret-").doesNotContain("files"));
    server.heal();
    server.fail(Fault.every("/files/", Answer.html(403)));
    failure(log.select("id", ""), "auditLogs=on;cache=off")
        .hasMessageContaining("GET http://127.0.0.1/*** was answered with 403")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("secret-"));
  }

  @Test
  void aUrlThatIsNotHttpsIsNotFetched() {
    log.letExportsTakeTheirTime();
    server.fail(
        Fault.every(
            "/audit_logs/exports/",
            Answer.json(
                200,
                "{\"id\":\"x\",\"state\":\"ready\",\"url\":\"http://files.example/secret-1\"}")));
    failure(log.select("id", ""), "auditLogs=on;cache=off")
        .hasMessageContaining("is not https")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("files.example"));
  }

  @Test
  void explainShowsTheOrderAndCreatesNothing() throws SQLException {
    assertThat(log.rows("explain plan for " + log.select("id", ""), "auditLogs=on").toString())
        .contains("POST /audit_logs/exports?organization_id=" + log.organization());
    assertThat(server.requests()).isEmpty();
  }
}
