package io.workosjdbc.planner.log;

import io.workosjdbc.planner.DescribedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
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

/** A table with a row for each entry that there is when it is read. */
final class LogTable<T> extends AbstractTable implements ScannableTable, DescribedTable {

  private record Field<T>(
      String name, String description, SqlTypeName type, Function<T, @Nullable Object> value) {}

  private final String description;
  private final Supplier<List<T>> entries;
  private final List<Field<T>> fields = new ArrayList<>();

  /** A table without columns. */
  LogTable(String description, Supplier<List<T>> entries) {
    this.description = description;
    this.entries = entries;
  }

  LogTable<T> text(String name, String what, Function<T, @Nullable String> value) {
    return field(name, what, SqlTypeName.VARCHAR, value::apply);
  }

  LogTable<T> number(String name, String what, Function<T, @Nullable Long> value) {
    return field(name, what, SqlTypeName.BIGINT, value::apply);
  }

  LogTable<T> fraction(String name, String what, Function<T, Double> value) {
    return field(name, what, SqlTypeName.DOUBLE, value::apply);
  }

  LogTable<T> flag(String name, String what, Function<T, @Nullable Boolean> value) {
    return field(name, what, SqlTypeName.BOOLEAN, value::apply);
  }

  LogTable<T> millis(String name, String what, Function<T, @Nullable Duration> value) {
    return number(
        name,
        what,
        entry -> {
          var duration = value.apply(entry);
          return duration == null ? null : duration.toMillis();
        });
  }

  LogTable<T> time(String name, String what, Function<T, Instant> value) {
    return field(name, what, SqlTypeName.TIMESTAMP, entry -> value.apply(entry).toEpochMilli());
  }

  private LogTable<T> field(
      String name, String what, SqlTypeName type, Function<T, @Nullable Object> value) {
    fields.add(new Field<>(name, what, type, value));
    return this;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    var row = types.builder();
    for (var field : fields) {
      row.add(field.name(), type(field.type(), types)).nullable(true);
    }
    return row.build();
  }

  private static RelDataType type(SqlTypeName name, RelDataTypeFactory types) {
    return name == SqlTypeName.TIMESTAMP ? types.createSqlType(name, 3) : types.createSqlType(name);
  }

  @Override
  public Enumerable<@Nullable Object[]> scan(DataContext root) {
    return Linq4j.asEnumerable(entries.get()).select(this::row);
  }

  private @Nullable Object[] row(T entry) {
    return fields.stream().map(field -> field.value().apply(entry)).toArray();
  }

  @Override
  public Schema.TableType getJdbcTableType() {
    return Schema.TableType.SYSTEM_VIEW;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public String description(String column) {
    return fields.stream()
        .filter(field -> field.name().equals(column))
        .map(Field::description)
        .findFirst()
        .orElse("");
  }
}
