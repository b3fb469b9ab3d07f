package io.workosjdbc.http;

import static io.workosjdbc.http.Api.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.ProxySettings.Login;
import java.util.Optional;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ProxyTest {
  private final Api api = new Api();
  private final Api proxy = new Api();

  @AfterEach
  void close() {
    api.close();
    proxy.close();
  }

  @Test
  void goesThroughTheProxy() {
    proxy.answers(200, "from the proxy");

    var response = client(Optional.empty()).get("/events", CallScope.unbounded());

    assertThat(Api.text(response)).isEqualTo("from the proxy");
    assertThat(proxy.request().getRequestLine())
        .isEqualTo("GET " + api.baseUrl() + "/events HTTP/1.1");
    assertThat(api.server.getRequestCount()).isZero();
  }

  @Test
  void givesTheLoginWhenTheProxyAsks() {
    proxy.answers(407, "", "Proxy-Authenticate: Basic realm=\"p\"").answers(200, "ok");

    client(Optional.of(new Login("user", "word"))).get("/events", CallScope.unbounded());

    assertThat(proxy.request().getHeaders().get("Proxy-Authorization")).isNull();
    assertThat(proxy.request().getHeaders().get("Proxy-Authorization"))
        .isEqualTo(Credentials.basic("user", "word"));
  }

  @Test
  void saysThatTheProxyRefusesTheLogin() {
    proxy
        .answers(407, "", "Proxy-Authenticate: Basic realm=\"p\"")
        .answers(407, "", "Proxy-Authenticate: Basic realm=\"p\"");

    var failure = failure(client(Optional.of(new Login("user", "pass_word"))), "/events");

    assertThat(failure.kind()).isEqualTo(Kind.CANNOT_CONNECT);
    assertThat(failure).hasMessageContaining("The proxy").hasMessageNotContaining("pass_word");
  }

  private ApiClient client(Optional<Login> login) {
    return api.client(
        options ->
            options.withProxy(
                new ProxySettings(
                    ProxySettings.Type.HTTP, "127.0.0.1", proxy.server.getPort(), login)));
  }
}
