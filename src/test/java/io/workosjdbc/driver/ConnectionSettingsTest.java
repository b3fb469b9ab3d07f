package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.http.ProxySettings;
import io.workosjdbc.request.ArrayStyle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {
  private static ConnectionSettings settings(
      String url, Map<String, String> info, Map<String, String> environment) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(info);
    ConnectionUrl parsed = ConnectionUrl.parse("jdbc:workos:" + url);
    return ConnectionSettings.of(
        parsed,
        PropertyValues.of(parsed, properties, name -> Optional.ofNullable(environment.get(name))));
  }

  private static ConnectionSettings settings(String url) throws SQLException {
    return settings(url, Map.of(), Map.of());
  }

  private static String key(ConnectionSettings settings) {
    return ((Endpoint.Live) settings.endpoint()).apiKey().value();
  }

  @Test
  void everythingHasADefaultButTheKey() throws SQLException {
    ConnectionSettings settings = settings("apiKey=sk_a");
    assertThat(settings.endpoint())
        .isEqualTo(
            new Endpoint.Live(URI.create("https://api.workos.com"), "Bearer", new Secret("sk_a")));
    assertThat(settings.schema()).isEqualTo("workos");
    assertThat(settings.cache())
        .isEqualTo(
            new CacheSettings(
                Choices.CacheMode.DISK, Optional.empty(), 1L << 30, Duration.ofDays(90)));
    assertThat(settings.entityTtl()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.lookback()).isEqualTo(Duration.ofDays(90));
    assertThat(settings.pushdown()).isEqualTo(Choices.Pushdown.ON);
    assertThat(settings.arrayStyle()).isEqualTo(ArrayStyle.COMMA);
    assertThat(settings.network())
        .isEqualTo(
            new NetworkSettings(
                80,
                16,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                5,
                Optional.empty(),
                Optional.empty(),
                false));
  }

  @Test
  void namesAndChoicesReadInAnyCase() throws SQLException {
    ConnectionSettings settings =
        settings("APIKEY=sk_a;Cache=OFF;arraystyle=Brackets;entityTTL=0;PushDown=off");
    assertThat(settings.cache().mode()).isEqualTo(Choices.CacheMode.OFF);
    assertThat(settings.arrayStyle()).isEqualTo(ArrayStyle.BRACKETS);
    assertThat(settings.entityTtl()).isZero();
    assertThat(settings.pushdown()).isEqualTo(Choices.Pushdown.OFF);
  }

  @Test
  void theUrlWinsOverPropertiesAndThoseOverTheEnvironment() throws SQLException {
    Map<String, String> environment = Map.of("WORKOS_API_KEY", "sk_env");
    assertThat(key(settings("apiKey=sk_url", Map.of("password", "sk_info"), environment)))
        .isEqualTo("sk_url");
    assertThat(key(settings("", Map.of("password", "sk_info"), environment))).isEqualTo("sk_info");
    assertThat(key(settings("", Map.of("password", "sk_p", "apiKey", "sk_k"), environment)))
        .isEqualTo("sk_k");
    assertThat(key(settings("", Map.of("password", " "), environment))).isEqualTo("sk_env");
  }

  @Test
  void aKeyFileStandsBetweenPropertiesAndTheEnvironment(@TempDir Path directory)
      throws IOException, SQLException {
    Path file = KeySourceTest.privateFile(directory.resolve("key"), "sk_file\n");
    Map<String, String> environment = Map.of("WORKOS_API_KEY", "sk_env");
    String url = ConnectionUrl.pair("apiKeyFile", file.toString());
    assertThat(key(settings(url, Map.of(), environment))).isEqualTo("sk_file");
    assertThat(key(settings(url + ";apiKey=sk_url", Map.of(), environment))).isEqualTo("sk_url");
    assertThatThrownBy(() -> settings("apiKeyFile=" + directory.resolve("none")))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void aMissingKeyIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> settings(""))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
        .hasMessageContainingAll("apiKey", "password", "WORKOS_API_KEY", "demo=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pk_hidden", "hidden", "sk_ hidden", "client_hidden"})
  void aKeyThatIsNoSecretKeyIsRefusedAndNotShown(String key) {
    assertThatThrownBy(() -> settings("apiKey=" + key))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
        .hasMessageNotContaining(key);
  }

  @Test
  void theDemonstrationNeedsNoKey() throws SQLException {
    assertThat(settings("demo=true").endpoint()).isEqualTo(new Endpoint.Demo());
  }

  @Test
  void aDemonstrationStaysInMemoryUnlessAFolderIsGiven() throws SQLException {
    assertThat(settings("demo=true").cache().mode()).isEqualTo(Choices.CacheMode.MEMORY);
    assertThat(settings("demo=true;cache=disk").cache().mode()).isEqualTo(Choices.CacheMode.MEMORY);
    assertThat(settings("demo=true;cacheDir=/x").cache())
        .isEqualTo(
            new CacheSettings(
                Choices.CacheMode.DISK, Optional.of(Path.of("/x")), 1L << 30, Duration.ofDays(90)));
  }

  @ParameterizedTest
  @CsvSource({"2097152,2097152", "500MB,524288000", "1.5 GiB,1610612736", "2t,2199023255552"})
  void sizesAreReadWithUnits(String text, long bytes) throws SQLException {
    assertThat(settings("demo=true;cacheMaxBytes=" + text).cache().maxBytes()).isEqualTo(bytes);
  }

  @Test
  void anUnknownPropertyIsNamedWithTheValidOnes() {
    assertThatThrownBy(() -> settings("apiKey=sk_a;basUrl=x"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"))
        .hasMessageStartingWith("Unknown property basUrl (did you mean baseUrl?); valid are apiKey")
        .hasMessageContainingAll(Products.WORKOS.propertyNames().toArray(String[]::new));
    assertThatThrownBy(() -> settings("sk_secret=x")).hasMessageNotContaining("sk_secret");
    assertThatThrownBy(() -> settings("parserFactory=x")).hasMessageContaining("Unknown property");
  }

  @ParameterizedTest
  @CsvSource({
    "cache,ram",
    "cacheMaxBytes,much",
    "cacheMaxBytes,1KB",
    "history,0",
    "entityTtl,60",
    "lookback,91d",
    "maxRetries,-1",
    "requestsPerSecond,many",
    "demo,maybe",
    "schema,''",
    "connectTimeout,0",
    "trustStore,/no/such/file"
  })
  void aMalformedValueIsShown(String name, String value) {
    assertThatThrownBy(() -> settings("apiKey=sk_a;" + ConnectionUrl.pair(name, value)))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"))
        .hasMessageStartingWith("Property " + name)
        .hasMessageContaining(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy=http://me:hidden@",
        "proxy=ftp://me:hidden@h:1",
        "baseUrl=https://me:hidden@h",
        "apiKey=' ';password=hidden"
      })
  void aMalformedValueThatMayHoldASecretIsNotShown(String url) {
    assertThatThrownBy(() -> settings("demo=true;" + url)).hasMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "http://localhost:1",
        "http://[::1]:80/",
        "http://api.localhost",
        "https://example.org/workos/",
        "HTTPS://api.workos.com"
      })
  void httpsAndLoopbackAreAllowed(String baseUrl) throws SQLException {
    Endpoint.Live live = (Endpoint.Live) settings("apiKey=sk_a;baseUrl=" + baseUrl).endpoint();
    assertThat(live.baseUrl()).hasToString(baseUrl.replaceAll("/$", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.workos.com", "http://127.0.0.1.example.org", "http://10.0.0.1",
            "ftp://localhost",
        "api.workos.com", "https://", "https://h?x=1", "https://h#f"
      })
  void plainHttpAndNonsenseAreRefused(String baseUrl) {
    assertThatThrownBy(() -> settings("apiKey=sk_a;baseUrl=" + baseUrl))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"))
        .hasMessageContaining("plain http only to a loopback host");
  }

  @Test
  void proxiesMayHaveCredentials() throws SQLException {
    assertThat(settings("apiKey=sk_a;proxy=http://me:pw@proxy:3128").network().proxy())
        .contains(
            new ProxySettings(
                ProxySettings.Type.HTTP,
                "proxy",
                3128,
                Optional.of(new ProxySettings.Login("me", "pw"))));
    assertThatThrownBy(() -> settings("apiKey=sk_a;proxy=socks5://me:hidden@proxy:1080"))
        .hasMessageContaining("Property proxy is malformed")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void whatToolsSendByThemselvesIsIgnored() throws SQLException {
    Map<String, String> info =
        Map.of("user", "x", "ApplicationName", "tool", "loginTimeout", "5", "password", "sk_a");
    assertThat(key(settings("user=y", info, Map.of()))).isEqualTo("sk_a");
  }

  @Test
  void secretsAreInNeitherTheScrubbedUrlNorTheText() throws SQLException {
    ConnectionSettings settings =
        settings(
            "schema='a;b';password=sk_secret;trustStorePassword=secret;"
                + "proxy=http://me:secret@h:1;cache=off");
    assertThat(settings.scrubbedUrl()).isEqualTo("jdbc:workos:schema='a;b';cache=off");
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void connectionsWithEqualNetworkAndKeyAreOneEnvironment() throws SQLException {
    assertThat(settings("apiKey=sk_a;cache=off").environment())
        .isEqualTo(settings("password=sk_a").environment())
        .isNotEqualTo(settings("apiKey=sk_b").environment())
        .isNotEqualTo(settings("apiKey=sk_a;maxRetries=1").environment());
  }
}
