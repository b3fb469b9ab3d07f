package io.workosjdbc.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables answered by WorkOS's own emulator, with its own ideas of filters and lists. */
@Tag("emulator")
@ExtendWith(EmulatorExtension.class)
class EmulatorSqlTest {
  private final Emulator emulator;

  EmulatorSqlTest(Emulator emulator) {
    this.emulator = emulator;
  }

  private List<String> rows(String sql, String... properties) throws SQLException {
    var url =
        "jdbc:workos:baseUrl=" + emulator.baseUrl() + ";apiKey=" + emulator.apiKey() + ";cache=off";
    for (var property : properties) {
      url += ";" + property;
    }
    var found = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var values = new ArrayList<String>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          values.add(rows.getString(column));
        }
        found.add(String.join("|", values));
      }
    }
    return found;
  }

  @Test
  void organizationsAreListed() throws SQLException {
    assertThat(rows("select count(*), count(distinct id) from workos_organization"))
        .containsExactly("31|31");
    assertThat(rows("select name from workos_organization where name like 'O''%'"))
        .containsExactly("O'Reilly & Söhne");
  }

  @Test
  void organizationsAreFoundByKey() throws SQLException {
    var id = rows("select id from workos_organization where external_id = 'ext_org_2'").get(0);

    assertThat(rows("select name, external_id from workos_organization where id = '" + id + "'"))
        .containsExactly("Initech|ext_org_2");
  }

  @Test
  void anUnknownKeyIsNoRow() throws SQLException {
    assertThat(rows("select * from workos_organization where id = 'org_none'")).isEmpty();
    assertThat(rows("select * from workos_organization where external_id = 'none'")).isEmpty();
    assertThat(rows("select * from workos_connection where id = 'conn_none'")).isEmpty();
    assertThat(rows("select * from workos_directory where id = 'directory_none'")).isEmpty();
  }

  @Test
  void anUnknownKeyOfTheEnvironmentIsRefused() {
    var url = "jdbc:workos:baseUrl=" + emulator.baseUrl() + ";apiKey=sk_test_unknown";

    assertThatThrownBy(
            () -> {
              try (var connection = DriverManager.getConnection(url);
                  var statement = connection.createStatement()) {
                statement.executeQuery("select * from workos_organization");
              }
            })
        .isInstanceOf(SQLException.class)
        .hasFieldOrPropertyWithValue("SQLState", "28000")
        .hasMessageNotContaining("sk_test_unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"comma", "repeat", "brackets"})
  void everyFilterGivesTheSameRowsAsNone(String style) throws SQLException {
    for (var sql :
        List.of(
            "select id, name from workos_organization where domains = 'globex.example'",
            "select name from workos_organization"
                + " where domains in ('acmecorp.example,eu.acmecorp.example', 'none.example')",
            "select name from workos_organization where external_id in ('ext_org_0', 'none')",
            "select name, metadata from workos_organization where external_id is null",
            "select name from workos_organization order by created_at, name",
            "select name from workos_organization order by created_at desc, name limit 5",
            "select name from workos_connection where connection_type = 'OktaSAML'",
            "select name from workos_connection where connection_type in ('OktaSAML', 'Unknown')",
            "select name from workos_connection where state = 'active'",
            "select name from workos_connection where domains = 'acmecorp.example'",
            "select c.name, o.name from workos_connection c join workos_organization o"
                + " on o.id = c.organization_id where o.external_id = 'ext_org_0'",
            "select o.name, (select count(*) from workos_connection c"
                + " where c.organization_id = o.id) from workos_organization o",
            "select count(*) from workos_connection where organization_id in"
                + " (select id from workos_organization where name like 'A%')",
            "select * from workos_directory where organization_id = 'org_none'",
            "select count(*) from workos_directory")) {
      assertThat(rows(sql, "arrayStyle=" + style))
          .as(sql)
          .containsExactlyInAnyOrderElementsOf(rows(sql, "pushdown=off"));
    }
  }

  @Test
  void filtersFindWhatTheSeedHas() throws SQLException {
    assertThat(
            rows(
                "select o.name, c.name, c.connection_type, c.domains from workos_organization o"
                    + " join workos_connection c on c.organization_id = o.id"
                    + " where o.external_id = 'ext_org_0' order by c.name limit 1"))
        .containsExactly("Acme Corp|Acme Corp SSO 1|OktaSAML|acmecorp.example");
    assertThat(rows("select name from workos_organization where domains = 'globex.example'"))
        .containsExactly("Globex");
    assertThat(
            rows(
                "select distinct connection_type from workos_connection"
                    + " where connection_type = 'AzureSAML'"))
        .containsExactly("AzureSAML");
    assertThat(
            rows(
                "select json_value(metadata, '$.tier') from workos_organization"
                    + " where name = 'Globex'"))
        .containsExactly("gold");
  }

  /** The emulator knows neither ranges nor organizations, and only one style of lists. */
  @ParameterizedTest
  @ValueSource(strings = {"comma", "brackets"})
  void aSignInIsAnEventInEveryStyle(String style) throws Exception {
    signIn();
    var own = "arrayStyle=" + style;

    assertThat(
            rows(
                "select distinct event_type, outcome, method, email from workos_auth_event"
                    + " where outcome = 'succeeded'"
                    + " and created_at >= current_timestamp - interval '1' day",
                own))
        .containsExactly(
            "authentication.password_succeeded|succeeded|password|user01@globex.example");
    assertThat(rows("select * from workos_auth_event where outcome = 'failed'", own)).isEmpty();
    assertThat(rows("select * from workos_auth_event where organization_id = 'org_none'", own))
        .isEmpty();
    assertThat(
            rows(
                "select * from workos_auth_event"
                    + " where created_at < current_timestamp - interval '1' day",
                own))
        .isEmpty();
    var latest = "select created_at from workos_auth_event order by created_at desc limit 2";
    assertThat(rows(latest, own)).isNotEmpty().isEqualTo(rows(latest, own, "pushdown=off"));
  }

  private void signIn() throws Exception {
    var body =
        """
        {"grant_type":"password","client_id":"client_1","client_secret":"sk_test_default",
         "email":"user01@globex.example","password":"Passw0rd-1"}""";
    var request =
        HttpRequest.newBuilder(emulator.baseUrl().resolve("/user_management/authenticate"))
            .header("Authorization", "Bearer " + emulator.apiKey())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }
}
