package io.workosjdbc.fetch;

import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ClientOptions;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.workos.WorkOs;
import java.time.Clock;

/** A client of a demo server, and a fetcher that has not learned anything yet. */
record Environment(ApiClient client, Fetcher fetcher) implements AutoCloseable {

  static Environment of(DemoServer server, int concurrency) {
    return of(server, concurrency, Archive.NONE);
  }

  static Environment of(DemoServer server, int concurrency, Archive archive) {
    var client =
        ApiClient.of(
            ClientOptions.of(server.baseUrl(), server::apiKey)
                .withMaxRetries(0)
                .withMaxConcurrency(concurrency)
                .withRequestsPerSecond(1e6));
    var cache = new ListingCache(1 << 20, Clock.systemUTC());
    return new Environment(client, Fetcher.of(client, WorkOs.SOURCE, cache, archive));
  }

  /** The ids of events. */
  RowSource open(AccessPlan plan, Execution execution) {
    return fetcher.open(plan, Reading.columns(Reading.EVENTS, "id"), execution);
  }

  @Override
  public void close() {
    fetcher.close();
    client.close();
  }
}
