package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.ProxySettings.Login;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Through a SOCKS 5 proxy. */
@Timeout(60)
final class SocksTest {
  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  private ApiClient client(LocalProxy proxy, Optional<Login> login) {
    return api.client(
        options ->
            options.withProxy(
                new ProxySettings(ProxySettings.Type.SOCKS, "127.0.0.1", proxy.port(), login)));
  }

  @Test
  void goesThroughAProxyWithoutLogin() throws IOException {
    api.answers(200, "ok");
    try (var proxy = LocalProxy.socks(Optional.empty())) {
      var response = client(proxy, Optional.empty()).get("/events", CallScope.unbounded());

      assertThat(Api.text(response)).isEqualTo("ok");
      assertThat(proxy.asked()).containsExactly("SOCKS 127.0.0.1:" + api.server.getPort());
    }
  }

  @Test
  void givesItsOwnLogin() throws IOException {
    api.answers(200, "ok");
    try (var proxy = LocalProxy.socks(Optional.of("Jörg:pass word"))) {
      var login = new Login("Jörg", "pass word");
      var response = client(proxy, Optional.of(login)).get("/events", CallScope.unbounded());

      assertThat(Api.text(response)).isEqualTo("ok");
    }
  }

  /** The name exists nowhere, so only a proxy that is given it can say so. */
  @Test
  void theProxyLooksTheNameUp() throws IOException {
    try (var proxy = LocalProxy.socks(Optional.empty())) {
      var settings =
          new ProxySettings(ProxySettings.Type.SOCKS, "127.0.0.1", proxy.port(), Optional.empty());
      var options =
          ClientOptions.of(URI.create("https://api.name.invalid"), () -> Api.KEY)
              .withTiming(api.time.timing())
              .withMaxRetries(0)
              .withProxy(settings);
      try (var client = ApiClient.of(options, api.limiters, api.log)) {
        var failure = failure(client, "/events");

        assertThat(failure.kind()).isEqualTo(Kind.CANNOT_CONNECT);
        assertThat(failure)
            .hasMessageContaining("does not connect to api.name.invalid: connection refused");
        assertThat(proxy.asked()).contains("SOCKS api.name.invalid:443");
      }
    }
  }

  @Test
  void saysThatTheLoginIsRefused() throws IOException {
    try (var proxy = LocalProxy.socks(Optional.of("user:right"))) {
      var failure = failure(client(proxy, Optional.of(new Login("user", "wrong_word"))), "/events");

      assertThat(failure.kind()).isEqualTo(Kind.CANNOT_CONNECT);
      assertThat(failure)
          .hasMessageContaining("refuses the user or the password")
          .hasMessageNotContaining("wrong_word");
      assertThat(proxy.logins()).as("not tried again and again").isEqualTo(1);
    }
  }

  @Test
  void saysThatALoginIsWanted() throws IOException {
    try (var proxy = LocalProxy.socks(Optional.of("user:right"))) {
      assertThat(failure(client(proxy, Optional.empty()), "/events"))
          .hasMessageContaining("wants a user and a password");
    }
  }

  @Test
  void saysThatItIsNoSocksProxy() {
    api.answers(200, "I speak HTTP");
    var settings =
        new ProxySettings(
            ProxySettings.Type.SOCKS, "127.0.0.1", api.server.getPort(), Optional.empty());
    var client =
        api.client(
            options ->
                options
                    .withMaxRetries(0)
                    .withConnectTimeout(Duration.ofMillis(300))
                    .withProxy(settings));

    assertThat(failure(client, "/events").kind()).isEqualTo(Kind.CANNOT_CONNECT);
  }
}
