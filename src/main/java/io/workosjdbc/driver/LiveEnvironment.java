package io.workosjdbc.driver;

import io.workosjdbc.fetch.Fetcher;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ClientOptions;
import io.workosjdbc.http.Limits;
import io.workosjdbc.http.Route;
import io.workosjdbc.resource.Source;
import io.workosjdbc.resource.TimeRange;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the connections to one environment share.
 *
 * @param caches what is kept of it
 * @param demo the server that answers, in a demo environment
 */
record LiveEnvironment(
    ApiClient client, Fetcher fetcher, Caches caches, Optional<Product.Demo> demo) {

  static LiveEnvironment open(ConnectionSettings.Environment environment) throws SQLException {
    var product = environment.product();
    var source = product.source();
    var network = environment.network();
    if (environment.endpoint() instanceof Endpoint.Live live) {
      return of(live, network, source, Optional.empty());
    }
    if (!(environment.endpoint() instanceof Endpoint.Demo)) {
      throw new IllegalArgumentException("These are several environments, and each is opened");
    }
    var demo = product.demo().get();
    var endpoint = new Endpoint.Live(demo.baseUrl(), product.keys(), new Secret(demo.key()));
    return of(endpoint, network.withRoute(Route.USUAL), source, Optional.of(demo));
  }

  private static LiveEnvironment of(
      Endpoint.Live live, NetworkSettings network, Source source, Optional<Product.Demo> demo)
      throws SQLException {
    try {
      var client = ApiClient.of(options(live, network));
      var caches = new Caches(live, retention(source), Clock.systemUTC());
      return new LiveEnvironment(client, Fetcher.of(client, source), caches, demo);
    } catch (IllegalArgumentException e) {
      demo.ifPresent(Product.Demo::close);
      throw SqlState.BAD_VALUE.error(String.valueOf(e.getMessage()), e);
    }
  }

  /** How long the service keeps events, of whatever table it keeps them longest. */
  private static Duration retention(Source source) {
    return source.resources().stream()
        .flatMap(resource -> resource.listing().timeRange().stream())
        .map(TimeRange::retention)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static ClientOptions options(Endpoint.Live live, NetworkSettings network) {
    return ClientOptions.of(live.baseUrl(), new CurrentKey(live, InstantSource.system()))
        .withScheme(live.scheme())
        .withUserAgent("workos-jdbc/" + DriverVersion.NUMBER)
        .withLimits(limits(network))
        .withRoute(network.route())
        .withLogRequests(network.logRequests());
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
    demo.ifPresent(Product.Demo::close);
  }
}
