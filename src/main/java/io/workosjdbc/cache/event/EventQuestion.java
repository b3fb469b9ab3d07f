package io.workosjdbc.cache.event;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import java.time.Duration;
import java.util.List;

/**
 * What is wanted of the events of an interval.
 *
 * @param columns what a row has; a column that is looked up in another table is NULL
 * @param condition rows for which this cannot hold may be left out; nothing is promised beyond that
 * @param direction the order of the rows by time
 * @param maxAge how old may be what is said of the last minutes, of which nothing final is known;
 *     zero to have the service asked
 */
public record EventQuestion(
    EventScope scope,
    Window window,
    List<Column> columns,
    Condition condition,
    Direction direction,
    Duration maxAge) {

  public EventQuestion {
    columns = List.copyOf(columns);
  }

  /** All events of a window, the oldest first. */
  public static EventQuestion of(EventScope scope, Window window, List<Column> columns) {
    return new EventQuestion(
        scope, window, columns, Condition.anything(), Direction.ASCENDING, Duration.ZERO);
  }

  public EventQuestion withWindow(Window other) {
    return new EventQuestion(scope, other, columns, condition, direction, maxAge);
  }

  public EventQuestion withCondition(Condition other) {
    return new EventQuestion(scope, window, columns, other, direction, maxAge);
  }

  public EventQuestion withDirection(Direction other) {
    return new EventQuestion(scope, window, columns, condition, other, maxAge);
  }

  public EventQuestion withMaxAge(Duration other) {
    return new EventQuestion(scope, window, columns, condition, direction, other);
  }

  List<StoredColumn> storedColumns() {
    return StoredColumn.storable(columns);
  }
}
