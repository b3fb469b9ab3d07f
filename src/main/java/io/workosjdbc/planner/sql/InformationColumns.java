package io.workosjdbc.planner.sql;

import io.workosjdbc.planner.sql.Facts.ColumnFact;
import io.workosjdbc.resource.ColumnType;
import org.jspecify.annotations.Nullable;

/** Columns of {@code information_schema} (ISO 9075-11), with key and remarks. */
final class InformationColumns {

  private static final int BIGINT_BITS = 64;
  private static final int BINARY = 2;
  private static final int MILLISECONDS = 3;

  private InformationColumns() {}

  static ListedTable<ColumnFact> columns(Facts facts) {
    return new ListedTable<>(facts.columns())
        .text("table_catalog", column -> InformationSchema.CATALOG)
        .text("table_schema", column -> column.in().schema())
        .text("table_name", column -> column.in().table())
        .text("column_name", column -> column.column().name())
        .number("ordinal_position", ColumnFact::position)
        .text("column_default", column -> null)
        .text("is_nullable", column -> column.isKey() ? "NO" : "YES")
        .text("data_type", column -> type(column.column().type()))
        .number("character_maximum_length", column -> null)
        .number("character_octet_length", column -> null)
        .number("numeric_precision", column -> ifNumber(column, BIGINT_BITS))
        .number("numeric_precision_radix", column -> ifNumber(column, BINARY))
        .number("numeric_scale", column -> ifNumber(column, 0))
        .number("datetime_precision", InformationColumns::fraction)
        .text("is_identity", column -> "NO")
        .text("is_generated", column -> "NEVER")
        .text("is_updatable", column -> "NO")
        .text("column_key", InformationColumns::key)
        .text("remarks", column -> column.column().description());
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case TEXT, JSON -> "CHARACTER VARYING";
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "BIGINT";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }

  private static @Nullable Integer ifNumber(ColumnFact column, int value) {
    return column.column().type() == ColumnType.INTEGER ? value : null;
  }

  private static @Nullable Integer fraction(ColumnFact column) {
    return column.column().type() == ColumnType.TIMESTAMP ? MILLISECONDS : null;
  }

  /** As MySQL has it: PRI for the primary key, MUL for a reference. */
  private static String key(ColumnFact column) {
    if (column.isKey()) {
      return "PRI";
    }
    return column.column().references().isPresent() ? "MUL" : "";
  }
}
