package io.workosjdbc.cache.event;

import com.google.common.hash.Hashing;
import io.workosjdbc.resource.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all segments with the same scope and the same columns have in common.
 *
 * @param time the column by which the rows are sorted
 * @param columns sorted by name
 */
record Kind(
    String table,
    String time,
    SortedMap<String, SortedSet<String>> values,
    List<StoredColumn> columns) {

  Kind {
    columns = columns.stream().sorted(Comparator.comparing(StoredColumn::name)).toList();
  }

  static Kind of(EventScope scope, List<StoredColumn> columns) {
    var values = new TreeMap<String, SortedSet<String>>();
    scope.values().forEach((column, allowed) -> values.put(column, new TreeSet<>(allowed)));
    return new Kind(scope.table(), scope.time().name(), values, columns);
  }

  static Kind decode(ByteSource source) {
    var table = source.getText();
    var time = source.getText();
    var values = new TreeMap<String, SortedSet<String>>();
    for (int left = source.getCount(); left > 0; left--) {
      var column = source.getText();
      var allowed = new TreeSet<String>();
      for (int more = source.getCount(); more > 0; more--) {
        allowed.add(source.getText());
      }
      values.put(column, allowed);
    }
    var columns = new ArrayList<StoredColumn>();
    for (int left = source.getCount(); left > 0; left--) {
      columns.add(new StoredColumn(source.getText(), ColumnType.valueOf(source.getText())));
    }
    return new Kind(table, time, values, columns);
  }

  void encode(ByteSink sink) {
    sink.putText(table).putText(time).putVarint(values.size());
    values.forEach(
        (column, allowed) -> {
          sink.putText(column).putVarint(allowed.size());
          allowed.forEach(sink::putText);
        });
    sink.putVarint(columns.size());
    columns.forEach(column -> sink.putText(column.name()).putText(column.type().name()));
  }

  /** Tells kinds apart in file names: 64 bits of a digest. */
  long digest() {
    var sink = new ByteSink();
    encode(sink);
    return Hashing.sha256().hashBytes(sink.toByteArray()).asLong();
  }

  /** Whether these segments hold every row of a scope, and of each row these columns. */
  boolean answers(EventScope scope, List<StoredColumn> wanted) {
    return table.equals(scope.table())
        && columns.containsAll(wanted)
        && values.entrySet().stream()
            .allMatch(
                held ->
                    scope.values().containsKey(held.getKey())
                        && held.getValue().containsAll(scope.values().get(held.getKey())))
        && toCheck(scope).keySet().stream().allMatch(column -> index(column) >= 0);
  }

  /** The values that columns have. */
  Map<String, Set<String>> scope() {
    return Map.copyOf(values);
  }

  /** What the rows must be asked, because more than the scope's are here. */
  Map<String, Set<String>> toCheck(EventScope scope) {
    var narrower = new TreeMap<>(scope.values());
    narrower.entrySet().removeIf(asked -> asked.getValue().equals(values.get(asked.getKey())));
    return narrower;
  }

  /** Where a column lies; negative when it is not here. */
  int index(String column) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).name().equals(column)) {
        return index;
      }
    }
    return -1;
  }
}
