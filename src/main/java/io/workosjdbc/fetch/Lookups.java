package io.workosjdbc.fetch;

import io.workosjdbc.resource.Extraction.LookedUp;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Columns of other tables by their primary keys, each read once for an execution. */
final class Lookups {

  private record Key(String table, String value) {}

  private final Map<Key, Map<Object, Object>> columns = new HashMap<>();

  /** The column that is looked up, read by {@code reading} if it is the first time. */
  synchronized Map<Object, Object> get(LookedUp lookedUp, Supplier<Map<Object, Object>> reading) {
    var key = new Key(lookedUp.table(), lookedUp.value());
    var known = columns.get(key);
    if (known == null) {
      known = reading.get();
      columns.put(key, known);
    }
    return known;
  }
}
