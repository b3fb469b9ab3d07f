package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workosjdbc.InThread;
import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of an export: how long it holds, what is kept of it, and where it is not shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditLogFileTest {
  /** Today is not over, so that what is read ends with yesterday. */
  private static final String UNTIL_TODAY = " and occurred_at < current_date";

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

  @Test
  void aUrlThatDoesNotHoldAnyMoreIsAskedForAgain() throws SQLException {
    server.fail(Fault.next(1, "/files/", Answer.html(403)));
    assertThat(
            log.rows(log.select("id, action, actor_name", UNTIL_TODAY), "auditLogs=on;cache=off"))
        .isEqualTo(log.truth());
    var files = server.requests().stream().filter(line -> line.startsWith("GET /files/")).toList();
    assertThat(files).hasSize(2).doesNotHaveDuplicates();
    assertThat(server.requests())
        .filteredOn(line -> line.startsWith("POST"))
        .as("the export is made once")
        .hasSize(1);
  }

  /** The beginning of a file is kept; the rest is read from the same export with a new URL. */
  @Test
  void anExportIsReadOnWhereAnotherStatementStopped() throws SQLException {
    try (var connection = log.connect("auditLogs=on;cache=memory;entityTtl=1h")) {
      assertThat(log.rows(connection, log.select("id", UNTIL_TODAY + " limit 1"))).hasSize(1);
      assertThat(log.rows(connection, log.select("id, action, actor_name", UNTIL_TODAY)))
          .isEqualTo(log.truth());
      assertThat(server.requests()).noneMatch(line -> line.startsWith("POST")).hasSize(2);
    }
  }

  @Test
  void anExportThatExpiredIsOrderedAnewByTheNextStatement() throws SQLException {
    try (var connection = log.connect("auditLogs=on;cache=memory;entityTtl=1h")) {
      log.rows(connection, log.select("id", UNTIL_TODAY + " limit 1"));
      server.fail(
          Fault.next(
              1,
              "/audit_logs/exports/",
              Answer.json(200, "{\"id\":\"audit_log_export_x\",\"state\":\"expired\"}")));
      assertThatThrownBy(() -> log.rows(connection, log.select("id", UNTIL_TODAY)))
          .hasMessageContaining("state is expired")
          .hasMessageContaining("Run the statement again");
      assertThat(log.rows(connection, log.select("id, action, actor_name", UNTIL_TODAY)))
          .isEqualTo(log.truth());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/audit_logs/exports/", "/files/"})
  void cancellingEndsTheWaitAndTheDownload(String path) throws Exception {
    log.letExportsTakeTheirTime();
    var hold = Hold.inBody();
    server.fail(Fault.every(path, hold));
    try (var connection = log.connect("auditLogs=on;cache=off");
        var statement = connection.createStatement()) {
      var reading =
          InThread.of(
              () ->
                  catchThrowableOfType(
                      SQLException.class,
                      () -> statement.executeQuery(log.select("id", UNTIL_TODAY)).next()));
      hold.reached().get(1, TimeUnit.MINUTES);

      statement.cancel();

      assertThat(reading.get(1, TimeUnit.MINUTES).getSQLState()).isEqualTo("57014");
      hold.abandoned().get(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void neitherPlanNorLogNorCacheShowsWhereTheFileIs(@TempDir Path folder) throws Exception {
    try (var connection =
        log.connect("auditLogs=on;cache=disk;logValues=true;cacheDir=" + folder)) {
      log.rows(connection, log.select("id", UNTIL_TODAY));
      assertThat(server.requests()).anyMatch(line -> line.contains("/files/secret-"));
      var lines = log.rows(connection, "select * from workos_log.request");
      assertThat(lines).anyMatch(line -> line.contains("***"));
      assertThat(lines.toString()).doesNotContain("secret-").doesNotContain("/files/");
      assertThat(log.rows(connection, "select * from workos_log.cache_listing").toString())
          .doesNotContain("secret-");
    }
    assertThat(filesThatHold(folder, "secret-")).isEmpty();
  }

  private static List<Path> filesThatHold(Path folder, String text) throws IOException {
    var found = new ArrayList<Path>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
