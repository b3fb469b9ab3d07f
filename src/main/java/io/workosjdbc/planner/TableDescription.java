package io.workosjdbc.planner;

import io.workosjdbc.resource.Column;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.lookup.LikePattern;

/**
 * A table, as people and tools are told of it. Made from declarations; no request is sent.
 *
 * @param kind TABLE, SYSTEM VIEW or another word of JDBC's
 */
public record TableDescription(
    String schema, String name, String kind, String remarks, List<ColumnDescription> columns) {

  public TableDescription {
    columns = List.copyOf(columns);
  }

  /** The tables of all schemas below {@code root}. */
  public static List<TableDescription> all(SchemaPlus root, JavaTypeFactory types) {
    return root.subSchemas().getNames(LikePattern.any()).stream()
        .flatMap(schema -> Stream.ofNullable(root.subSchemas().get(schema)))
        .flatMap(schema -> tables(schema, types))
        .toList();
  }

  private static Stream<TableDescription> tables(SchemaPlus schema, JavaTypeFactory types) {
    return schema.tables().getNames(LikePattern.any()).stream()
        .flatMap(
            name ->
                Stream.ofNullable(schema.tables().get(name))
                    .map(table -> of(schema.getName(), name, table, types)));
  }

  private static TableDescription of(
      String schema, String name, Table table, JavaTypeFactory types) {
    return new TableDescription(
        schema,
        name,
        table.getJdbcTableType().jdbcName,
        remarks(table),
        table.getRowType(types).getFieldList().stream()
            .map(field -> column(field, table))
            .toList());
  }

  private static String remarks(Table table) {
    if (table instanceof SqlView view) {
      return view.view().description();
    }
    if (table instanceof DescribedTable described) {
      return described.description();
    }
    return table instanceof DeclaredTable ours ? ours.resource().description() : "";
  }

  private static ColumnDescription column(RelDataTypeField field, Table table) {
    var type = field.getType();
    var declared = declared(field.getName(), table);
    return new ColumnDescription(
        field.getName(),
        type.getSqlTypeName().getJdbcOrdinal(),
        type.getPrecision(),
        type.getScale(),
        type.isNullable(),
        declared.map(Column::description).or(() -> remarksOfView(field, table)).orElse(""),
        table instanceof DeclaredTable ours
            && ours.resource().primaryKey().contains(field.getName()),
        declared.flatMap(Column::references));
  }

  private static Optional<String> remarksOfView(RelDataTypeField field, Table table) {
    if (table instanceof DescribedTable described) {
      return Optional.of(described.description(field.getName()));
    }
    return table instanceof SqlView view
        ? Optional.of(view.view().columns().get(field.getIndex()).description())
        : Optional.empty();
  }

  private static Optional<Column> declared(String name, Table table) {
    return table instanceof DeclaredTable ours
        ? ours.resource().column(name).or(() -> Provenance.named(name))
        : Optional.empty();
  }
}
