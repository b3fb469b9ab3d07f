package io.workosjdbc.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an {@link ApiClient} is made from.
 *
 * @param baseUrl https, or http to a loopback host; a path in it is kept ({@link BaseUrl})
 * @param apiKey asked for at every attempt; the key itself is never part of this record's text
 * @param scheme the word before the key in header {@code Authorization}, such as {@code Bearer}
 * @param userAgent the {@code User-Agent} header
 * @param limits timeouts, retries, rate and concurrency
 * @param proxy instead of the one that the JVM's system properties name
 * @param trustStore instead of the JVM's
 * @param logRequests whether the line per attempt is logged at INFO instead of DEBUG
 * @param timing clock, randomness and sleeper
 */
public record ClientOptions(
    URI baseUrl,
    Supplier<String> apiKey,
    String scheme,
    String userAgent,
    Limits limits,
    Optional<ProxySettings> proxy,
    Optional<TrustStore> trustStore,
    boolean logRequests,
    Timing timing) {

  /** Checks what can be checked without reading files or the key. */
  public ClientOptions {
    BaseUrl.check(baseUrl);
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
        Optional.empty(),
        Optional.empty(),
        false,
        Timing.system());
  }

  public ClientOptions withScheme(String value) {
    return new ClientOptions(
        baseUrl, apiKey, value, userAgent, limits, proxy, trustStore, logRequests, timing);
  }

  public ClientOptions withUserAgent(String value) {
    return new ClientOptions(
        baseUrl, apiKey, scheme, value, limits, proxy, trustStore, logRequests, timing);
  }

  public ClientOptions withLimits(Limits value) {
    return new ClientOptions(
        baseUrl, apiKey, scheme, userAgent, value, proxy, trustStore, logRequests, timing);
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

  public ClientOptions withProxy(ProxySettings value) {
    return new ClientOptions(
        baseUrl,
        apiKey,
        scheme,
        userAgent,
        limits,
        Optional.of(value),
        trustStore,
        logRequests,
        timing);
  }

  public ClientOptions withTrustStore(TrustStore value) {
    return new ClientOptions(
        baseUrl, apiKey, scheme, userAgent, limits, proxy, Optional.of(value), logRequests, timing);
  }

  public ClientOptions withLogRequests(boolean value) {
    return new ClientOptions(
        baseUrl, apiKey, scheme, userAgent, limits, proxy, trustStore, value, timing);
  }

  public ClientOptions withTiming(Timing value) {
    return new ClientOptions(
        baseUrl, apiKey, scheme, userAgent, limits, proxy, trustStore, logRequests, value);
  }
}
