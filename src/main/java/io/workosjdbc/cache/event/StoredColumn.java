package io.workosjdbc.cache.event;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Extraction;
import java.util.List;

/** A column of a segment. */
record StoredColumn(String name, ColumnType type) {

  static StoredColumn of(Column column) {
    return new StoredColumn(column.name(), column.type());
  }

  /**
   * Whether a column is kept at all: values of other tables are not, because they change, nor is
   * which answer an event came in.
   */
  static boolean isStorable(Column column) {
    return !(column.extraction() instanceof Extraction.LookedUp)
        && !(column.extraction() instanceof Extraction.Provenance);
  }

  static List<StoredColumn> storable(List<Column> columns) {
    return columns.stream()
        .filter(StoredColumn::isStorable)
        .map(StoredColumn::of)
        .distinct()
        .toList();
  }

  boolean isText() {
    return type == ColumnType.TEXT || type == ColumnType.JSON;
  }
}
