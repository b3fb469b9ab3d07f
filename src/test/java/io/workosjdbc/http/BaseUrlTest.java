package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.workos.com",
        "HTTPS://api.workos.com:8443/path/",
        "http://localhost:4100",
        "http://LOCALHOST",
        "http://api.localhost",
        "http://127.0.0.1:1",
        "http://127.8.8.8",
        "http://[::1]:4100"
      })
  void acceptsHttpsAndLoopback(String url) {
    assertThatCode(() -> BaseUrl.check(URI.create(url))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.workos.com",
        "http://localhost.evil.example",
        "http://notlocalhost",
        "http://128.0.0.1",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://[::2]",
        "http://127.0.0.1.evil.example"
      })
  void refusesPlainHttpToAnotherHost(String url) {
    assertThatThrownBy(() -> BaseUrl.check(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.workos.com",
        "ftp://api.workos.com",
        "https:///path",
        "mailto:a@b",
        "https://user:secret@api.workos.com",
        "https://api.workos.com?secret=1",
        "https://api.workos.com#secret"
      })
  void refusesWhatIsNoBaseUrlWithoutShowingIt(String url) {
    assertThatThrownBy(() -> BaseUrl.check(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseUrl ")
        .hasMessageNotContaining("secret");
  }

  @Test
  void resolvesTargetsAsTheyAreWritten() {
    var base = BaseUrl.of(URI.create("https://api.workos.com/v1/"));

    assertThat(base.resolve("/a%2Fb?events[]=x,y&t=2026-01-01T00%3A00%3A00.000Z"))
        .hasToString(
            "Optional[https://api.workos.com/v1/a%2Fb?events[]=x,y&t=2026-01-01T00%3A00%3A00.000Z]");
    assertThat(base.resolve("//evil.example/a")).map(url -> url.host()).contains("api.workos.com");
  }
}
