package io.workosjdbc.cache.event;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import java.util.List;

/**
 * What is wanted of the events of an interval.
 *
 * @param columns what a row has; a column that is looked up in another table is NULL
 * @param condition rows for which this cannot hold may be left out; nothing is promised beyond that
 * @param direction the order of the rows by time
 */
public record EventQuestion(
    Scope scope, Window window, List<Column> columns, Condition condition, Direction direction) {

  public EventQuestion {
    columns = List.copyOf(columns);
  }

  /** The same question about another interval. */
  public EventQuestion withWindow(Window other) {
    return new EventQuestion(scope, other, columns, condition, direction);
  }

  List<StoredColumn> storedColumns() {
    return StoredColumn.storable(columns);
  }
}
