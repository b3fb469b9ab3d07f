package io.workosjdbc.fetch;

import io.workosjdbc.request.AccessPlan.FanOut;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The lists of each row of a parent, whose rows are read as they are needed. */
final class FanOutRequests implements Iterator<Request>, AutoCloseable {

  private final FanOut fanOut;
  private final RowSource parents;
  private final Deque<Request> next = new ArrayDeque<>();
  private boolean ended;

  FanOutRequests(FanOut fanOut, RowSource parents) {
    this.fanOut = fanOut;
    this.parents = parents;
  }

  /** What must be read of the parent's rows, in the order in which it is taken. */
  static List<Column> parentColumns(FanOut fanOut) {
    return fanOut.scope().taken().stream()
        .map(key -> fanOut.parent().required(key.parentColumn()))
        .toList();
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !ended) {
      if (parents.next()) {
        keys().ifPresent(keys -> fanOut.lists().forEach(list -> next.add(list.boundTo(keys))));
      } else {
        ended = true;
        parents.close();
      }
    }
    return !next.isEmpty();
  }

  /** The keys of the parent's current row; a row without one of them has no list. */
  private Optional<Map<Scope.Key, String>> keys() {
    var row = parents.row();
    Map<Scope.Key, String> keys = new HashMap<>();
    var taken = fanOut.scope().taken();
    for (int each = 0; each < row.length; each++) {
      if (row[each] instanceof String value && !value.isEmpty()) {
        keys.put(taken.get(each), value);
      }
    }
    return Optional.of(keys).filter(all -> all.keySet().containsAll(fanOut.scope().keys()));
  }

  @Override
  public Request next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return next.remove();
  }

  @Override
  public void close() {
    parents.close();
  }
}
