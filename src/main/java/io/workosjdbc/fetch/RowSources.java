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
   * The rows that the requests of a plan give. Nothing is requested before the first {@link
   * RowSource#next()}, and then no page before a row of it is needed. Whoever calls this closes.
   *
   * @param projection columns of the table that the plan reads, in the order of the row; maybe none
   */
  RowSource open(AccessPlan plan, List<Column> projection, Execution execution);

  /**
   * How old the answer would be that a cache has for the whole of a request; empty when the service
   * must be asked.
   */
  Optional<Duration> age(Request request);
}
