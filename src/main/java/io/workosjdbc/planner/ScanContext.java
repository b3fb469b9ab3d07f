package io.workosjdbc.planner;

import io.workosjdbc.fetch.RowSources;
import io.workosjdbc.request.RequestPlanner;
import java.time.InstantSource;

/** What every scan of one schema works with. */
public record ScanContext(RequestPlanner requests, RowSources rows, InstantSource clock) {}
