package io.workosjdbc.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Moments that objects are told apart by. Two objects between which none lies are as good as
 * simultaneous.
 *
 * @param instants what lies before, at and after one of them is told apart
 * @param step its multiples since 1970 are borders too, and belong to what comes after them; zero
 *     if there are none
 */
public record Borders(List<Instant> instants, Duration step) {

  public Borders {
    instants = List.copyOf(instants);
    if (step.isNegative()) {
      throw new IllegalArgumentException("A step leads forward: " + step);
    }
  }

  /**
   * The end of the time that is as good as a moment.
   *
   * @param millis milliseconds since 1970
   * @return the first millisecond after it that is told apart from it
   */
  public long next(long millis) {
    long next = Long.MAX_VALUE;
    if (!step.isZero()) {
      long length = step.toMillis();
      next = (Math.floorDiv(millis, length) + 1) * length;
    }
    for (var instant : instants) {
      long border = instant.toEpochMilli();
      if (border >= millis) {
        next = Math.min(next, border == millis ? border + 1 : border);
      }
    }
    return next;
  }
}
