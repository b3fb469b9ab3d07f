package io.workosjdbc.driver;

import io.workosjdbc.driver.Choices.CacheMode;
import io.workosjdbc.driver.Choices.Pushdown;
import io.workosjdbc.planner.ScanContext;
import io.workosjdbc.planner.SourceSchema;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.resource.Source;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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
    var schema = new SourceSchema(source, context(settings, lease.value(), source));
    return new Attached(List.of(new Named(settings.schema(), schema, Optional.of(source))), lease);
  }

  private static ScanContext context(
      ConnectionSettings settings, LiveEnvironment environment, Source source) {
    var age = settings.cache() == CacheMode.OFF ? Duration.ZERO : settings.entityTtl();
    var rows = environment.fetcher().accepting(age);
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
