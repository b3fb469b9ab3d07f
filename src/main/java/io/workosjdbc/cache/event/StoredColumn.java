package io.workosjdbc.cache.event;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import java.util.List;

/** A column of a segment. */
record StoredColumn(String name, ColumnType type) {

  static StoredColumn of(Column column) {
    return new StoredColumn(column.name(), column.type());
  }

  static List<StoredColumn> storable(List<Column> columns) {
    return columns.stream()
        .filter(column -> column.extraction().isOfObject())
        .map(StoredColumn::of)
        .distinct()
        .toList();
  }

  boolean isText() {
    return type == ColumnType.TEXT || type == ColumnType.JSON;
  }
}
