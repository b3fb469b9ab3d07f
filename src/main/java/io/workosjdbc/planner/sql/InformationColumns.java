package io.workosjdbc.planner.sql;

import io.workosjdbc.planner.sql.Facts.ColumnFact;
import io.workosjdbc.planner.sql.Facts.ViewFact;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.View;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns of {@code information_schema} (ISO 9075-11), with key and remarks. */
final class InformationColumns {

  private InformationColumns() {}

  /** A column's type, and the numbers that say how much it holds. */
  private enum Type {
    TEXT("CHARACTER VARYING", null, null, null, null),
    BOOLEAN("BOOLEAN", null, null, null, null),
    INTEGER("BIGINT", 64, 2, 0, null),
    FRACTION("DOUBLE PRECISION", 53, 2, null, null),
    DATE("DATE", null, null, null, 0),
    TIMESTAMP("TIMESTAMP", null, null, null, 3);

    private final String words;
    private final @Nullable Integer precision;
    private final @Nullable Integer radix;
    private final @Nullable Integer scale;
    private final @Nullable Integer fraction;

    Type(
        String words,
        @Nullable Integer precision,
        @Nullable Integer radix,
        @Nullable Integer scale,
        @Nullable Integer fraction) {
      this.words = words;
      this.precision = precision;
      this.radix = radix;
      this.scale = scale;
      this.fraction = fraction;
    }

    static Type of(ColumnType type) {
      return switch (type) {
        case TEXT, JSON -> TEXT;
        case BOOLEAN -> BOOLEAN;
        case INTEGER -> INTEGER;
        case TIMESTAMP -> TIMESTAMP;
      };
    }

    static Type of(View.Type type) {
      return switch (type) {
        case VARCHAR -> TEXT;
        case BOOLEAN -> BOOLEAN;
        case BIGINT -> INTEGER;
        case DOUBLE -> FRACTION;
        case DATE -> DATE;
        case TIMESTAMP -> TIMESTAMP;
      };
    }
  }

  /** Whose column it is. */
  private record Owner(String schema, String table) {}

  private record Listed(
      Owner of,
      String name,
      int position,
      boolean nullable,
      Type type,
      String key,
      String remarks) {}

  static ListedTable<?> columns(Facts facts) {
    var columns =
        Stream.concat(
            facts.columns().stream().map(InformationColumns::listed),
            facts.views().stream().flatMap(InformationColumns::listed));
    return new ListedTable<>(columns.toList())
        .text("table_catalog", column -> InformationSchema.CATALOG)
        .text("table_schema", column -> column.of().schema())
        .text("table_name", column -> column.of().table())
        .text("column_name", Listed::name)
        .number("ordinal_position", Listed::position)
        .text("column_default", column -> null)
        .text("is_nullable", column -> column.nullable() ? "YES" : "NO")
        .text("data_type", column -> column.type().words)
        .number("character_maximum_length", column -> null)
        .number("character_octet_length", column -> null)
        .number("numeric_precision", column -> column.type().precision)
        .number("numeric_precision_radix", column -> column.type().radix)
        .number("numeric_scale", column -> column.type().scale)
        .number("datetime_precision", column -> column.type().fraction)
        .text("is_identity", column -> "NO")
        .text("is_generated", column -> "NEVER")
        .text("is_updatable", column -> "NO")
        .text("column_key", Listed::key)
        .text("remarks", Listed::remarks);
  }

  private static Listed listed(ColumnFact fact) {
    var column = fact.column();
    return new Listed(
        new Owner(fact.in().schema(), fact.in().table()),
        column.name(),
        fact.position(),
        !fact.isKey(),
        Type.of(column.type()),
        key(fact),
        column.description());
  }

  private static Stream<Listed> listed(ViewFact fact) {
    var columns = fact.view().columns();
    return IntStream.range(0, columns.size())
        .mapToObj(
            index ->
                new Listed(
                    new Owner(fact.schema(), fact.view().name()),
                    columns.get(index).name(),
                    index + 1,
                    columns.get(index).nullable(),
                    Type.of(columns.get(index).type()),
                    "",
                    columns.get(index).description()));
  }

  /** As MySQL has it: PRI for the primary key, MUL for a reference. */
  private static String key(ColumnFact column) {
    if (column.isKey()) {
      return "PRI";
    }
    return column.column().references().isPresent() ? "MUL" : "";
  }
}
