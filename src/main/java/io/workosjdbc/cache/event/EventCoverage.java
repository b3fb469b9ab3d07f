package io.workosjdbc.cache.event;

import io.workosjdbc.request.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of a question the store can answer.
 *
 * @param stored what it can, the oldest first; adjacent windows are one
 * @param missing the rest, which the service must be asked for, the oldest first
 * @param rowsAtMost how many rows lie in the segments that would be read
 * @param askedAt when the service was asked for the oldest of the answers
 * @param isProvisional whether some of it was so young then that it will be asked for once more
 */
public record EventCoverage(
    List<Window> stored,
    List<Window> missing,
    long rowsAtMost,
    Optional<Instant> askedAt,
    boolean isProvisional) {

  public EventCoverage {
    stored = List.copyOf(stored);
    missing = List.copyOf(missing);
  }

  /** Whether the service need not be asked. */
  public boolean isComplete() {
    return missing.isEmpty();
  }
}
