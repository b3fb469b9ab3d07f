package io.workosjdbc.driver;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.driver.Choices.Pushdown;
import io.workosjdbc.fetch.Fetcher;
import io.workosjdbc.planner.ScanContext;
import io.workosjdbc.planner.SourceSchema;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.resource.Source;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The place where the planner's schema, the HTTP client and the cache are put together. Connections
 * to the same environment share the client, the cache and what was learned about the sizes of
 * lists.
 */
final class LiveSchemas implements SchemaSource {

  private final Source source;
  private final Environments<ConnectionSettings.Environment, LiveEnvironment> environments =
      new Environments<>(LiveEnvironment::close);

  LiveSchemas(Source source) {
    this.source = source;
  }

  @Override
  public Attached open(ConnectionSettings settings) throws SQLException {
    var lease =
        environments.lease(
            settings.environment(), environment -> LiveEnvironment.open(environment, source));
    try {
      return attached(settings, lease);
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private Attached attached(
      ConnectionSettings settings,
      Environments<ConnectionSettings.Environment, LiveEnvironment>.Lease lease) {
    var environment = lease.value();
    var cache = environment.caches().open(settings.cache());
    var rows =
        cache
            .map(kept -> environment.fetcher().with(kept, settings.entityTtl()))
            .orElse(environment.fetcher());
    return new Attached(
        List.of(
            new Named(
                settings.schema(),
                new SourceSchema(source, context(settings, rows)),
                Optional.of(source))),
        cache.<CacheControl>map(kept -> kept).orElse(CacheControl.NONE),
        cache.flatMap(kept -> kept.events().problem()).stream().toList(),
        lease);
  }

  private ScanContext context(ConnectionSettings settings, Fetcher rows) {
    var requests =
        new RequestPlanner(
            source,
            new Reach(settings.lookback()),
            settings.arrayStyle(),
            rows.sizes(),
            settings.pushdown() == Pushdown.ON);
    return new ScanContext(requests, rows, Clock.systemUTC());
  }
}
