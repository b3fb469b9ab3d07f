package io.workosjdbc.cache.event;

import io.workosjdbc.request.Window;
import java.util.Optional;

/**
 * What became of an answer.
 *
 * @param window what the store covers now because of it; empty if it was too young or could not be
 *     written
 * @param rows how many events were written
 * @param lateArrivals how many of them lie where an earlier answer did not have them
 */
public record Published(Optional<Window> window, long rows, long lateArrivals) {
  static final Published NOTHING = new Published(Optional.empty(), 0, 0);
}
