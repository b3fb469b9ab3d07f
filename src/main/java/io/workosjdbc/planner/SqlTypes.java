package io.workosjdbc.planner;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** The SQL types of columns. */
final class SqlTypes {

  private SqlTypes() {}

  static RelDataType row(Resource resource, List<Column> columns, RelDataTypeFactory types) {
    var row = types.builder();
    for (var column : columns) {
      row.add(column.name(), type(column, types)).nullable(!column.equals(resource.key()));
    }
    return row.build();
  }

  private static RelDataType type(Column column, RelDataTypeFactory types) {
    return switch (column.type()) {
      case TEXT, JSON -> types.createSqlType(SqlTypeName.VARCHAR);
      case BOOLEAN -> types.createSqlType(SqlTypeName.BOOLEAN);
      case INTEGER -> types.createSqlType(SqlTypeName.BIGINT);
      case TIMESTAMP -> types.createSqlType(SqlTypeName.TIMESTAMP, 3);
    };
  }
}
