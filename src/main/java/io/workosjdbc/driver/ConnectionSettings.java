package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.ARRAY_STYLE;
import static io.workosjdbc.driver.ConnectionProperty.BASE_URL;
import static io.workosjdbc.driver.ConnectionProperty.CACHE;
import static io.workosjdbc.driver.ConnectionProperty.CACHE_DIR;
import static io.workosjdbc.driver.ConnectionProperty.CACHE_MAX_BYTES;
import static io.workosjdbc.driver.ConnectionProperty.CONNECT_TIMEOUT;
import static io.workosjdbc.driver.ConnectionProperty.DEMO;
import static io.workosjdbc.driver.ConnectionProperty.ENTITY_TTL;
import static io.workosjdbc.driver.ConnectionProperty.ENVIRONMENTS;
import static io.workosjdbc.driver.ConnectionProperty.HISTORY;
import static io.workosjdbc.driver.ConnectionProperty.LOG_REQUESTS;
import static io.workosjdbc.driver.ConnectionProperty.LOOKBACK;
import static io.workosjdbc.driver.ConnectionProperty.MAX_CONCURRENCY;
import static io.workosjdbc.driver.ConnectionProperty.MAX_RETRIES;
import static io.workosjdbc.driver.ConnectionProperty.ON_ENVIRONMENT_ERROR;
import static io.workosjdbc.driver.ConnectionProperty.PROXY;
import static io.workosjdbc.driver.ConnectionProperty.PUSHDOWN;
import static io.workosjdbc.driver.ConnectionProperty.REQUESTS_PER_SECOND;
import static io.workosjdbc.driver.ConnectionProperty.REQUEST_TIMEOUT;
import static io.workosjdbc.driver.ConnectionProperty.SCHEMA;
import static io.workosjdbc.driver.ConnectionProperty.TRUST_STORE;
import static io.workosjdbc.driver.ConnectionProperty.TRUST_STORE_PASSWORD;

import io.workosjdbc.driver.Choices.CacheMode;
import io.workosjdbc.driver.Choices.OnEnvironmentError;
import io.workosjdbc.driver.Choices.Pushdown;
import io.workosjdbc.http.ProxySettings;
import io.workosjdbc.http.TrustStore;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Reach;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a connection was asked to be, checked and typed. Making one sends no request.
 *
 * @param product the source that is connected to
 * @param scrubbedUrl the URL without any secret
 * @param schema the default schema
 * @param environments several environments, the first of which the other settings are of
 */
record ConnectionSettings(
    Product product,
    String scrubbedUrl,
    Endpoint endpoint,
    String schema,
    CacheSettings cache,
    Duration entityTtl,
    Duration lookback,
    Pushdown pushdown,
    ArrayStyle arrayStyle,
    StatementSettings statements,
    NetworkSettings network,
    Optional<EnvironmentSet> environments) {

  /** What connections of one JVM share an HTTP client and a cache for. */
  record Environment(Product product, Endpoint endpoint, NetworkSettings network) {}

  Environment environment() {
    return new Environment(product, endpoint, network);
  }

  /** How far back events may be asked for: what is not kept anywhere need not be. */
  Reach reach() {
    return cache.mode() == CacheMode.OFF
        ? new Reach(lookback)
        : new Reach(lookback, cache.history());
  }

  static ConnectionSettings of(ConnectionUrl url, PropertyValues values) throws SQLException {
    var environments = values.find(ENVIRONMENTS, Path.class);
    return environments.isPresent()
        ? several(scrub(url), EnvironmentsFile.read(environments.get(), values), values)
        : one(url, values);
  }

  /** The settings of the default environment, with all of them. */
  private static ConnectionSettings several(
      String scrubbedUrl, List<ConnectionSettings> members, PropertyValues values) {
    var first = members.get(0);
    return new ConnectionSettings(
        first.product,
        scrubbedUrl,
        first.endpoint,
        values.isGiven(SCHEMA) ? values.get(SCHEMA, String.class) : first.schema,
        first.cache,
        first.entityTtl,
        first.lookback,
        first.pushdown,
        first.arrayStyle,
        first.statements,
        first.network,
        Optional.of(
            new EnvironmentSet(
                members, values.get(ON_ENVIRONMENT_ERROR, OnEnvironmentError.class))));
  }

  private static ConnectionSettings one(ConnectionUrl url, PropertyValues values)
      throws SQLException {
    return new ConnectionSettings(
        url.product(),
        scrub(url),
        values.get(DEMO, Boolean.class) ? new Endpoint.Demo() : live(url.product(), values),
        values.get(SCHEMA, String.class),
        cache(values),
        values.get(ENTITY_TTL, Duration.class),
        values.get(LOOKBACK, Duration.class),
        values.get(PUSHDOWN, Pushdown.class),
        values.get(ARRAY_STYLE, ArrayStyle.class),
        StatementSettings.of(values),
        network(values),
        Optional.empty());
  }

  /** What a demonstration makes up stays in memory, unless a folder is given for it. */
  private static CacheSettings cache(PropertyValues values) {
    var folder = values.find(CACHE_DIR, Path.class);
    var mode = values.get(CACHE, CacheMode.class);
    boolean isPassing = values.get(DEMO, Boolean.class) && folder.isEmpty();
    return new CacheSettings(
        mode == CacheMode.DISK && isPassing ? CacheMode.MEMORY : mode,
        folder,
        values.get(CACHE_MAX_BYTES, Long.class),
        values.get(HISTORY, Duration.class));
  }

  private static NetworkSettings network(PropertyValues values) throws SQLException {
    Optional<Path> trustStore = values.find(TRUST_STORE, Path.class);
    if (trustStore.isPresent() && !Files.isReadable(trustStore.get())) {
      throw SqlState.BAD_VALUE.error(
          "Property trustStore: the file " + trustStore.get() + " cannot be read");
    }
    return new NetworkSettings(
        values.get(REQUESTS_PER_SECOND, Integer.class),
        values.get(MAX_CONCURRENCY, Integer.class),
        values.get(CONNECT_TIMEOUT, Duration.class),
        values.get(REQUEST_TIMEOUT, Duration.class),
        values.get(MAX_RETRIES, Integer.class),
        values.find(PROXY, ProxySettings.class),
        trustStore.map(
            file ->
                new TrustStore(
                    file,
                    values.find(TRUST_STORE_PASSWORD, Secret.class).map(Secret::value).orElse(""))),
        values.get(LOG_REQUESTS, Boolean.class));
  }

  private static Endpoint live(Product product, PropertyValues values) throws SQLException {
    var source = KeySource.of(product, values);
    Secret key = source.read();
    Optional<String> problem = product.keys().problem().apply(key.value());
    if (problem.isPresent()) {
      throw SqlState.KEY_REFUSED.error(problem.get());
    }
    URI baseUrl =
        values
            .find(BASE_URL, URI.class)
            .orElseThrow(
                () ->
                    SqlState.BAD_VALUE.error(
                        "Property "
                            + product.nameOf(BASE_URL)
                            + " is missing: it says whose API to ask"));
    return new Endpoint.Live(baseUrl, product.keys().scheme().apply(key.value()), key, source);
  }

  private static String scrub(ConnectionUrl url) {
    StringBuilder scrubbed = new StringBuilder(url.product().prefix());
    url.properties()
        .forEach(
            (name, value) -> {
              boolean shown =
                  url.product()
                      .named(name)
                      .flatMap(url.product()::spec)
                      .filter(spec -> !spec.secret())
                      .isPresent();
              if (shown) {
                scrubbed.append(scrubbed.length() == url.product().prefix().length() ? "" : ";");
                scrubbed.append(ConnectionUrl.pair(name, value));
              }
            });
    return Secret.hidden(scrubbed.toString());
  }
}
