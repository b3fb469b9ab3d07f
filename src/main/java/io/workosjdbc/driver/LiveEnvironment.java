package io.workosjdbc.driver;

import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.fetch.Fetcher;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ClientOptions;
import io.workosjdbc.http.Limits;
import io.workosjdbc.resource.Source;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/**
 * What the connections to one environment share.
 *
 * @param demo the server that answers, in a demo environment
 */
record LiveEnvironment(ApiClient client, Fetcher fetcher, Optional<DemoServer> demo) {

  /** The cache in memory takes no more than this, and no more than an eighth of the heap. */
  private static final long MOST_CACHED_BYTES = 64L << 20;

  static LiveEnvironment open(ConnectionSettings.Environment environment, Source source)
      throws SQLException {
    if (environment.endpoint() instanceof Endpoint.Live live) {
      return of(live, environment.network(), source, Optional.empty());
    }
    var demo = DemoServer.start();
    var endpoint = new Endpoint.Live(demo.baseUrl(), new Secret(demo.apiKey()));
    return of(endpoint, environment.network(), source, Optional.of(demo));
  }

  private static LiveEnvironment of(
      Endpoint.Live live, NetworkSettings network, Source source, Optional<DemoServer> demo)
      throws SQLException {
    try {
      var client = ApiClient.of(options(live, network));
      var cache = new ListingCache(cacheBytes(), Clock.systemUTC());
      return new LiveEnvironment(client, Fetcher.of(client, source, cache), demo);
    } catch (IllegalArgumentException e) {
      demo.ifPresent(DemoServer::close);
      throw SqlState.BAD_VALUE.error(String.valueOf(e.getMessage()), e);
    }
  }

  private static long cacheBytes() {
    return Math.min(MOST_CACHED_BYTES, Runtime.getRuntime().maxMemory() / 8);
  }

  private static ClientOptions options(Endpoint.Live live, NetworkSettings network) {
    var options =
        ClientOptions.of(live.baseUrl(), live.apiKey()::value)
            .withUserAgent("workos-jdbc/" + DriverVersion.NUMBER)
            .withLimits(limits(network))
            .withLogRequests(network.logRequests());
    options = network.proxy().map(options::withProxy).orElse(options);
    return network.trustStore().map(options::withTrustStore).orElse(options);
  }

  private static Limits limits(NetworkSettings network) {
    return Limits.defaults()
        .withConnectTimeout(network.connectTimeout())
        .withRequestTimeout(network.requestTimeout())
        .withMaxRetries(network.maxRetries())
        .withRequestsPerSecond(network.requestsPerSecond())
        .withMaxConcurrency(network.maxConcurrency());
  }

  void close() {
    fetcher.close();
    client.close();
    demo.ifPresent(DemoServer::close);
  }
}
