package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.http.ProxySettings.Login;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClientOptionsTest {
  private static final Supplier<String> KEY = "sk_test_secret"::toString;
  private static final ClientOptions OPTIONS =
      ClientOptions.of(URI.create("https://api.workos.com"), KEY);

  @Test
  void changesOneValueAtATime() {
    var timing = new FakeTime().timing();
    var proxy = new ProxySettings(ProxySettings.Type.HTTP, "proxy.example", 8080, Optional.empty());
    var trustStore = new TrustStore(Path.of("trust.p12"), "changeit");

    var changed =
        OPTIONS
            .withUserAgent("workos-jdbc/2")
            .withConnectTimeout(Duration.ofSeconds(1))
            .withRequestTimeout(Duration.ofSeconds(2))
            .withMaxRetries(4)
            .withRequestsPerSecond(5.5)
            .withMaxConcurrency(6)
            .withScheme("SSWS")
            .withProxy(proxy)
            .withTrustStore(trustStore)
            .withLogRequests(true)
            .withTiming(timing);

    assertThat(changed)
        .isEqualTo(
            new ClientOptions(
                URI.create("https://api.workos.com"),
                KEY,
                "SSWS",
                "workos-jdbc/2",
                new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), 4, 5.5, 6, 64L << 20),
                Optional.of(proxy),
                Optional.of(trustStore),
                true,
                timing));
  }

  static Stream<ThrowingCallable> wrong() {
    return Stream.of(
        () -> OPTIONS.withUserAgent("a\r\nX-Evil: 1"),
        () -> OPTIONS.withUserAgent(" "),
        () -> OPTIONS.withConnectTimeout(Duration.ZERO),
        () -> OPTIONS.withRequestTimeout(Duration.ofSeconds(-1)),
        () -> OPTIONS.withRequestTimeout(Duration.ofDays(2)),
        () -> OPTIONS.withMaxRetries(-1),
        () -> OPTIONS.withRequestsPerSecond(0),
        () -> OPTIONS.withRequestsPerSecond(Double.NaN),
        () -> OPTIONS.withRequestsPerSecond(Double.POSITIVE_INFINITY),
        () -> OPTIONS.withMaxConcurrency(0),
        () -> OPTIONS.withLimits(OPTIONS.limits().withMaxResponseBytes(0)),
        () -> ClientOptions.of(URI.create("http://api.workos.com"), KEY),
        () -> new ProxySettings(ProxySettings.Type.HTTP, "", 1, Optional.empty()),
        () -> new ProxySettings(ProxySettings.Type.HTTP, "proxy.example", 0, Optional.empty()),
        () ->
            new ProxySettings(ProxySettings.Type.SOCKS, "h", 1, Optional.of(new Login("u", "p"))));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesValuesThatMakeNoSense(ThrowingCallable wrong) {
    assertThatThrownBy(wrong).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyLargeAnswersAtOnceFitIntoTheHeap() {
    var limits = Limits.defaults().withMaxConcurrency(16);

    assertThat(limits.maxResponseBytes(16L << 30)).isEqualTo(64L << 20);
    assertThat(limits.maxResponseBytes(1L << 30)).isEqualTo(16L << 20);
    assertThat(limits.maxResponseBytes(256L << 20)).isEqualTo(8L << 20);
    assertThat(limits.withMaxResponseBytes(1000).maxResponseBytes(16L << 30)).isEqualTo(1000);
  }

  @Test
  void showsNoSecret() {
    var login = new Login("user", "proxy_secret");
    var text =
        OPTIONS
            .withProxy(
                new ProxySettings(
                    ProxySettings.Type.HTTP, "proxy.example", 8080, Optional.of(login)))
            .withTrustStore(new TrustStore(Path.of("trust.p12"), "store_secret"))
            .toString();

    assertThat(text).contains("proxy.example", "trust.p12").doesNotContain("secret");
  }
}
