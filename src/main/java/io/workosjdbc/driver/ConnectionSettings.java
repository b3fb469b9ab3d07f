package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.ARRAY_STYLE;
import static io.workosjdbc.driver.ConnectionProperty.CACHE;
import static io.workosjdbc.driver.ConnectionProperty.CACHE_DIR;
import static io.workosjdbc.driver.ConnectionProperty.CACHE_MAX_BYTES;
import static io.workosjdbc.driver.ConnectionProperty.CONNECT_TIMEOUT;
import static io.workosjdbc.driver.ConnectionProperty.DEMO;
import static io.workosjdbc.driver.ConnectionProperty.ENTITY_TTL;
import static io.workosjdbc.driver.ConnectionProperty.HISTORY;
import static io.workosjdbc.driver.ConnectionProperty.KEY_STORE;
import static io.workosjdbc.driver.ConnectionProperty.KEY_STORE_PASSWORD;
import static io.workosjdbc.driver.ConnectionProperty.LOG_REQUESTS;
import static io.workosjdbc.driver.ConnectionProperty.LOOKBACK;
import static io.workosjdbc.driver.ConnectionProperty.MAX_CONCURRENCY;
import static io.workosjdbc.driver.ConnectionProperty.MAX_RETRIES;
import static io.workosjdbc.driver.ConnectionProperty.PROXY;
import static io.workosjdbc.driver.ConnectionProperty.PUSHDOWN;
import static io.workosjdbc.driver.ConnectionProperty.REQUESTS_PER_SECOND;
import static io.workosjdbc.driver.ConnectionProperty.REQUEST_TIMEOUT;
import static io.workosjdbc.driver.ConnectionProperty.SCHEMA;
import static io.workosjdbc.driver.ConnectionProperty.TRUST_STORE;
import static io.workosjdbc.driver.ConnectionProperty.TRUST_STORE_PASSWORD;

import io.workosjdbc.driver.Choices.CacheMode;
import io.workosjdbc.driver.Choices.Pushdown;
import io.workosjdbc.http.ClientCertificate;
import io.workosjdbc.http.ProxySettings;
import io.workosjdbc.http.Route;
import io.workosjdbc.http.TrustStore;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Reach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * What a connection was asked to be, checked and typed. Making one sends no request.
 *
 * @param product the source that is connected to
 * @param scrubbedUrl the URL without any secret
 * @param schema the default schema
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
    NetworkSettings network) {

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
    var endpoint = Endpoints.of(url.product(), values);
    return new ConnectionSettings(
        url.product(),
        scrub(url),
        endpoint,
        endpoint instanceof Endpoint.Several several && !values.isGiven(SCHEMA)
            ? several.members().get(0).schema
            : values.get(SCHEMA, String.class),
        cache(values),
        values.get(ENTITY_TTL, Duration.class),
        values.get(LOOKBACK, Duration.class),
        values.get(PUSHDOWN, Pushdown.class),
        values.get(ARRAY_STYLE, ArrayStyle.class),
        StatementSettings.of(values),
        network(values));
  }

  /** The same, where several environments are one schema of this name before all. */
  ConnectionSettings overAll(String name) {
    return endpoint instanceof Endpoint.Several several
        ? new ConnectionSettings(
            product,
            scrubbedUrl,
            new Endpoint.Several(several.members(), several.onError(), Optional.of(name)),
            name,
            cache,
            entityTtl,
            lookback,
            pushdown,
            arrayStyle,
            statements,
            network)
        : this;
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
    return new NetworkSettings(
        values.get(REQUESTS_PER_SECOND, Integer.class),
        values.get(MAX_CONCURRENCY, Integer.class),
        values.get(CONNECT_TIMEOUT, Duration.class),
        values.get(REQUEST_TIMEOUT, Duration.class),
        values.get(MAX_RETRIES, Integer.class),
        new Route(
            values.find(PROXY, ProxySettings.class),
            readable(TRUST_STORE, values)
                .map(file -> new TrustStore(file, password(TRUST_STORE_PASSWORD, values))),
            readable(KEY_STORE, values)
                .map(file -> new ClientCertificate(file, password(KEY_STORE_PASSWORD, values)))),
        values.get(LOG_REQUESTS, Boolean.class));
  }

  private static Optional<Path> readable(ConnectionProperty property, PropertyValues values)
      throws SQLException {
    Optional<Path> file = values.find(property, Path.class);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw SqlState.BAD_VALUE.error(
          "Property %s: the file %s cannot be read"
              .formatted(values.product().nameOf(property), file.get()));
    }
    return file;
  }

  private static String password(ConnectionProperty property, PropertyValues values) {
    return values.find(property, Secret.class).map(Secret::value).orElse("");
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
