package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties of {@code jdbc:okta:}, those of several environments, and those of a model. */
class OktaSettingsTest {
  @TempDir private Path folder;

  private static ConnectionSettings settings(String url, Map<String, String> variables)
      throws SQLException {
    var parsed = ConnectionUrl.parse(url);
    return ConnectionSettings.of(
        parsed,
        PropertyValues.of(
            parsed, new Properties(), name -> Optional.ofNullable(variables.get(name))));
  }

  private static ConnectionSettings settings(String url) throws SQLException {
    return settings(url, Map.of());
  }

  private Path environments(String text) throws IOException {
    var file = Files.writeString(folder.resolve("environments.json"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void aDomainIsMeantWithHttps() throws SQLException {
    assertThat(settings("jdbc:okta:domain=acme.okta.com;token=00t").endpoint())
        .isEqualTo(
            new Endpoint.Live(
                URI.create("https://acme.okta.com"), Products.OKTA.keys(), new Secret("00t")));
    assertThatThrownBy(() -> settings("jdbc:okta:domain=http://acme.okta.com;token=00t"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Property domain");
  }

  @Test
  void anAccessTokenIsABearer() throws SQLException {
    var settings = settings("jdbc:okta:baseUrl=https://id.acme.example;password=eyJh.eyJz.c2ln");
    assertThat(settings.endpoint())
        .isEqualTo(
            new Endpoint.Live(
                URI.create("https://id.acme.example"),
                Products.OKTA.keys(),
                new Secret("eyJh.eyJz.c2ln")));
    assertThat(((Endpoint.Live) settings.endpoint()).scheme()).isEqualTo("Bearer");
    assertThat(settings.scrubbedUrl()).isEqualTo("jdbc:okta:baseUrl=https://id.acme.example");
  }

  @Test
  void variablesAreThoseOfOkta() throws SQLException {
    var variables =
        Map.of("OKTA_TOKEN", "00t", "OKTA_DOMAIN", "acme.okta.com", "WORKOS_API_KEY", "sk_1");
    assertThat(settings("jdbc:okta:", variables).endpoint())
        .isEqualTo(
            new Endpoint.Live(
                URI.create("https://acme.okta.com"), Products.OKTA.keys(), new Secret("00t")));
  }

  @Test
  void anApiTokenHasASchemeOfItsOwn() throws SQLException {
    var endpoint = settings("jdbc:okta:domain=acme.okta.com;token=00t").endpoint();

    assertThat(((Endpoint.Live) endpoint).scheme()).isEqualTo("SSWS");
  }

  @Test
  void defaultsAreThoseOfOkta() throws SQLException {
    var settings = settings("jdbc:okta:demo=true");
    assertThat(settings.schema()).isEqualTo("okta");
    assertThat(settings.network().requestsPerSecond()).isEqualTo(10);
    assertThatThrownBy(() -> settings("jdbc:okta:demo=true;arrayStyle=comma"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Unknown property arrayStyle");
  }

  @Test
  void aTokenWithItsSchemeIsRefused() {
    assertThatThrownBy(() -> settings("jdbc:okta:domain=acme.okta.com;token=SSWS 00hidden"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("without SSWS or Bearer")
        .hasMessageNotContaining("00hidden");
  }

  @Test
  void environmentsMayBeOfBothSources() throws Exception {
    var file =
        environments(
            """
            {
              "production": {"apiKey": "sk_live_1"},
              "people": {"source": "okta", "domain": "acme.okta.com", "token": "00t"}
            }
            """);
    var members =
        ((Endpoint.Several)
                settings("jdbc:workos:baseUrl=https://api.eu.example;environments=" + file)
                    .endpoint())
            .members();
    assertThat(members)
        .extracting(ConnectionSettings::product)
        .containsExactly(Products.WORKOS, Products.OKTA);
    assertThat(members)
        .extracting(ConnectionSettings::endpoint)
        .containsExactly(
            new Endpoint.Live(
                URI.create("https://api.eu.example"),
                Products.WORKOS.keys(),
                new Secret("sk_live_1")),
            new Endpoint.Live(
                URI.create("https://acme.okta.com"), Products.OKTA.keys(), new Secret("00t")));
  }

  @Test
  void anEnvironmentOfNoSourceIsRefused() throws Exception {
    var unknown = environments("{\"a\": {\"source\": \"ldap\", \"demo\": \"true\"}}");
    assertThatThrownBy(() -> settings("jdbc:workos:environments=" + unknown))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("a.source is no source; there are workos, okta");
    var keyless = environments("{\"a\": {\"source\": \"okta\", \"domain\": \"a.okta.com\"}}");
    assertThatThrownBy(() -> settings("jdbc:workos:environments=" + keyless))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("a has no token: give it tokenVariable, tokenFile, token or demo");
  }

  @Test
  void aModelOfCalcitesOwnDriverHasTheTables() throws SQLException {
    var model =
        """
        inline:{"version": "1.0", "defaultSchema": "okta", "schemas": [{"name": "okta",
        "type": "custom", "factory": "io.workosjdbc.driver.OktaSchemaFactory",
        "operand": {"demo": "true", "requestsPerSecond": "1000"}}]}
        """;
    var info = new Properties();
    info.setProperty("model", model);
    info.setProperty("caseSensitive", "false");
    info.setProperty("unquotedCasing", "UNCHANGED");
    try (var connection = DriverManager.getConnection("jdbc:calcite:", info);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from okta_group")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isGreaterThan(10);
    }
  }

  @Test
  void aModelOfCalcitesOwnDriverHasTheViewsOverBothSources() throws Exception {
    var model = Files.readString(Path.of("model", "identity.json"));
    var info = new Properties();
    info.setProperty(
        "model", "inline:" + model.replace("\"operand\": {}", "\"operand\": {\"demo\": \"true\"}"));
    info.setProperty("caseSensitive", "false");
    info.setProperty("unquotedCasing", "UNCHANGED");
    try (var connection = DriverManager.getConnection("jdbc:calcite:", info);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select source, count(*) from person group by source order by 1")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("okta");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("workos");
      assertThat(rows.getLong(2)).isGreaterThan(100);
    }
  }
}
