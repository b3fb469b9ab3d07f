package io.workosjdbc.request;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import io.workosjdbc.resource.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The intervals of time that a condition leaves to a list of events. */
final class Intervals {

  /** More intervals than this are read as one that spans them. */
  private static final int MOST = 100;

  private Intervals() {}

  /**
   * Disjoint intervals, oldest first, within what the service keeps; none when nothing can match.
   */
  static List<Window> of(TimeRange range, Condition condition, Reach reach, Instant now) {
    var instants = TimeValues.of(condition, range.column());
    if (instants.isEmpty()) {
      return List.of();
    }
    var kept = instants.subRangeSet(reachable(range, instants, reach, now));
    var windows =
        kept.asRanges().stream()
            .map(each -> new Window(each.lowerEndpoint(), each.upperEndpoint()))
            .toList();
    return windows.size() <= MOST
        ? windows
        : List.of(new Window(windows.get(0).from(), windows.get(windows.size() - 1).to()));
  }

  /**
   * What a condition asks for that is too old to be had, if it says how far back to go. A few
   * minutes more than there is do not count: clocks differ, and a statement takes time.
   */
  static Optional<Window> unreachable(
      TimeRange range, Condition condition, Reach reach, Instant now) {
    var instants = TimeValues.of(condition, range.column());
    if (instants.isEmpty() || !instants.span().hasLowerBound()) {
      return Optional.empty();
    }
    var lost = instants.subRangeSet(Range.lessThan(reach.gone(range, now)));
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(new Window(lost.span().lowerEndpoint(), lost.span().upperEndpoint()));
  }

  /** The whole interval that is read when conditions may not narrow it. */
  static Window whole(TimeRange range, Condition condition, Reach reach, Instant now) {
    var all = reachable(range, TimeValues.of(condition, range.column()), reach, now);
    return new Window(all.lowerEndpoint(), all.upperEndpoint());
  }

  private static Range<Instant> reachable(
      TimeRange range, RangeSet<Instant> instants, Reach reach, Instant now) {
    boolean bounded = instants.isEmpty() || instants.span().hasLowerBound();
    var start = bounded ? reach.oldest(range, now) : reach.start(range, now);
    return Range.closedOpen(start, reach.newest(now));
  }
}
