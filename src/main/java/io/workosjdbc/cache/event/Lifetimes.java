package io.workosjdbc.cache.event;

import java.time.Duration;
import java.time.Instant;

/**
 * From when to when an answer can be believed and kept.
 *
 * @param retention how long the service keeps events
 * @param history how long the store does
 */
record Lifetimes(Duration retention, Duration history) {

  /** Events may appear this much later than they happened without being late. */
  private static final long MARGIN = Duration.ofMinutes(5).toMillis();

  /** What was younger than this when it was read is read once more. */
  private static final long SETTLING = Duration.ofHours(24).toMillis();

  /** When the service drops what is too old is not known to the minute. */
  private static final long EDGE = Duration.ofHours(1).toMillis();

  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** Whether events are kept beyond the service's retention, on purpose. */
  boolean isArchive() {
    return history.compareTo(retention) > 0;
  }

  /**
   * The part of a window of which an answer is certain to be complete: not the last minutes before
   * the question, and nothing that the service may have dropped already.
   */
  Span certain(Span window, Instant askedAt) {
    long asked = Span.floor(askedAt);
    // What falls out of the history anyway soon may as well be claimed to the very edge.
    long oldest = asked - retention.toMillis() + (isArchive() ? EDGE : 0);
    return window.intersection(new Span(Math.max(0, oldest), asked - MARGIN));
  }

  /**
   * The part of a window of which an answer may still grow. If the window reaches to the moment of
   * the question, there is no end: all that was there by then is in the answer.
   */
  Span uncertain(Span window, Instant askedAt) {
    long asked = Span.floor(askedAt);
    long to = window.to() >= asked ? Span.floor(Instant.MAX) : window.to();
    return new Span(Math.max(window.from(), asked - MARGIN), to);
  }

  /** What a segment covers at a moment: less than it holds, once it is time to read again. */
  Span covered(SegmentName segment, Instant now) {
    var span = segment.span();
    if (Span.floor(now) < dueAt(segment)) {
      return span;
    }
    long answerable = Span.floor(now) - retention.toMillis() + EDGE;
    return new Span(span.from(), Math.max(settledUntil(segment), Math.min(span.to(), answerable)));
  }

  /** Where the part begins that was too young when it was read; at most the segment's end. */
  static long settledUntil(SegmentName segment) {
    long settled = Math.max(segment.span().from(), segment.askedAt() - SETTLING);
    return Math.min(segment.span().to(), settled);
  }

  static boolean isProvisional(SegmentName segment) {
    return settledUntil(segment) < segment.span().to();
  }

  /** Full hours, so that what was read minute by minute is read again at once. */
  static long dueAt(SegmentName segment) {
    return (segment.askedAt() / HOUR + 1) * HOUR + SETTLING;
  }

  /**
   * What is older is no longer given.
   *
   * @param archive what the folder is marked to keep
   */
  long cutoff(Instant now, Duration archive) {
    var kept = archive.compareTo(history) > 0 ? archive : history;
    // A question was planned a moment ago.
    return Span.floor(now) - kept.toMillis() - EDGE;
  }

  /** What is older cannot be read again. */
  long irreplaceable(Instant now) {
    return Span.floor(now) - retention.toMillis();
  }
}
