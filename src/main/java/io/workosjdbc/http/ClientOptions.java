package io.workosjdbc.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What an {@link ApiClient} is made from.
 *
 * @param baseUrl https, or http to a loopback host; a path in it is kept ({@link BaseUrl})
 * @param apiKey asked for at every attempt; the key itself is never part of this record's text
 * @param scheme the word before the key in header {@code Authorization}, such as {@code Bearer}
 * @param userAgent the {@code User-Agent} header
 * @param limits timeouts, retries, rate and concurrency
 * @param route proxy and certificates
 * @param logRequests whether the line per attempt is logged at INFO instead of DEBUG
 * @param timing clock, randomness and sleeper
 */
public record ClientOptions(
    URI baseUrl,
    Supplier<String> apiKey,
    String scheme,
    String userAgent,
    Limits limits,
    Route route,
    boolean logRequests,
    Timing timing) {

  /** Checks what can be checked without reading files or the key. */
  public ClientOptions {
    BaseUrl.check(baseUrl);
    if ("http".equalsIgnoreCase(baseUrl.getScheme()) && route.leavesTheMachine()) {
      throw new IllegalArgumentException(
          "baseUrl is plain http, which a proxy on another machine could read, the API key too");
    }
    if (!scheme.matches("[A-Za-z][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException("scheme must be one word: " + scheme);
    }
    if (userAgent.isBlank() || !BaseUrl.isHeaderSafe(userAgent)) {
      throw new IllegalArgumentException("userAgent must be visible ASCII characters");
    }
  }

  /** Everything else at its default. */
  public static ClientOptions of(URI baseUrl, Supplier<String> apiKey) {
    return new ClientOptions(
        baseUrl,
        apiKey,
        "Bearer",
        "workos-jdbc",
        Limits.defaults(),
        Route.USUAL,
        false,
        Timing.system());
  }

  public ClientOptions withScheme(String value) {
    return new ClientOptions(baseUrl, apiKey, value, userAgent, limits, route, logRequests, timing);
  }

  public ClientOptions withUserAgent(String value) {
    return new ClientOptions(baseUrl, apiKey, scheme, value, limits, route, logRequests, timing);
  }

  public ClientOptions withLimits(Limits value) {
    return new ClientOptions(baseUrl, apiKey, scheme, userAgent, value, route, logRequests, timing);
  }

  public ClientOptions withConnectTimeout(Duration value) {
    return withLimits(limits.withConnectTimeout(value));
  }

  public ClientOptions withRequestTimeout(Duration value) {
    return withLimits(limits.withRequestTimeout(value));
  }

  public ClientOptions withMaxRetries(int value) {
    return withLimits(limits.withMaxRetries(value));
  }

  public ClientOptions withRequestsPerSecond(double value) {
    return withLimits(limits.withRequestsPerSecond(value));
  }

  public ClientOptions withMaxConcurrency(int value) {
    return withLimits(limits.withMaxConcurrency(value));
  }

  public ClientOptions withRoute(Route value) {
    return new ClientOptions(
        baseUrl, apiKey, scheme, userAgent, limits, value, logRequests, timing);
  }

  public ClientOptions withProxy(ProxySettings value) {
    return withRoute(route.withProxy(value));
  }

  public ClientOptions withTrustStore(TrustStore value) {
    return withRoute(route.withTrustStore(value));
  }

  public ClientOptions withLogRequests(boolean value) {
    return new ClientOptions(baseUrl, apiKey, scheme, userAgent, limits, route, value, timing);
  }

  public ClientOptions withTiming(Timing value) {
    return new ClientOptions(baseUrl, apiKey, scheme, userAgent, limits, route, logRequests, value);
  }
}
