package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Why a whole answer may be smaller than it looks. */
final class Notices {

  /** A bound that is computed from the current time may be this much before the retention. */
  private static final Duration TOLERANCE = Reach.CLOCK_SKEW;

  private Notices() {}

  /** What to tell who has read everything for which a condition can hold. */
  static Optional<String> of(Resource resource, Condition condition, Reach reach, Instant now) {
    return resource
        .listing()
        .timeRange()
        .flatMap(range -> of(range, resource.table(), condition, reach, now));
  }

  private static Optional<String> of(
      TimeRange range, String table, Condition condition, Reach reach, Instant now) {
    var instants = TimeValues.of(condition, range.column());
    if (instants.isEmpty()) {
      return Optional.empty();
    }
    if (!instants.span().hasLowerBound()) {
      return Optional.of(
          "%s has no lower bound of %s, so only rows of the last %s were read (property lookback)"
              .formatted(table, range.column(), days(reach.lookback())));
    }
    var from = instants.span().lowerEndpoint();
    return from.isBefore(now.minus(range.retention()).minus(TOLERANCE))
        ? Optional.of(
            "The API keeps rows of %s for %s, and the statement asks for those since %s: older ones are only there as far as the cache has kept them"
                .formatted(table, days(range.retention()), from.truncatedTo(ChronoUnit.SECONDS)))
        : Optional.empty();
  }

  private static String days(Duration duration) {
    return duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))
        ? duration.toDays() + "d"
        : duration.toString();
  }
}
