package io.workosjdbc.driver;

import io.workosjdbc.planner.ColumnDescription;
import io.workosjdbc.planner.TableDescription;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Schemas, tables and columns as rows of the metadata's results ({@link MetaShapes}). */
final class TableRows {
  private static final String ORDINARY = "TABLE";

  private final List<TableDescription> tables;

  TableRows(List<TableDescription> tables) {
    this.tables = tables;
  }

  /** What a column is, in the shape that several results share. */
  private record Type(JdbcType type, int size, @Nullable Integer digits) {
    static Type of(ColumnDescription column) {
      JdbcType type = JdbcType.of(column.jdbcType());
      return new Type(
          type,
          type.size(column.precision()),
          type.digits(column.precision(), column.scale()).orElse(null));
    }
  }

  List<@Nullable Object[]> schemas(List<String> names, TableFilter filter) {
    return names.stream()
        .filter(filter::matchesSchema)
        .map(name -> new @Nullable Object[] {name, null})
        .toList();
  }

  List<@Nullable Object[]> types() {
    return Stream.concat(Stream.of(ORDINARY), tables.stream().map(TableDescription::kind))
        .distinct()
        .map(kind -> new @Nullable Object[] {kind})
        .toList();
  }

  List<@Nullable Object[]> tables(TableFilter filter, String @Nullable [] kinds) {
    return tables.stream()
        .filter(filter::matches)
        .filter(table -> kinds == null || Arrays.asList(kinds).contains(table.kind()))
        .map(TableRows::table)
        .toList();
  }

  private static @Nullable Object[] table(TableDescription table) {
    return new @Nullable Object[] {
      null,
      table.schema(),
      table.name(),
      table.kind(),
      table.remarks(),
      null,
      null,
      null,
      null,
      null
    };
  }

  List<@Nullable Object[]> columns(TableFilter filter, NamePattern names) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (TableDescription table : tables) {
      if (filter.matches(table)) {
        for (int i = 0; i < table.columns().size(); i++) {
          ColumnDescription column = table.columns().get(i);
          if (names.matches(column.name())) {
            rows.add(column(table, column, i + 1));
          }
        }
      }
    }
    return rows;
  }

  private static @Nullable Object[] column(
      TableDescription table, ColumnDescription column, int position) {
    Type type = Type.of(column);
    return new @Nullable Object[] {
      null,
      table.schema(),
      table.name(),
      column.name(),
      type.type().number(),
      type.type().name(),
      type.size(),
      null,
      type.digits(),
      type.type().isNumber() ? 10 : null,
      column.nullable() ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
      column.remarks(),
      null,
      null,
      null,
      type.type().isText() ? type.size() : null,
      position,
      column.nullable() ? "YES" : "NO",
      null,
      null,
      null,
      null,
      "NO",
      "NO"
    };
  }

  /** The primary key, which the API never gives to another object. */
  List<@Nullable Object[]> rowIdentifiers(TableFilter filter) {
    return tables.stream()
        .filter(filter::matches)
        .flatMap(table -> table.columns().stream().filter(ColumnDescription::isKey))
        .map(TableRows::rowIdentifier)
        .toList();
  }

  private static @Nullable Object[] rowIdentifier(ColumnDescription column) {
    Type type = Type.of(column);
    Integer digits = type.digits();
    return new @Nullable Object[] {
      (short) DatabaseMetaData.bestRowSession,
      column.name(),
      type.type().number(),
      type.type().name(),
      type.size(),
      null,
      digits == null ? null : digits.shortValue(),
      (short) DatabaseMetaData.bestRowNotPseudo
    };
  }

  /** Everybody may read everything. */
  List<@Nullable Object[]> privileges(TableFilter filter) {
    return tables.stream()
        .filter(filter::matches)
        .map(
            table ->
                new @Nullable Object[] {
                  null, table.schema(), table.name(), null, "PUBLIC", "SELECT", "NO"
                })
        .toList();
  }
}
