package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the files to have made for a condition. */
final class Exports {

  /**
   * Files begin and end at multiples of this, so that a range that is counted from now is that of
   * the file which was made for the statement before.
   */
  private static final Duration STEP = Duration.ofMinutes(5);

  private Exports() {}

  /** One file for each combination of keys; a refusal where keys or a beginning are missing. */
  static AccessPlan of(Resource resource, Condition condition, Reach reach, Instant now) {
    var keys = Keys.of(resource, condition);
    if (keys.isEmpty()) {
      return AccessPlan.refused(Refusals.unbound(resource, resource.listing().scopes().get(0)));
    }
    var range = resource.listing().timeRange().orElseThrow();
    var instants = TimeValues.of(condition, range.column());
    if (!instants.isEmpty() && !instants.span().hasLowerBound()) {
      return AccessPlan.refused(Refusals.endless(resource, range.column()));
    }
    var intervals = Intervals.of(range, condition, reach, now);
    if (intervals.isEmpty()) {
      return AccessPlan.NOTHING;
    }
    var window =
        new Window(
            atOrBefore(intervals.get(0).from()),
            atOrBefore(intervals.get(intervals.size() - 1).to().plus(STEP).minusMillis(1)));
    List<Request> requests =
        keys.get().stream()
            .<Request>map(each -> new ExportRequest(resource, each, window))
            .toList();
    return AccessPlan.of(requests, Optional.empty());
  }

  private static Instant atOrBefore(Instant instant) {
    long step = STEP.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), step) * step);
  }
}
