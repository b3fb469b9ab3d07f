package io.workosjdbc.fetch;

import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Column;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a scan gets its rows from. */
public interface RowSources {

  /**
   * The rows that the requests of a plan give, in the order of the projection. Nothing is requested
   * before the first row is asked for.
   */
  RowSource open(AccessPlan plan, List<Column> projection, Execution execution);

  /** How old the answer would be that a cache has for a request; empty when it must be asked. */
  Optional<Duration> age(Request request);
}
