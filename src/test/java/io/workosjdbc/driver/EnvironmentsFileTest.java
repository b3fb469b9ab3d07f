package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file of environments may say, and how a wrong one is refused. */
class EnvironmentsFileTest {
  private static final String KEY = "sk_test_0123456789";
  private static final Map<String, String> VARIABLES =
      Map.of("PRODUCTION_KEY", "sk_live_1", "WORKOS_API_KEY", "sk_live_of_the_shell");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void createFile() {
    file = folder.resolve("environments.json");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private ConnectionSettings settings(String properties) throws SQLException {
    var url = ConnectionUrl.parse("jdbc:workos:environments=" + file + properties);
    return ConnectionSettings.of(
        url,
        PropertyValues.of(url, new Properties(), name -> Optional.ofNullable(VARIABLES.get(name))));
  }

  private List<ConnectionSettings> members(String properties) throws SQLException {
    return settings(properties).environments().orElseThrow().members();
  }

  private void isRefused(String text, String... parts) throws IOException {
    write(text);
    assertThatThrownBy(() -> settings(""))
        .isInstanceOf(SQLException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining("environments.json")
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("22023"))
        .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("sk_"));
  }

  @Test
  void eachHasItsOwnKeyAddressAndLimits() throws Exception {
    var staging = Files.writeString(folder.resolve("staging.key"), "sk_test_2\n");
    Files.setPosixFilePermissions(staging, PosixFilePermissions.fromString("rw-------"));
    write(
        """
        {
          "production": {"apiKeyVariable": "PRODUCTION_KEY"},
          "staging": {
            "apiKeyFile": "staging.key", "requestsPerSecond": 7, "proxy": "http://proxy:3128",
            "baseUrl": "https://workos.staging.example/api"
          },
          "play": {"demo": true}
        }""");

    var members = members(";entityTtl=5m;requestsPerSecond=20");

    assertThat(members)
        .extracting(ConnectionSettings::schema)
        .containsExactly("production", "staging", "play");
    assertThat(members)
        .extracting(ConnectionSettings::endpoint)
        .containsExactly(
            new Endpoint.Live(
                URI.create("https://api.workos.com"), "Bearer", new Secret("sk_live_1")),
            new Endpoint.Live(
                URI.create("https://workos.staging.example/api"),
                "Bearer",
                new Secret("sk_test_2"),
                new KeySource.OfFile("apiKeyFile", staging)),
            new Endpoint.Demo());
    assertThat(members)
        .extracting(each -> each.network().requestsPerSecond())
        .containsExactly(20, 7, 20);
    assertThat(members)
        .extracting(each -> each.network().proxy().isPresent())
        .containsExactly(false, true, false);
    assertThat(members).extracting(each -> each.entityTtl().toMinutes()).containsOnly(5L);
  }

  @Test
  void aKeyInAFileThatOnlyItsOwnerReadsIsTaken() throws Exception {
    write("{\"production\": {\"apiKey\": \"" + KEY + "\"}}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(settings("").endpoint())
        .isEqualTo(
            new Endpoint.Live(URI.create("https://api.workos.com"), "Bearer", new Secret(KEY)));
    assertThat(settings("").scrubbedUrl()).doesNotContain(KEY);
  }

  @Test
  void aSecretInAFileThatOthersReadIsRefused() throws Exception {
    isRefused(
        "{\n\"production\":\n{\"apiKey\": \"" + KEY + "\"}}",
        "line 3",
        "production.apiKey",
        "chmod 600");
    isRefused(
        "{\"a\": {\"demo\": true, \"proxy\": \"http://me:secret@proxy:1\"}}", "a.proxy", "line 1");
  }

  @Test
  void theKeyOfTheShellIsNotTakenForAnEnvironment() throws Exception {
    isRefused("{\n \"staging\": {\n} }", "line 2", "staging has no API key", "apiKeyVariable");
  }

  @Test
  void whatIsNoPropertyIsNamedWithItsLine() throws Exception {
    isRefused(
        "{\n \"staging\": {\n  \"demo\": true,\n  \"baseURI\": \"https://a\"}}",
        "line 4",
        "staging.baseURI",
        "did you mean baseUrl?");
    isRefused("{\"a\": {\"demo\": true, \"schema\": \"b\"}}", "a.schema", "line 1");
    isRefused("{\"a\": {\"password\": \"sk_x\"}}", "a.password");
  }

  @Test
  void aWrongValueIsNamedWithItsLine() throws Exception {
    isRefused(
        "{\"a\": {\"demo\": true,\n\"requestsPerSecond\": \"sk_many\"}}",
        "line 2",
        "a.requestsPerSecond",
        "a whole number from 1 to 10000");
    isRefused("{\"a\": {\"demo\": true,\n\"proxy\": [1]}}", "line 2", "a.proxy");
    isRefused("{\"a\": {\n\"apiKeyVariable\": \"NOT_SET\"}}", "line 2", "NOT_SET is not set");
    isRefused("{\"a\":\n {\"apiKeyFile\": \"none.key\"}}", "line 2", "a: ", "none.key");
  }

  @Test
  void whatIsNoListOfEnvironmentsIsRefused() throws Exception {
    isRefused("{}", "there is no environment");
    isRefused("{\n\"a\": 1}", "line 2", "a is no object");
    isRefused("[]", "is not one JSON object");
    isRefused("{\"a\": {\"demo\": true}}\n{}", "is not one JSON object");
    isRefused("{\n\"a\": {\"apiKey\": sk_live_0}}", "line 2", "is no JSON");
    isRefused("{\"a\": {", "line 1");
    isRefused("{\"a\": {\"demo\": true},\n\"a\": {\"demo\": true}}", "line 2", "a is there twice");
    isRefused("{\"a\": {\"demo\": true},\n\"A\": {\"demo\": true}}", "line 2", "a name of its own");
    isRefused("{\"a b\": {\"demo\": true}}", "line 1", "letters, digits and underscores");
    isRefused(
        "{\"a\": {\n\"apiKeyVariable\": \"PRODUCTION_KEY\",\n\"APIKEYVariable\":"
            + " \"PRODUCTION_KEY\"}}",
        "line 3",
        "in another way");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> settings(""))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("environments.json does not exist");
  }

  @Test
  void aKeyBesideTheFileIsRefused() throws Exception {
    write("{\"a\": {\"demo\": true}}");

    assertThatThrownBy(() -> settings(";apiKey=" + KEY))
        .hasMessageContaining("apiKey is given beside environments");
    assertThat(members("")).hasSize(1);
  }
}
