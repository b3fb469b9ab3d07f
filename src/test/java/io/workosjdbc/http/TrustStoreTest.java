package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.http.ApiException.Kind;
import java.io.FileInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a certificate that the JDK's keytool makes for the run. */
@Timeout(120)
final class TrustStoreTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path dir;

  private final Api api = new Api();

  @BeforeAll
  static void makeStores() throws Exception {
    keytool(
        "-genkeypair -alias server -keyalg EC -groupname secp256r1 -validity 2"
            + " -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1"
            + " -keystore server.p12 -storetype PKCS12");
    keytool("-exportcert -alias server -keystore server.p12 -file server.cer");
    keytool("-importcert -noprompt -alias s -file server.cer -keystore p12 -storetype PKCS12");
    keytool("-importcert -noprompt -alias s -file server.cer -keystore jks -storetype JKS");
    keytool(
        "-genkeypair -alias me -keyalg EC -groupname secp256r1 -validity 2 -dname CN=workos-jdbc"
            + " -keystore client.p12 -storetype PKCS12");
    keytool("-exportcert -alias me -keystore client.p12 -file client.cer");
    keytool("-importcert -noprompt -alias me -file client.cer -keystore clients -storetype PKCS12");
    Files.writeString(dir.resolve("text"), "no store");
  }

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({"p12, changeit", "jks, changeit", "jks, ''"})
  void trustsTheCertificatesInTheStore(String file, String password) throws Exception {
    api.server.useHttps(serverSockets());
    api.answers(200, "over TLS");
    var options = https().withTrustStore(new TrustStore(dir.resolve(file), password));
    try (var client = ApiClient.of(options, api.limiters, api.log)) {
      assertThat(Api.text(client.get("/events", CallScope.unbounded()))).isEqualTo("over TLS");
    }
  }

  @Test
  void trustsNoOtherCertificateAndDoesNotTryAgain() throws Exception {
    api.server.useHttps(serverSockets());
    try (var client = ApiClient.of(https(), api.limiters, api.log)) {
      var failure = failure(client, "/events");

      assertThat(failure.kind()).isEqualTo(Kind.CANNOT_CONNECT);
      assertThat(failure).hasMessageContaining("Check the trust store and baseUrl");
      assertThat(api.time.sleeps()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"p12", "jks", "text", "missing", ""})
  void refusesAStoreThatCannotBeUsed(String file) {
    var options = https().withTrustStore(new TrustStore(dir.resolve(file), "wrong_secret"));

    assertThatThrownBy(() -> ApiClient.of(options, api.limiters, api.log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The trust store " + dir.resolve(file))
        .hasMessageContaining("PKCS12 or JKS")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesAnEncryptedStoreWithoutItsPassword() {
    var options = https().withTrustStore(new TrustStore(dir.resolve("p12"), ""));

    assertThatThrownBy(() -> ApiClient.of(options, api.limiters, api.log))
        .hasMessageContaining("holds no certificate that can be read");
  }

  @Test
  void showsItsCertificateToAGatewayThatWantsOne() throws Exception {
    api.server.useHttps(serverSockets());
    api.server.requireClientAuth();
    api.answers(200, "I know you");
    var certificate = new ClientCertificate(dir.resolve("client.p12"), PASSWORD);
    var options = https().withRoute(trusting().withCertificate(certificate));
    try (var client = ApiClient.of(options, api.limiters, api.log)) {
      assertThat(Api.text(client.get("/events", CallScope.unbounded()))).isEqualTo("I know you");
    }
    assertThat(api.request().getHandshake().peerPrincipal()).hasToString("CN=workos-jdbc");
  }

  @Test
  void aGatewayRefusesWhoShowsNoCertificate() throws Exception {
    api.server.useHttps(serverSockets());
    api.server.requireClientAuth();
    var options = https().withRoute(trusting()).withMaxRetries(0);
    try (var client = ApiClient.of(options, api.limiters, api.log)) {
      assertThat(failure(client, "/events").kind()).isIn(Kind.CANNOT_CONNECT, Kind.BROKEN_OFF);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "p12, changeit, holds no private key",
    "client.p12, wrong_secret, cannot be read",
    "text, changeit, cannot be read",
    "missing, changeit, does not exist"
  })
  void refusesAKeyStoreThatCannotBeUsed(String file, String password, String problem) {
    var certificate = new ClientCertificate(dir.resolve(file), password);
    var options = https().withRoute(Route.USUAL.withCertificate(certificate));

    assertThatThrownBy(() -> ApiClient.of(options, api.limiters, api.log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The key store " + dir.resolve(file) + " " + problem)
        .hasMessageNotContaining("secret");
  }

  @Test
  void goesThroughAConnectProxyWithALoginToTheApi() throws Exception {
    api.server.useHttps(serverSockets());
    api.answers(200, "over TLS");
    try (var proxy = LocalProxy.http(Optional.of("user:pass"))) {
      var settings =
          new ProxySettings(
              ProxySettings.Type.HTTP,
              "127.0.0.1",
              proxy.port(),
              Optional.of(new ProxySettings.Login("user", "pass")));
      var options = https().withRoute(trusting().withProxy(settings));
      try (var client = ApiClient.of(options, api.limiters, api.log)) {
        assertThat(Api.text(client.get("/events", CallScope.unbounded()))).isEqualTo("over TLS");
      }
      assertThat(proxy.asked()).contains("CONNECT 127.0.0.1:" + api.server.getPort());
      assertThat(proxy.headers()).noneMatch(header -> header.contains(Api.KEY));
    }
  }

  @ParameterizedTest
  @CsvSource({"user:pass_word, refuses the user or the password", ", wants a user and a password"})
  void saysThatTheProxyRefusesTheLoginAndShowsItNoKey(@Nullable String login, String problem)
      throws Exception {
    api.server.useHttps(serverSockets());
    try (var proxy = LocalProxy.http(Optional.of("user:other"))) {
      var given =
          Optional.ofNullable(login)
              .map(text -> new ProxySettings.Login("user", text.replace("user:", "")));
      var settings = new ProxySettings(ProxySettings.Type.HTTP, "127.0.0.1", proxy.port(), given);
      var options = https().withRoute(trusting().withProxy(settings));
      try (var client = ApiClient.of(options, api.limiters, api.log)) {
        assertThatThrownBy(() -> client.get("/events", CallScope.unbounded()))
            .isInstanceOfSatisfying(
                ApiException.class,
                e -> assertThat(e.kind()).isEqualTo(ApiException.Kind.CANNOT_CONNECT))
            .hasMessageContaining("The proxy 127.0.0.1:" + proxy.port() + " " + problem)
            .hasMessageNotContaining("pass_word");
      }
      assertThat(api.server.getRequestCount()).isZero();
      assertThat(proxy.asked()).as("not tried again and again").hasSizeBetween(1, 2);
      assertThat(proxy.headers())
          .noneMatch(header -> header.startsWith("Authorization"))
          .noneMatch(header -> header.contains(Api.KEY));
    }
  }

  @Test
  void goesThroughASocksProxyToTheApi() throws Exception {
    api.server.useHttps(serverSockets());
    api.answers(200, "over TLS");
    try (var proxy = LocalProxy.socks(Optional.of("user:pass"))) {
      var settings =
          new ProxySettings(
              ProxySettings.Type.SOCKS,
              "127.0.0.1",
              proxy.port(),
              Optional.of(new ProxySettings.Login("user", "pass")));
      var options =
          ClientOptions.of(URI.create("https://localhost:" + api.server.getPort()), () -> Api.KEY)
              .withTiming(api.time.timing())
              .withRoute(trusting().withProxy(settings));
      try (var client = ApiClient.of(options, api.limiters, api.log)) {
        assertThat(Api.text(client.get("/events", CallScope.unbounded()))).isEqualTo("over TLS");
      }
      assertThat(proxy.asked()).containsExactly("SOCKS localhost:" + api.server.getPort());
    }
  }

  private static Route trusting() {
    return Route.USUAL.withTrustStore(new TrustStore(dir.resolve("p12"), PASSWORD));
  }

  private ClientOptions https() {
    return ClientOptions.of(URI.create("https://127.0.0.1:" + api.server.getPort()), () -> Api.KEY)
        .withTiming(api.time.timing());
  }

  private static SSLSocketFactory serverSockets() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = new FileInputStream(dir.resolve("server.p12").toFile())) {
      store.load(in, PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    var clients = KeyStore.getInstance(dir.resolve("clients").toFile(), PASSWORD.toCharArray());
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(clients);
    context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static void keytool(String arguments) throws Exception {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String all = tool + " " + arguments + " -storepass " + PASSWORD + " -keypass " + PASSWORD;
    var process =
        new ProcessBuilder(all.split(" "))
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
