package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where keys come from, and who may say so. */
@Timeout(60)
class KeySourceTest {
  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  static Path privateFile(Path file, String content) throws IOException {
    Files.writeString(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static Endpoint endpoint(String url, Map<String, String> variables) throws SQLException {
    var parsed = ConnectionUrl.parse("jdbc:workos:" + url);
    return ConnectionSettings.of(
            parsed,
            PropertyValues.of(
                parsed, new Properties(), name -> Optional.ofNullable(variables.get(name))))
        .endpoint();
  }

  private static String key(String url, Map<String, String> variables) throws SQLException {
    return ((Endpoint.Live) endpoint(url, variables)).apiKey().value();
  }

  private static void isRefused(ThrowingCallable what, String message) {
    assertThatThrownBy(what)
        .isInstanceOf(SQLException.class)
        .hasFieldOrPropertyWithValue("SQLState", "28000")
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.toString()).doesNotContain("sk_secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-"})
  void aFileThatOthersReadIsRefused(String rights) throws Exception {
    var file = privateFile(folder.resolve("key"), "sk_secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    isRefused(() -> key(ConnectionUrl.pair("apiKeyFile", file.toString()), Map.of()), "chmod 600");
  }

  @Test
  void aFileBehindALinkIsLookedAtAndNotTheLink() throws Exception {
    var file = privateFile(folder.resolve("key"), "sk_secret");
    var link = Files.createSymbolicLink(folder.resolve("link"), file);

    assertThat(key(ConnectionUrl.pair("apiKeyFile", link.toString()), Map.of()))
        .isEqualTo("sk_secret");
  }

  @Test
  void aCommandOfTheEnvironmentPrintsTheKey() throws SQLException {
    var variables = Map.of("WORKOS_API_KEY_COMMAND", "echo '  sk_secret_1 '; echo hint >/dev/null");

    assertThat(key("", variables)).isEqualTo("sk_secret_1");
    assertThat(endpoint("", variables).toString()).doesNotContain("sk_secret", "echo");
  }

  @Test
  void eachSourceHasAVariableOfItsOwn() throws SQLException {
    var url = ConnectionUrl.parse("jdbc:okta:domain=example.okta.com");
    var variables =
        Map.of("OKTA_TOKEN_COMMAND", "echo 00token", "WORKOS_API_KEY_COMMAND", "echo sk_other");
    var values =
        PropertyValues.of(url, new Properties(), name -> Optional.ofNullable(variables.get(name)));

    assertThat(((Endpoint.Live) ConnectionSettings.of(url, values).endpoint()).apiKey().value())
        .isEqualTo("00token");
  }

  @Test
  void anyOtherWayComesBeforeTheCommand() throws Exception {
    var file = privateFile(folder.resolve("key"), "sk_file");
    var never = folder.resolve("never");
    var command = Map.entry("WORKOS_API_KEY_COMMAND", "touch " + never);

    assertThat(key("apiKey=sk_url", Map.ofEntries(command))).isEqualTo("sk_url");
    assertThat(key(ConnectionUrl.pair("apiKeyFile", file.toString()), Map.ofEntries(command)))
        .isEqualTo("sk_file");
    assertThat(key("", Map.ofEntries(command, Map.entry("WORKOS_API_KEY", "sk_variable"))))
        .isEqualTo("sk_variable");
    assertThat(never).doesNotExist();
  }

  /** A URL is not the user's own: it comes with a project, a tool or a message. */
  @ParameterizedTest
  @ValueSource(strings = {"apiKeyCommand", "WORKOS_API_KEY_COMMAND", "keyCommand", "command"})
  void noPropertyNamesACommand(String name) {
    var ran = folder.resolve("ran");

    assertThatThrownBy(() -> key(name + "=touch " + ran, Map.of()))
        .isInstanceOf(SQLException.class)
        .hasFieldOrPropertyWithValue("SQLState", "22023");
    assertThat(ran).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "exit 3, failed with exit code 3",
    "echo sk_secret; exit 1, failed with exit code 1",
    "true, printed nothing",
    "echo no_key, is not a secret key",
    "echo sk_secret with blanks, is not a secret key",
    "/none/such/command, failed with exit code 127",
    "cat, printed nothing"
  })
  void aCommandThatPrintsNoKeyIsRefused(String command, String message) {
    isRefused(() -> key("", Map.of("WORKOS_API_KEY_COMMAND", command + " 2>/dev/null")), message);
  }

  @Test
  void aCommandThatDoesNotEndIsEnded() {
    isRefused(
        () -> new KeyCommand("X", "echo sk_secret; sleep 1000", Duration.ofMillis(200)).run(),
        "printed no key within 200ms");
  }

  @Test
  void aKeyIsReadAgainWhenItIsRefused() throws Exception {
    var file = privateFile(folder.resolve("key"), "sk_1");
    var key = current("sk_1", new KeySource.OfFile("apiKeyFile", file));

    assertThat(key.renew("sk_1")).as("nothing new").isFalse();
    privateFile(file, "sk_2");
    assertThat(key.renew("sk_1")).isTrue();
    assertThat(key.get()).isEqualTo("sk_2");
    assertThat(key.renew("sk_1")).as("refused together with the one before").isTrue();
    Files.delete(file);
    assertThat(key.renew("sk_2")).as("cannot be read").isFalse();
    assertThat(key.get()).isEqualTo("sk_2");
  }

  @Test
  void aCommandRunsAgainOnceAMinute() throws SQLException {
    var key = current("sk_0", new KeySource.OfCommand("X", "echo sk_$$"));

    assertThat(key.renew("sk_0")).as("it has just run").isFalse();
    now = now.plusSeconds(61);
    assertThat(key.renew("sk_0")).isTrue();
    String second = key.get();
    assertThat(key.renew(second)).as("it has just run").isFalse();
    now = now.plusSeconds(61);
    assertThat(key.renew(second)).isTrue();
  }

  @Test
  void aGivenKeyIsWhatItIs() {
    var key = current("sk_1", new KeySource.Given(new Secret("sk_1")));

    assertThat(key.renew("sk_1")).isFalse();
  }

  private CurrentKey current(String key, KeySource source) {
    var endpoint =
        new Endpoint.Live(
            URI.create("http://localhost"), Products.WORKOS.keys(), new Secret(key), source);
    return new CurrentKey(endpoint, () -> now);
  }
}
