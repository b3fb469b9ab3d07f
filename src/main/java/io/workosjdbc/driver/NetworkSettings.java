package io.workosjdbc.driver;

import io.workosjdbc.http.ProxySettings;
import io.workosjdbc.http.TrustStore;
import java.time.Duration;
import java.util.Optional;

/** How requests are sent. Connections with equal settings and endpoint share one HTTP client. */
record NetworkSettings(
    int requestsPerSecond,
    int maxConcurrency,
    Duration connectTimeout,
    Duration requestTimeout,
    int maxRetries,
    Optional<ProxySettings> proxy,
    Optional<TrustStore> trustStore,
    boolean logRequests) {}
