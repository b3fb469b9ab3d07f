package io.workosjdbc.fetch;

import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stretch of time that one cursor reads, and how far it has come. What it has not reached yet can
 * be cut off and become a slice of its own, so that all slices of a window together are always
 * exactly that window. Times are milliseconds since 1970; the start lies in it, the end does not.
 *
 * <p>Because a cursor drops the start of a range, and a service may ignore either end, only the
 * times of the objects tell when the slice has been passed. Not thread-safe.
 */
final class Slice {

  /** How far behind the objects after it one may come: who sorts by arrival may be late. */
  private static final long MARGIN = Duration.ofMinutes(5).toMillis();

  private long from;
  private long to;
  private boolean isAsked;
  private boolean hasObjects;
  private boolean isRising;
  private boolean isFalling;
  private long last;
  private double perMillisecond;

  private Slice(long from, long to) {
    this.from = from;
    this.to = to;
  }

  static Slice of(Window window) {
    return new Slice(firstMillisecond(window.from()), firstMillisecond(window.to()));
  }

  private static long firstMillisecond(Instant instant) {
    var millis = instant.truncatedTo(ChronoUnit.MILLIS);
    return millis.toEpochMilli() + (millis.equals(instant) ? 0 : 1);
  }

  Window window() {
    return new Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  boolean contains(long time) {
    return from <= time && time < to;
  }

  /** Whether a service that honours ranges can have given an object of this time. */
  boolean mayAnswer(long time) {
    return from - 1 <= time && time <= to;
  }

  /** From now on an answer is on its way, and where it begins is not known. */
  void ask() {
    isAsked = true;
  }

  /**
   * Takes note of the times on a page, and tells whether nothing of the slice can follow. What is
   * late comes after younger objects: among rising times that is a while, among falling ones a page
   * of nothing but older objects would all have to be late.
   */
  boolean pass(long[] times) {
    boolean older = true;
    for (long time : times) {
      older &= time < from;
      isRising |= hasObjects && last < time;
      isFalling |= hasObjects && last > time;
      last = time;
      hasObjects = true;
    }
    if (times.length > 0) {
      long span = Math.abs(times[times.length - 1] - times[0]);
      perMillisecond = times.length / (double) Math.max(1, span);
    }
    if (direction().isEmpty()) {
      return false;
    }
    return isRising ? last >= to + MARGIN : older || last < from - MARGIN;
  }

  /** Where the pages are heading, as long as they did not turn. */
  Optional<Direction> direction() {
    if (isRising == isFalling) {
      return Optional.empty();
    }
    return Optional.of(isRising ? Direction.ASCENDING : Direction.DESCENDING);
  }

  /** How much of it lies behind the last object. */
  long passed() {
    if (direction().isEmpty()) {
      return 0;
    }
    long reached = Math.max(from, Math.min(to, last));
    return isRising ? reached - from : to - reached;
  }

  /**
   * What was read of it completely: nothing of the last time seen, of which there may be more, and
   * nothing near it, where an object may still come that is late.
   */
  Optional<Window> behind() {
    if (passed() == 0) {
      return Optional.empty();
    }
    long start = isRising ? from : Math.max(from, last + 1 + MARGIN);
    long end = isRising ? Math.min(to, last - MARGIN) : to;
    return start < end
        ? Optional.of(new Window(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end)))
        : Optional.empty();
  }

  long width() {
    return to - from;
  }

  /** How many pages of a size are still to come if it goes on as on the last page. */
  double pagesLeft(int size) {
    return direction().isEmpty() ? 0 : (high() - low()) * perMillisecond / size;
  }

  /** The middle of what is left, if that can be cut there. */
  OptionalLong half() {
    return possible(low() + (high() - low()) / 2);
  }

  /** The place so many pages ahead, if something lies behind it. */
  OptionalLong ahead(double pages, int size) {
    if (direction().isEmpty()) {
      return OptionalLong.empty();
    }
    double width = pages * size / perMillisecond;
    return width >= high() - low()
        ? OptionalLong.empty()
        : possible(isRising ? low() + (long) width : high() - (long) width);
  }

  /** The place so far from the end at which it is read first, if something lies behind it. */
  OptionalLong front(double width, Direction wanted) {
    return width >= to - from
        ? OptionalLong.empty()
        : possible(wanted == Direction.ASCENDING ? from + (long) width : to - (long) width);
  }

  private OptionalLong possible(long at) {
    boolean isKnown = !isAsked || direction().isPresent();
    return isKnown && from < at && at < to && low() <= at && at <= high()
        ? OptionalLong.of(at)
        : OptionalLong.empty();
  }

  /** The first millisecond that is not read; equal times may go on behind a page. */
  private long low() {
    return isRising ? Math.min(to, Math.max(from, last + 1)) : from;
  }

  private long high() {
    return isFalling ? Math.max(from, Math.min(to, last)) : to;
  }

  /** Whether it is the part before a cut that stays; what is read decides, else the wish. */
  boolean keepsEarlier(Direction wanted) {
    return direction().orElse(wanted) == Direction.ASCENDING;
  }

  /**
   * Gives away what lies behind a place, as seen by who reads it.
   *
   * @param at one of {@link #half()}, {@link #ahead} and {@link #front}
   */
  Slice cut(long at, Direction wanted) {
    if (possible(at).isEmpty()) {
      throw new IllegalArgumentException("Cannot be cut at " + at);
    }
    Slice rest;
    if (keepsEarlier(wanted)) {
      rest = new Slice(at, to);
      to = at;
    } else {
      rest = new Slice(from, at);
      from = at;
    }
    return rest;
  }
}
