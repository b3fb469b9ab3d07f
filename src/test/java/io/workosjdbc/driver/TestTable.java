package io.workosjdbc.driver;

import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** A table over any enumerator. */
final class TestTable extends AbstractTable implements ScannableTable {
  /** A nullable column. */
  record Column(String name, SqlTypeName type, int precision) {
    static Column of(String name, SqlTypeName type) {
      return new Column(name, type, RelDataType.PRECISION_NOT_SPECIFIED);
    }
  }

  private final List<Column> columns;
  private final Supplier<Enumerator<Object[]>> rows;

  TestTable(List<Column> columns, Supplier<Enumerator<Object[]>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    RelDataTypeFactory.Builder builder = types.builder();
    for (Column column : columns) {
      RelDataType type =
          column.precision() == RelDataType.PRECISION_NOT_SPECIFIED
              ? types.createSqlType(column.type())
              : types.createSqlType(column.type(), column.precision());
      builder.add(column.name(), types.createTypeWithNullability(type, true));
    }
    return builder.build();
  }

  @Override
  public Enumerable<Object[]> scan(DataContext root) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object[]> enumerator() {
        return rows.get();
      }
    };
  }
}
