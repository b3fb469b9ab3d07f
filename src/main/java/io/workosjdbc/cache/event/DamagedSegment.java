package io.workosjdbc.cache.event;

import java.io.IOException;

/** A file that is named like a segment and does not hold what a segment holds. */
final class DamagedSegment extends IOException {

  private static final long serialVersionUID = 1;

  DamagedSegment(String problem) {
    super(problem);
  }

  DamagedSegment(String problem, Throwable cause) {
    super(problem, cause);
  }
}
