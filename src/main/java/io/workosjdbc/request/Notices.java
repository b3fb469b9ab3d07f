package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Why a whole answer may be smaller than it looks. */
final class Notices {

  private Notices() {}

  /** What to tell who has read everything for which a condition can hold. */
  static Optional<String> of(Resource resource, Condition condition, Reach reach) {
    return resource
        .listing()
        .timeRange()
        .filter(range -> isOpen(condition, range.column()))
        .map(
            range ->
                "%s has no lower bound of %s, so only rows of the last %s were read (property lookback)"
                    .formatted(resource.table(), range.column(), days(reach.lookback())));
  }

  /** Whether nothing is asked for because all that is wanted is older than what is read. */
  static boolean isOutOfReach(Resource resource, Condition condition, Reach reach, Instant now) {
    return resource
        .listing()
        .timeRange()
        .filter(range -> Intervals.of(range, condition, reach, now).isEmpty())
        .isPresent();
  }

  /** Whether any instant is early enough. */
  static boolean isOpen(Condition condition, String column) {
    var instants = TimeValues.of(condition, column);
    return !instants.isEmpty() && !instants.span().hasLowerBound();
  }

  private static String days(Duration duration) {
    return duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))
        ? duration.toDays() + "d"
        : duration.toString();
  }
}
