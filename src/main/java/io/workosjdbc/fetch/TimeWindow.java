package io.workosjdbc.fetch;

import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The range of time that a list was asked for, and where its pages are heading. Because a cursor
 * drops the start of the range, and a service may ignore either end, only the rows themselves tell
 * when the range has been passed.
 */
final class TimeWindow {

  private final int column;
  private final long from;
  private final long to;
  private boolean isRising;
  private boolean isFalling;
  private Optional<Long> last = Optional.empty();

  /**
   * @param column where the time lies in a row
   */
  TimeWindow(int column, Window window) {
    this.column = column;
    this.from = firstMillisecond(window.from());
    this.to = firstMillisecond(window.to());
  }

  private static long firstMillisecond(Instant instant) {
    var millis = instant.truncatedTo(ChronoUnit.MILLIS);
    return millis.toEpochMilli() + (millis.equals(instant) ? 0 : 1);
  }

  /** Whether a row lies in the range. */
  boolean contains(@Nullable Object[] row) {
    long time = time(row);
    return from <= time && time < to;
  }

  /** Takes note of a page, and tells whether it lies wholly beyond the range. */
  boolean isBeyond(ObjectPage page) {
    boolean younger = true;
    boolean older = true;
    for (var row : page.rows()) {
      if (row[column] == null) {
        throw page.answer().nonsense("an object of a list with a time range has no time");
      }
      long time = time(row);
      younger &= time >= to;
      older &= time < from;
      isRising |= last.isPresent() && last.get() < time;
      isFalling |= last.isPresent() && last.get() > time;
      last = Optional.of(time);
    }
    return direction().equals(Optional.of(Direction.ASCENDING))
        ? younger
        : older && direction().isPresent();
  }

  /** Where the pages are heading, as long as they did not turn. */
  private Optional<Direction> direction() {
    if (isRising == isFalling) {
      return Optional.empty();
    }
    return Optional.of(isRising ? Direction.ASCENDING : Direction.DESCENDING);
  }

  private long time(@Nullable Object[] row) {
    return row[column] instanceof Long time ? time : Long.MIN_VALUE;
  }
}
