package io.workosjdbc.planner.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A table whose rows are derived from facts that are at hand. */
final class ListedTable<T> extends AbstractTable implements ScannableTable {

  private record Field<T>(String name, SqlTypeName type, Function<T, @Nullable Object> value) {}

  private final List<T> facts;
  private final List<Field<T>> fields = new ArrayList<>();

  /** A table without columns, with a row for each of the facts. */
  ListedTable(List<T> facts) {
    this.facts = List.copyOf(facts);
  }

  ListedTable<T> text(String name, Function<T, @Nullable Object> value) {
    fields.add(new Field<>(name, SqlTypeName.VARCHAR, value));
    return this;
  }

  ListedTable<T> number(String name, Function<T, @Nullable Object> value) {
    fields.add(new Field<>(name, SqlTypeName.INTEGER, value));
    return this;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    var row = types.builder();
    fields.forEach(field -> row.add(field.name(), field.type()).nullable(true));
    return row.build();
  }

  @Override
  public Enumerable<@Nullable Object[]> scan(DataContext root) {
    return Linq4j.asEnumerable(facts).select(this::row);
  }

  private @Nullable Object[] row(T fact) {
    return fields.stream().map(field -> field.value().apply(fact)).toArray();
  }

  @Override
  public Schema.TableType getJdbcTableType() {
    return Schema.TableType.SYSTEM_VIEW;
  }
}
