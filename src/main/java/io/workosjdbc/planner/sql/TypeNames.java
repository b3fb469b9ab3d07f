package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.type.SqlTypeName;

/** Types by the names of several databases. */
final class TypeNames {

  private static final Map<String, SqlTypeName> OTHER_NAMES =
      ImmutableMap.<String, SqlTypeName>builder()
          .put("TEXT", SqlTypeName.VARCHAR)
          .put("STRING", SqlTypeName.VARCHAR)
          .put("NVARCHAR", SqlTypeName.VARCHAR)
          .put("VARCHAR2", SqlTypeName.VARCHAR)
          .put("CLOB", SqlTypeName.VARCHAR)
          .put("JSON", SqlTypeName.VARCHAR)
          .put("JSONB", SqlTypeName.VARCHAR)
          .put("BOOL", SqlTypeName.BOOLEAN)
          .put("INT2", SqlTypeName.SMALLINT)
          .put("INT4", SqlTypeName.INTEGER)
          .put("INT8", SqlTypeName.BIGINT)
          .put("INT64", SqlTypeName.BIGINT)
          .put("FLOAT4", SqlTypeName.REAL)
          .put("FLOAT8", SqlTypeName.DOUBLE)
          .put("FLOAT64", SqlTypeName.DOUBLE)
          .put("TIMESTAMPTZ", SqlTypeName.TIMESTAMP)
          .put("TIMESTAMPNTZ", SqlTypeName.TIMESTAMP)
          .put("DATETIME", SqlTypeName.TIMESTAMP)
          .put("DATETIME2", SqlTypeName.TIMESTAMP)
          .put("TIMESTAMP", SqlTypeName.TIMESTAMP)
          .put("TIMESTAMP_TZ", SqlTypeName.TIMESTAMP)
          .put("TIMESTAMP_WITH_LOCAL_TIME_ZONE", SqlTypeName.TIMESTAMP)
          .buildOrThrow();

  private TypeNames() {}

  /** A type of Calcite's. Times are in UTC and have milliseconds, unless fewer are asked for. */
  static SqlDataTypeSpec of(SqlDataTypeSpec type) {
    return Optional.of(type.getTypeName())
        .filter(name -> name.isSimple() && !isCollection(type))
        .flatMap(name -> known(name.getSimple()))
        .map(name -> renamed(type, name))
        .orElse(type);
  }

  private static boolean isCollection(SqlDataTypeSpec type) {
    return type.getTypeNameSpec() instanceof SqlCollectionTypeNameSpec;
  }

  private static Optional<SqlTypeName> known(String name) {
    return Optional.ofNullable(OTHER_NAMES.get(name.toUpperCase(Locale.ROOT)));
  }

  private static SqlDataTypeSpec renamed(SqlDataTypeSpec type, SqlTypeName name) {
    var position = type.getParserPosition();
    if (name != SqlTypeName.TIMESTAMP) {
      return SqlTree.type(name, position).withNullable(type.getNullable());
    }
    int precision =
        type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec basic && basic.getPrecision() >= 0
            ? basic.getPrecision()
            : 3;
    return SqlTree.type(name, precision, position).withNullable(type.getNullable());
  }
}
