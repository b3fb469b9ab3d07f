package io.workosjdbc.cache.event;

import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the service has of a scope in an interval.
 *
 * @param columns what a row has, the key and the time among them; columns that are looked up in
 *     another table are not kept
 * @param rows ordered by time, either way
 * @param askedAt when the first request for it was sent, by the service's clock if that is known
 */
public record EventAnswer(
    EventScope scope,
    Window window,
    List<Column> columns,
    List<@Nullable Object[]> rows,
    Instant askedAt) {

  public EventAnswer {
    columns = List.copyOf(columns);
  }
}
