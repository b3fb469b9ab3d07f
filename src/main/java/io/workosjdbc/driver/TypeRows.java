package io.workosjdbc.driver;

import java.sql.DatabaseMetaData;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types as rows of {@link MetaShapes#TYPES}. */
final class TypeRows {
  private TypeRows() {}

  static List<@Nullable Object[]> all() {
    return Arrays.stream(JdbcType.values())
        .filter(type -> type != JdbcType.OTHER)
        .map(TypeRows::row)
        .toList();
  }

  private static @Nullable Object[] row(JdbcType type) {
    return new @Nullable Object[] {
      type.name(),
      type.number(),
      type.size(),
      prefix(type),
      prefix(type) == null ? null : "'",
      parameters(type),
      (short) DatabaseMetaData.typeNullable,
      type.isText(),
      (short) (type.isText() ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic),
      !type.isNumber(),
      false,
      false,
      type.name(),
      (short) 0,
      (short) (type == JdbcType.DECIMAL ? type.size() : type.isTemporal() ? 3 : 0),
      null,
      null,
      type.isNumber() ? 10 : null
    };
  }

  private static @Nullable String prefix(JdbcType type) {
    return switch (type) {
      case CHAR, VARCHAR -> "'";
      case BINARY, VARBINARY -> "X'";
      case DATE, TIME, TIMESTAMP -> type.name() + " '";
      default -> null;
    };
  }

  private static @Nullable String parameters(JdbcType type) {
    return switch (type) {
      case CHAR, VARCHAR, BINARY, VARBINARY -> "length";
      case DECIMAL -> "precision,scale";
      case TIME, TIMESTAMP -> "precision";
      default -> null;
    };
  }
}
