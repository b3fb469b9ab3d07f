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
    int mostDigits = mostDigits(type);
    return new @Nullable Object[] {
      type.name(),
      type.number(),
      type.isTemporal() ? type.size(mostDigits) : type.size(),
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
      (short) mostDigits,
      null,
      null,
      type.isNumber() ? 10 : null
    };
  }

  /** After the point, of a number or of a second. */
  private static int mostDigits(JdbcType type) {
    return switch (type) {
      case DECIMAL -> type.size();
      case TIME, TIMESTAMP -> 3;
      default -> 0;
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
