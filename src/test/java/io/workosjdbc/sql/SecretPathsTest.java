package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoChange;
import io.workosjdbc.demo.Edit;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.LoggedEvent;
import io.workosjdbc.resource.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways that a secret of a list could take out of the driver: none is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretPathsTest {
  private static final String SECRET = "secret-";
  private static final String INVITATIONS = "/user_management/invitations";

  @TempDir static Path folder;

  private final EveryTable tables = new EveryTable(600);
  private Connection connection;

  @BeforeAll
  void connect() {
    connection =
        tables.connect(
            "cache=disk;entityTtl=1h;logValues=true;logRequests=true;cacheDir=" + folder);
  }

  @AfterEach
  void heal() {
    tables.server().heal();
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    tables.close();
  }

  static List<Resource> withSecrets() {
    return EveryTable.scannable().stream()
        .filter(resource -> !resource.secrets().isEmpty())
        .toList();
  }

  private List<Map<String, String>> rows(String sql) throws SQLException {
    return EveryTable.rows(connection, sql);
  }

  @Test
  void theEnvironmentHasSecretsToHide() {
    assertThat(tables.server().data().things(INVITATIONS).toString()).contains(SECRET);
    assertThat(tables.server().data().things("/webhook_endpoints").toString()).contains(SECRET);
    assertThat(tables.server().data().things("/organization_domains").toString()).contains(SECRET);
    assertThat(
            tables.server().data().allEvents().stream()
                .filter(event -> event.json().toString().contains(SECRET))
                .map(LoggedEvent::event))
        .contains("invitation.created", "organization.updated");
  }

  /** The scan of a table, its plan, and what the cache has of it on disk and tells of. */
  @ParameterizedTest
  @MethodSource("withSecrets")
  void noScanShowsOneOrLeavesOneBehind(Resource resource) throws SQLException, IOException {
    var sql = "select * from " + resource.table();
    assertThat(rows(sql).toString()).doesNotContain(SECRET);
    assertThat(rows("explain plan for " + sql).toString()).doesNotContain(SECRET);
    assertThat(rows("select * from workos_log.cache_listing").toString()).doesNotContain(SECRET);
    assertThat(rows("select * from workos_log.request").toString()).doesNotContain(SECRET);
    assertThat(rows("select * from workos_log.statement").toString()).doesNotContain(SECRET);
    assertThat(secretsOnDisk()).isEmpty();
  }

  private static List<Path> secretsOnDisk() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(SecretPathsTest::holdsOne).toList();
    }
  }

  private static boolean holdsOne(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET);
    } catch (IOException e) {
      return false; // It was replaced in the meantime.
    }
  }

  /** A mask and nothing else is what a condition on a secret is told. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from workos_invitation where token like 'secret%'",
        "select count(*) from workos_invitation where json_value(raw, '$.token') <> '***'",
        "select count(*) from workos_invitation where char_length(accept_invitation_url) <> 3",
        "select count(*) from workos_webhook_endpoint where secret > '***'",
        "select count(*) from workos_organization_domain where verification_token > '***'",
        "select count(*) from workos_event where data like '%secret-%' or raw like '%secret-%'",
      })
  void noConditionTellsOne(String sql) throws SQLException {
    assertThat(rows(sql).get(0).values()).containsExactly("0");
  }

  @ParameterizedTest
  @MethodSource("withSecrets")
  void nullStaysNullAndWhatIsThereIsMasked(Resource resource) throws SQLException {
    var masked =
        rows("select raw from " + resource.table()).stream()
            .filter(row -> row.get("raw").contains("\"***\""))
            .count();
    var hasSome =
        !List.of(
                "workos_auth_factor",
                "workos_organization_api_key",
                "workos_user_api_key",
                "workos_connect_client_secret",
                "workos_vault_object",
                "workos_vault_object_version")
            .contains(resource.table());
    assertThat(masked > 0).isEqualTo(hasSome);
  }

  /** Whatever is wrong with an answer, the message does not quote it. */
  @Test
  void noFailureQuotesOne() {
    var invitation = tables.server().data().things(INVITATIONS).get(0);
    tables.server().edit(invitation.id(), Edit.set("expires_at", SECRET + "time"));
    assertFails("select expires_at from workos_invitation", "expires_at");
    tables.server().heal();
    for (var body :
        List.of(
            "{\"data\":[{\"id\":\"i\",\"token\":\"secret-1\"",
            "{\"data\":[{\"token\":\"secret-1\"}],\"list_metadata\":{}}",
            "{\"data\":\"secret-1\"}",
            "[\"secret-1\"]",
            "secret-1")) {
      tables.server().fail(Fault.every(INVITATIONS, Answer.json(200, body)));
      assertFails("select * from workos_invitation", "GET " + INVITATIONS);
      tables.server().heal();
    }
  }

  private void assertFails(String sql, String message) {
    try (var asking = tables.connect("cache=off;maxRetries=0")) {
      assertThatThrownBy(() -> EveryTable.rows(asking, sql))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(message)
          .hasStackTraceContaining(message)
          .satisfies(
              failure -> {
                for (Throwable each = failure; each != null; each = each.getCause()) {
                  assertThat(each.toString()).doesNotContain(SECRET);
                }
              });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** An event may show the object within another one, and what it was before. */
  @Test
  void eventsHideThemWhereverTheyLie() throws SQLException {
    var event =
        tables.server().data().allEvents().stream()
            .filter(DemoChange.class::isInstance)
            .findFirst()
            .orElseThrow();
    var inside = Map.of("verification_token", "secret-1", "domain", "acme.example");
    tables.server().edit(event.id(), Edit.set("data.organization_domain", inside));
    tables.server().edit(event.id(), Edit.set("context.previous_attributes", inside));
    try (var asking = tables.connect("cache=off")) {
      var row =
          EveryTable.rows(
                  asking,
                  "select data, context, raw from workos_event where id = '%s'"
                      .formatted(event.id()))
              .get(0);
      assertThat(row.toString()).doesNotContain(SECRET);
      assertThat(row.get("data")).contains("\"verification_token\":\"***\"", "acme.example");
      assertThat(row.get("context")).contains("\"verification_token\":\"***\"", "acme.example");
    }
  }
}
