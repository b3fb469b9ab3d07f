package io.workosjdbc.oracle;

import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column holds. */
enum Kind {
  TEXT("varchar"),
  NUMBER("bigint"),
  TIME("timestamp(3)"),
  TRUTH("boolean");

  private static final DateTimeFormatter TIME_TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  /** The type's name, in both databases. */
  final String sql;

  Kind(String sql) {
    this.sql = sql;
  }

  static Kind of(int type) {
    return switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.DOUBLE, Types.DECIMAL -> NUMBER;
      case Types.TIMESTAMP -> TIME;
      case Types.BOOLEAN -> TRUTH;
      default -> TEXT;
    };
  }

  /** A value as a literal of both databases. */
  String literal(@Nullable Object value) {
    if (value == null) {
      return "cast(null as " + sql + ")";
    }
    return switch (this) {
      case TEXT -> "'" + value.toString().replace("'", "''") + "'";
      case NUMBER, TRUTH -> value.toString();
      case TIME -> "timestamp '" + TIME_TEXT.format((LocalDateTime) value) + "'";
    };
  }
}
