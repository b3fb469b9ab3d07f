package io.workosjdbc.cache;

import io.workosjdbc.request.Window;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A stretch of time of which all events of a scope are kept.
 *
 * @param scope by column: the values that the events have; a column that is not there has any
 * @param rows how many events
 * @param bytes how large it is where it is kept
 * @param askedAt when the service was asked for them
 * @param isProvisional whether they were so young then that they are asked for once more
 */
public record CachedSegment(
    String table,
    Map<String, Set<String>> scope,
    Window window,
    long rows,
    long bytes,
    Instant askedAt,
    boolean isProvisional) {

  public CachedSegment {
    scope = Map.copyOf(scope);
  }
}
