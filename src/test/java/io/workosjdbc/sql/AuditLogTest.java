package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code workos_audit_log_event}, whose rows are files that the service is asked to make. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditLogTest {

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(0));
  private final String organization = server.data().organizations().get(0).id();
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(70));

  @AfterEach
  void heal() {
    server.heal();
  }

  @AfterAll
  void close() {
    server.close();
  }

  private Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;maxRetries=0;%s"
            .formatted(server.baseUrl(), server.apiKey(), properties));
  }

  private List<String> rows(String sql, String properties) throws SQLException {
    try (var connection = connect(properties)) {
      return rows(connection, sql);
    }
  }

  private List<String> rows(Connection connection, String sql) throws SQLException {
    server.clearRequests();
    var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        var values = new ArrayList<String>();
        for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
          values.add(String.valueOf(result.getString(at)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  private String select(String columns, String more) {
    return "select %s from workos_audit_log_event where organization_id = '%s' and occurred_at >="
            .formatted(columns, organization)
        + " timestamp '%s 00:00:00'%s".formatted(start.toString().substring(0, 10), more);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> failure(String sql, String properties) {
    return assertThatThrownBy(() -> rows(sql, properties)).isInstanceOf(SQLException.class);
  }

  private List<String> truth() {
    return server.auditLog(organization).stream()
        .filter(event -> !event.occurredAt().isBefore(start))
        .map(event -> event.id() + "|" + event.action() + "|" + event.actorName())
        .toList();
  }

  @Test
  void aRangeOfAnOrganizationIsReadFromAnExport() throws SQLException {
    assertThat(rows(select("id, action, actor_name", ""), "auditLogs=on;cache=off"))
        .isEqualTo(truth())
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
    rows(select("id", ""), "auditLogs=on;cache=off");
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
        rows(
            select(
                "organization_id, json_value(targets, '$[0].type'), json_value(metadata,"
                    + " '$.note'), location, json_value(raw, '$.actor_type')",
                " limit 1"),
            "auditLogs=on;cache=off");
    assertThat(rows)
        .containsExactly(organization + "|document|a, \"quoted\" note\nof two lines|null|user");
  }

  @Test
  void aFinishedExportIsKept() throws SQLException {
    var end = start.plus(Duration.ofDays(60)).toString().substring(0, 10);
    var ranged = select("count(*)", " and occurred_at < timestamp '" + end + " 00:00:00'");
    try (var connection = connect("auditLogs=on;cache=memory;entityTtl=1h")) {
      var first = rows(connection, ranged);
      assertThat(rows(connection, ranged)).isEqualTo(first);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void itIsOffUnlessTheConnectionSaysSo() {
    failure(select("id", ""), "")
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
    failure(select("id", "").replace(organization, "org_none"), "auditLogs=on")
        .hasMessageContaining("POST /audit_logs/exports")
        .hasMessageContaining("Organization not found");
  }

  @Test
  void theWaitEndsWithTheStatementsTimeLimit() throws SQLException {
    server.fail(
        Fault.every(
            "/audit_logs/exports/",
            Answer.json(200, "{\"id\":\"audit_log_export_x\",\"state\":\"pending\"}")));
    try (var connection = connect("auditLogs=on;cache=off");
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      var failure =
          catchThrowableOfType(
              SQLException.class, () -> statement.executeQuery(select("id", "")).next());
      assertThat(failure.getSQLState()).isEqualTo("57014");
    }
  }

  @Test
  void anExportThatFailedFailsTheStatement() {
    server.fail(
        Fault.every(
            "/audit_logs/exports/",
            Answer.json(200, "{\"id\":\"audit_log_export_x\",\"state\":\"error\"}")));
    failure(select("id", ""), "auditLogs=on;cache=off").hasMessageContaining("state is error");
  }

  @Test
  void aFileThatIsNoCsvOrNotThereFailsTheStatementWithoutItsUrl() {
    server.fail(Fault.every("/files/", Answer.json(200, "id,action\r\n\"1\",\"a\",\"b\",\"c\"")));
    failure(select("id", ""), "auditLogs=on;cache=off")
        .hasMessageContaining("no CSV")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("secret-").doesNotContain("files"));
    server.heal();
    server.fail(Fault.every("/files/", Answer.html(403)));
    failure(select("id", ""), "auditLogs=on;cache=off")
        .hasMessageContaining("GET http://127.0.0.1/*** was answered with 403")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("secret-"));
  }

  @Test
  void aUrlThatIsNotHttpsIsNotFetched() {
    server.fail(
        Fault.every(
            "/audit_logs/exports/",
            Answer.json(
                200,
                "{\"id\":\"x\",\"state\":\"ready\",\"url\":\"http://files.example/secret-1\"}")));
    failure(select("id", ""), "auditLogs=on;cache=off")
        .hasMessageContaining("is not https")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("files.example"));
  }

  @Test
  void explainShowsTheOrderAndCreatesNothing() throws SQLException {
    assertThat(rows("explain plan for " + select("id", ""), "auditLogs=on").toString())
        .contains("POST /audit_logs/exports?organization_id=" + organization);
    assertThat(server.requests()).isEmpty();
  }
}
