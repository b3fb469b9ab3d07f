package io.workosjdbc.sql;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Quirk;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A demo environment, of which the audit log of one organization is read. Exports are ready at once
 * unless a test wants to wait for them.
 */
final class AuditLog implements AutoCloseable {
  private final DemoServer server =
      DemoServer.start(
          DemoOptions.defaults().withEventCount(0).withQuirks(Quirk.EXPORTS_READY_AT_ONCE));
  private final String organization = server.data().organizations().get(0).id();
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(70));

  DemoServer server() {
    return server;
  }

  /** From now on, exports are pending for a while. */
  void letExportsTakeTheirTime() {
    server.quirks();
  }

  /** As it was in the beginning. */
  void heal() {
    server.heal();
    server.clearRequests();
    server.quirks(Quirk.EXPORTS_READY_AT_ONCE);
  }

  String organization() {
    return organization;
  }

  /** The beginning of what is read. */
  Instant start() {
    return start;
  }

  Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;maxRetries=0;%s"
            .formatted(server.baseUrl(), server.apiKey(), properties));
  }

  List<String> rows(String sql, String properties) throws SQLException {
    try (var connection = connect(properties)) {
      return rows(connection, sql);
    }
  }

  List<String> rows(Connection connection, String sql) throws SQLException {
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

  /** What lies after {@link #start()}. */
  String select(String columns, String more) {
    return "select %s from workos_audit_log_event where organization_id = '%s' and occurred_at >="
            .formatted(columns, organization)
        + " timestamp '%s 00:00:00'%s".formatted(start.toString().substring(0, 10), more);
  }

  /** Id, action and actor of what lies after {@link #start()}. */
  List<String> truth() {
    return server.auditLog(organization).stream()
        .filter(event -> !event.occurredAt().isBefore(start))
        .map(event -> event.id() + "|" + event.action() + "|" + event.actorName())
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
