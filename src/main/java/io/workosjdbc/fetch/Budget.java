package io.workosjdbc.fetch;

import java.time.Duration;

/**
 * What one execution of a statement may cost. Zero stands for no bound.
 *
 * @param requests how many may be sent, without the retries
 * @param rows how many rows all its scans together may read, also from the cache
 * @param time how long it may take
 * @param isTimeOwn whether the statement itself was given the time, rather than its connection
 * @param onceSpent what becomes of the statement then
 */
public record Budget(
    long requests, long rows, Duration time, boolean isTimeOwn, OnceSpent onceSpent) {

  /** No bounds. */
  public static final Budget NONE = new Budget(0, 0, Duration.ZERO, false, OnceSpent.ERROR);

  /** What becomes of a statement that would need more. */
  public enum OnceSpent {
    /** It fails. */
    ERROR,
    /** It answers with the rows so far, and says that they are not all. */
    WARN
  }

  /** The same budget for a statement that was given a time of its own; zero gives it none. */
  public Budget within(Duration itsOwn) {
    return itsOwn.isZero() ? this : new Budget(requests, rows, itsOwn, true, onceSpent);
  }

  boolean warns() {
    return onceSpent == OnceSpent.WARN;
  }

  /** Whether the rows so far are an answer when the time is over. */
  boolean warnsAboutTime() {
    return warns() && !isTimeOwn && !time.isZero();
  }
}
