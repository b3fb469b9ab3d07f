package io.workosjdbc.planner;

import io.workosjdbc.fetch.RowSources;
import io.workosjdbc.request.RequestPlanner;
import java.time.InstantSource;

/**
 * What every scan of one schema works with.
 *
 * @param refusesWholeLists whether a statement fails that would read a list from its beginning to
 *     its end
 * @param showsProvenance whether tables have the columns of {@link Provenance} for everybody
 */
public record ScanContext(
    RequestPlanner requests,
    RowSources rows,
    InstantSource clock,
    boolean refusesWholeLists,
    boolean showsProvenance) {

  /** The same context with other rows. */
  public ScanContext withRows(RowSources others) {
    return new ScanContext(requests, others, clock, refusesWholeLists, showsProvenance);
  }

  /** A context in which whole lists may be read. */
  public ScanContext(RequestPlanner requests, RowSources rows, InstantSource clock) {
    this(requests, rows, clock, false, false);
  }
}
