package io.workosjdbc.driver;

import static io.workosjdbc.driver.PropertySpec.property;

import io.workosjdbc.fetch.Budget.OnceSpent;
import io.workosjdbc.request.ArrayStyle;
import java.time.Duration;

/**
 * Every connection property, as the first source has it; a {@link Product} may have it otherwise.
 * This is the single source of names, types, defaults, descriptions, choices, required flags,
 * aliases and environment variables. No property names a class to load.
 */
enum ConnectionProperty {
  API_KEY(
      property(
              "apiKey",
              PropertyType.secret(),
              "The environment's secret API key (sk_...), from the WorkOS dashboard.")
          .hidden()
          .needed()
          .alsoNamed("password")
          .fromEnvironment("WORKOS_API_KEY")),
  API_KEY_FILE(
      property(
          "apiKeyFile",
          PropertyType.file(),
          "A file whose only content is the API key, which only its owner may read; read at connect,"
              + " and again when the key is refused, if apiKey is not given.")),
  BASE_URL(
      property(
              "baseUrl",
              PropertyType.baseUrl(),
              "Where the API is. https only, except for loopback hosts.")
          .withDefault("https://api.workos.com")),
  SCHEMA(
      property("schema", PropertyType.text(), "The name of the schema that holds the tables.")
          .withDefault("workos")),
  DEMO(
      property(
              "demo",
              PropertyType.flag(),
              "Query a built-in demonstration environment instead of WorkOS; needs no API key.")
          .withDefault("false")),
  MODEL(
      property(
          "model",
          PropertyType.file(),
          "A JSON file in the form of Calcite's models that names sources and databases, each a"
              + " schema.")),
  ENVIRONMENTS(
      property(
          "environments",
          PropertyType.file(),
          "A JSON file that names several environments: each becomes a schema with its own key.")),
  ON_ENVIRONMENT_ERROR(
      property(
              "onEnvironmentError",
              PropertyType.choice(Choices.OnEnvironmentError.class),
              "When one of several environments fails a statement over all of them: fail too, or"
                  + " leave it out with a warning.")
          .withDefault("error")),
  CACHE(
      property(
              "cache",
              PropertyType.choice(Choices.CacheMode.class),
              "Where answers are kept for later statements: on disk (events, and lists whose changes"
                  + " events tell), in memory, or nowhere.")
          .withDefault("disk")),
  CACHE_DIR(
      property(
          "cacheDir",
          PropertyType.file(),
          "The folder of the disk cache; else workos-jdbc in the user's cache folder"
              + " ($XDG_CACHE_HOME, ~/.cache, ~/Library/Caches, %LOCALAPPDATA%).")),
  CACHE_MAX_BYTES(
      property(
              "cacheMaxBytes",
              PropertyType.bytes(1 << 20, 1L << 50),
              "How large the folder may grow, all environments together. 500MB, 2GB or bytes.")
          .withDefault("1GB")),
  HISTORY(
      property(
              "history",
              PropertyType.duration(Duration.ofHours(1), Duration.ofDays(36_500)),
              "How long events are kept on disk; longer than the 90 days of the API builds an"
                  + " archive.")
          .withDefault("90d")),
  ENTITY_TTL(
      property(
              "entityTtl",
              PropertyType.duration(Duration.ZERO, Duration.ofDays(365)),
              "How old a cached list may be until the API is asked whether it holds; 0 always reads it.")
          .withDefault("60s")),
  LOOKBACK(
      property(
              "lookback",
              PropertyType.duration(Duration.ofSeconds(1), Duration.ofDays(90)),
              "How far back an event query without a lower time bound reaches.")
          .withDefault("90d")),
  PUSHDOWN(
      property(
              "pushdown",
              PropertyType.choice(Choices.Pushdown.class),
              "Send conditions to the API, or read whole lists and filter here (to compare), or refuse"
                  + " a statement that would read a whole list.")
          .withDefault("on")),
  MAX_REQUESTS(
      property(
              "maxRequests",
              PropertyType.count(0, Integer.MAX_VALUE),
              "How many requests one statement may send, retries not counted; 0 for no bound.")
          .withDefault("0")),
  MAX_ROWS(
      property(
              "maxRows",
              PropertyType.count(0, Integer.MAX_VALUE),
              "How many rows all scans of one statement together may read; 0 for no bound.")
          .withDefault("0")),
  STATEMENT_TIMEOUT(
      property(
              "statementTimeout",
              PropertyType.duration(Duration.ZERO, Duration.ofDays(365)),
              "How long a statement may take that was given no query timeout; 0 for no bound.")
          .withDefault("0")),
  ON_BUDGET(
      property(
              "onBudget",
              PropertyType.choice(OnceSpent.class),
              "What becomes of a statement that needs more than maxRequests, maxRows or"
                  + " statementTimeout: it fails, or gives the rows so far with a warning.")
          .withDefault("error")),
  PROVENANCE(
      property(
              "provenance",
              PropertyType.flag(),
              "Show columns _fetched_at, _from_cache and _request_id in every table; else they are"
                  + " hidden, and there for who names them.")
          .withDefault("false")),
  LOG_VALUES(
      property(
              "logValues",
              PropertyType.flag(),
              "Keep the texts of statements and the values of email filters in the tables of"
                  + " workos_log, where they are masked otherwise.")
          .withDefault("false")),
  AUDIT_LOGS(
      property(
              "auditLogs",
              PropertyType.choice(Choices.AuditLogs.class),
              "Whether reading workos_audit_log_event may have WorkOS create exports.")
          .withDefault("off")),
  REQUESTS_PER_SECOND(
      property(
              "requestsPerSecond",
              PropertyType.count(1, 10_000),
              "The highest request rate of all connections of this JVM with the same key.")
          .withDefault("80")),
  MAX_CONCURRENCY(
      property("maxConcurrency", PropertyType.count(1, 256), "The most requests in flight at once.")
          .withDefault("16")),
  CONNECT_TIMEOUT(
      property(
              "connectTimeout",
              PropertyType.duration(Duration.ofMillis(1), Duration.ofHours(1)),
              "How long to wait for a network connection.")
          .withDefault("10s")),
  REQUEST_TIMEOUT(
      property(
              "requestTimeout",
              PropertyType.duration(Duration.ofMillis(1), Duration.ofHours(1)),
              "How long one request may take, retries not counted.")
          .withDefault("60s")),
  MAX_RETRIES(
      property(
              "maxRetries",
              PropertyType.count(0, 20),
              "How often a request is repeated after 408, 429, 5xx or a broken connection.")
          .withDefault("5")),
  PROXY(
      property(
              "proxy",
              PropertyType.proxy(),
              "A forward proxy: http://[user:password@]host:port or socks5://[user:password@]host:port.")
          .hidden()),
  TRUST_STORE(
      property(
          "trustStore",
          PropertyType.file(),
          "A key store (PKCS12 or JKS) with the certificates to trust instead of the JVM's.")),
  TRUST_STORE_PASSWORD(
      property("trustStorePassword", PropertyType.secret(), "The password of trustStore.")
          .hidden()),
  KEY_STORE(
      property(
          "keyStore",
          PropertyType.file(),
          "A key store (PKCS12 or JKS) with a certificate and its key, by which a gateway knows who"
              + " asks.")),
  KEY_STORE_PASSWORD(
      property("keyStorePassword", PropertyType.secret(), "The password of keyStore and its key.")
          .hidden()),
  ARRAY_STYLE(
      property(
              "arrayStyle",
              PropertyType.choice(ArrayStyle.class),
              "How a list is written in a request: a=1,2 or a=1&a=2 or a[]=1&a[]=2.")
          .withDefault("comma")),
  LOG_REQUESTS(
      property(
              "logRequests",
              PropertyType.flag(),
              "Log every request at INFO (logger io.workosjdbc.http), without keys or bodies.")
          .withDefault("false"));

  // A record of values; only its type's reader is a function, and that holds no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final PropertySpec spec;

  ConnectionProperty(PropertySpec spec) {
    this.spec = spec;
  }

  PropertySpec spec() {
    return spec;
  }

  String propertyName() {
    return spec.name();
  }
}
