package io.workosjdbc.driver;

import io.workosjdbc.http.Route;
import java.time.Duration;

/** How requests are sent. Connections with equal settings and endpoint share one HTTP client. */
record NetworkSettings(
    int requestsPerSecond,
    int maxConcurrency,
    Duration connectTimeout,
    Duration requestTimeout,
    int maxRetries,
    Route route,
    boolean logRequests) {

  /** The same, on another way. */
  NetworkSettings withRoute(Route other) {
    return new NetworkSettings(
        requestsPerSecond,
        maxConcurrency,
        connectTimeout,
        requestTimeout,
        maxRetries,
        other,
        logRequests);
  }
}
