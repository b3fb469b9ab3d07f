package io.workosjdbc.planner.sql;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Reference;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Source;
import io.workosjdbc.resource.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is declared, one fact for each row that tells of it, ordered by schema. */
final class Facts {

  private final Map<String, Source> sources;

  Facts(Map<String, Source> sources) {
    this.sources = new TreeMap<>(sources);
  }

  /** A table. */
  record TableFact(String schema, Resource resource, Source source) {
    String table() {
      return resource.table();
    }
  }

  /** A column and its position, counted from 1. */
  record ColumnFact(TableFact in, Column column, int position) {
    boolean isKey() {
      return in.resource().primaryKey().contains(column.name());
    }
  }

  /** The constraint that a column makes, and for a foreign key the column it refers to. */
  record KeyFact(ColumnFact column, Optional<ColumnFact> target) {
    TableFact table() {
      return column.in();
    }

    String name() {
      return target.isPresent()
          ? InformationSchema.foreignKeyName(table().table(), column.column().name())
          : InformationSchema.primaryKeyName(table().table());
    }
  }

  /** A view, in a schema beside that of the tables. */
  record ViewFact(String schema, View view) {}

  List<String> schemas() {
    return Stream.concat(sources.keySet().stream(), views().stream().map(ViewFact::schema))
        .distinct()
        .sorted()
        .toList();
  }

  List<ViewFact> views() {
    return sources.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().views().stream()
                    .map(
                        view -> new ViewFact(entry.getValue().schemaOfViews(entry.getKey()), view)))
        .toList();
  }

  List<TableFact> tables() {
    return sources.entrySet().stream()
        .flatMap(entry -> tables(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Stream<TableFact> tables(String schema, Source source) {
    return source.resources().stream().map(resource -> new TableFact(schema, resource, source));
  }

  List<ColumnFact> columns() {
    return tables().stream().flatMap(Facts::columns).toList();
  }

  private static Stream<ColumnFact> columns(TableFact table) {
    var columns = table.resource().columns();
    return IntStream.range(0, columns.size())
        .mapToObj(index -> new ColumnFact(table, columns.get(index), index + 1));
  }

  /** Primary keys and the foreign keys that refer to a table of the same source. */
  List<KeyFact> keys() {
    return columns().stream().flatMap(Facts::keys).toList();
  }

  private static Stream<KeyFact> keys(ColumnFact column) {
    var primary =
        column.isKey() ? Stream.of(new KeyFact(column, Optional.empty())) : Stream.<KeyFact>empty();
    return Stream.concat(
        primary, target(column).map(target -> new KeyFact(column, Optional.of(target))).stream());
  }

  private static Optional<ColumnFact> target(ColumnFact column) {
    var table = column.in();
    return column
        .column()
        .references()
        .flatMap(
            reference ->
                table
                    .source()
                    .resource(reference.table())
                    .map(
                        parent ->
                            target(
                                new TableFact(table.schema(), parent, table.source()), reference)));
  }

  private static ColumnFact target(TableFact parent, Reference reference) {
    var columns = parent.resource().columns();
    var column = reference.column().map(parent.resource()::required).orElse(columns.get(0));
    return new ColumnFact(parent, column, columns.indexOf(column) + 1);
  }
}
