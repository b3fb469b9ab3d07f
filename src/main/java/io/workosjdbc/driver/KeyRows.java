package io.workosjdbc.driver;

import io.workosjdbc.planner.ColumnDescription;
import io.workosjdbc.planner.TableDescription;
import io.workosjdbc.planner.sql.InformationSchema;
import io.workosjdbc.resource.Reference;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keys as rows of the metadata's results ({@link MetaShapes}). Foreign keys are of one column, and
 * are not enforced: the API deletes what others refer to.
 */
final class KeyRows {
  private static final short FIRST = 1;

  private final List<TableDescription> tables;

  KeyRows(List<TableDescription> tables) {
    this.tables = tables;
  }

  private record Key(TableDescription table, ColumnDescription column) {
    /** Where it stands among the columns of the key. */
    short sequence() {
      var all = table.columns().stream().filter(ColumnDescription::isKey).toList();
      return (short) (column.isKey() ? all.indexOf(column) + 1 : FIRST);
    }

    String primaryName() {
      return InformationSchema.primaryKeyName(table.name());
    }

    String foreignName() {
      return InformationSchema.foreignKeyName(table.name(), column.name());
    }
  }

  /** A foreign key and the key that it refers to. */
  private record ForeignKey(Key from, Key to) {}

  List<@Nullable Object[]> primaryKeys(TableFilter filter) {
    return primaryKeysOf(filter).map(KeyRows::primaryKey).toList();
  }

  private static @Nullable Object[] primaryKey(Key key) {
    return new @Nullable Object[] {
      null,
      key.table().schema(),
      key.table().name(),
      key.column().name(),
      key.sequence(),
      key.primaryName()
    };
  }

  /** The primary key is the one index there is: an object can be had by it. */
  List<@Nullable Object[]> indexes(TableFilter filter) {
    return primaryKeysOf(filter).map(KeyRows::index).toList();
  }

  private static @Nullable Object[] index(Key key) {
    return new @Nullable Object[] {
      null,
      key.table().schema(),
      key.table().name(),
      false,
      null,
      key.primaryName(),
      DatabaseMetaData.tableIndexOther,
      key.sequence(),
      key.column().name(),
      null,
      0L,
      0L,
      null
    };
  }

  /** The references of the tables of {@code children} to those of {@code parents}. */
  List<@Nullable Object[]> references(TableFilter parents, TableFilter children) {
    return tables.stream()
        .filter(children::matches)
        .flatMap(this::references)
        .filter(reference -> parents.matches(reference.to().table()))
        .map(KeyRows::reference)
        .toList();
  }

  private static @Nullable Object[] reference(ForeignKey reference) {
    Key to = reference.to();
    Key from = reference.from();
    return new @Nullable Object[] {
      null,
      to.table().schema(),
      to.table().name(),
      to.column().name(),
      null,
      from.table().schema(),
      from.table().name(),
      from.column().name(),
      FIRST,
      (short) DatabaseMetaData.importedKeyNoAction,
      (short) DatabaseMetaData.importedKeyNoAction,
      from.foreignName(),
      to.column().isKey() ? to.primaryName() : null,
      (short) DatabaseMetaData.importedKeyNotDeferrable
    };
  }

  private Stream<ForeignKey> references(TableDescription child) {
    return child.columns().stream()
        .flatMap(
            column ->
                column.references().stream()
                    .flatMap(reference -> keysOf(child.schema(), reference))
                    .map(to -> new ForeignKey(new Key(child, column), to)));
  }

  private Stream<Key> keysOf(String schema, Reference reference) {
    return keysOf(
        TableFilter.exactly(null, schema, reference.table()),
        column -> reference.column().map(column.name()::equals).orElse(column.isKey()));
  }

  private Stream<Key> primaryKeysOf(TableFilter filter) {
    return keysOf(filter, ColumnDescription::isKey);
  }

  private Stream<Key> keysOf(TableFilter filter, Predicate<ColumnDescription> which) {
    return tables.stream()
        .filter(filter::matches)
        .flatMap(
            table -> table.columns().stream().filter(which).map(column -> new Key(table, column)));
  }
}
