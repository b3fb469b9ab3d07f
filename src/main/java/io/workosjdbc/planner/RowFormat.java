package io.workosjdbc.planner;

import org.apache.calcite.runtime.FlatLists;
import org.jspecify.annotations.Nullable;

/** How generated code wants a row, by the number of its columns. */
enum RowFormat {
  /** Two or more columns. */
  ARRAY {
    @Override
    Object of(@Nullable Object[] row) {
      return row;
    }
  },
  /** One column: the bare value. */
  SCALAR {
    @Override
    @Nullable Object of(@Nullable Object[] row) {
      return row[0];
    }
  },
  /** No column, as for a count. */
  LIST {
    @Override
    Object of(@Nullable Object[] row) {
      return FlatLists.COMPARABLE_EMPTY_LIST;
    }
  };

  abstract @Nullable Object of(@Nullable Object[] row);
}
