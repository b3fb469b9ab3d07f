package io.workosjdbc.driver;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.Optional;

/**
 * The SQL types, with what JDBC tells about them, in the order of their numbers. A text without a
 * bound says {@link Integer#MAX_VALUE}, as PostgreSQL's driver does.
 */
enum JdbcType {
  TINYINT(Types.TINYINT, Integer.class, 3),
  BIGINT(Types.BIGINT, Long.class, 19),
  VARBINARY(Types.VARBINARY, byte[].class, Integer.MAX_VALUE),
  BINARY(Types.BINARY, byte[].class, Integer.MAX_VALUE),
  CHAR(Types.CHAR, String.class, Integer.MAX_VALUE),
  DECIMAL(Types.DECIMAL, BigDecimal.class, 19),
  INTEGER(Types.INTEGER, Integer.class, 10),
  SMALLINT(Types.SMALLINT, Integer.class, 5),
  FLOAT(Types.FLOAT, Double.class, 17),
  REAL(Types.REAL, Float.class, 8),
  DOUBLE(Types.DOUBLE, Double.class, 17),
  VARCHAR(Types.VARCHAR, String.class, Integer.MAX_VALUE),
  BOOLEAN(Types.BOOLEAN, Boolean.class, 1),
  DATE(Types.DATE, Date.class, "2026-01-31".length()),
  TIME(Types.TIME, Time.class, "10:20:30".length()),
  TIMESTAMP(Types.TIMESTAMP, Timestamp.class, "2026-01-31 10:20:30".length()),
  OTHER(Types.OTHER, Object.class, Integer.MAX_VALUE),
  ARRAY(Types.ARRAY, Array.class, Integer.MAX_VALUE);

  private final int number;
  private final Class<?> javaClass;
  private final int largest;

  JdbcType(int number, Class<?> javaClass, int largest) {
    this.number = number;
    this.javaClass = javaClass;
    this.largest = largest;
  }

  /** The type with a number of {@link Types}, OTHER for one that is not listed. */
  static JdbcType of(int number) {
    return known(number).orElse(OTHER);
  }

  static Optional<JdbcType> known(int number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }

  int number() {
    return number;
  }

  /** What {@code ResultSet.getObject} gives. */
  Class<?> javaClass() {
    return javaClass;
  }

  boolean isNumber() {
    return switch (this) {
      case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, FLOAT, REAL, DOUBLE -> true;
      default -> false;
    };
  }

  boolean isText() {
    return this == CHAR || this == VARCHAR;
  }

  boolean isTemporal() {
    return this == DATE || this == TIME || this == TIMESTAMP;
  }

  /** Whether there is a CAST, which may fail for single values. */
  boolean castsTo(JdbcType target) {
    return this == target
        || isText()
        || target.isText()
        || (isNumber() && target.isNumber())
        || (this == TIMESTAMP && target.isTemporal())
        || (this == DATE && target == TIMESTAMP);
  }

  /** The size without any precision given: the longest there is. */
  int size() {
    return largest;
  }

  /**
   * {@code COLUMN_SIZE}: characters, decimal digits or bytes.
   *
   * @param precision negative for none
   */
  int size(int precision) {
    return switch (this) {
      case CHAR, VARCHAR, BINARY, VARBINARY, DECIMAL -> precision > 0 ? precision : largest;
      case TIME, TIMESTAMP -> precision > 0 ? largest + 1 + precision : largest;
      default -> largest;
    };
  }

  /** {@code DECIMAL_DIGITS}: digits after the point, of a number or of a second. */
  Optional<Integer> digits(int precision, int scale) {
    return switch (this) {
      case TINYINT, SMALLINT, INTEGER, BIGINT -> Optional.of(0);
      case DECIMAL -> Optional.of(Math.max(scale, 0));
      case FLOAT, DOUBLE -> Optional.of(17);
      case REAL -> Optional.of(8);
      case TIME, TIMESTAMP -> Optional.of(Math.max(precision, 0));
      default -> Optional.empty();
    };
  }

  /** How many characters a value takes at most. */
  int displaySize(int precision) {
    return switch (this) {
      case BOOLEAN -> "false".length();
      case TINYINT, SMALLINT, INTEGER, BIGINT -> largest + "-".length();
      case DECIMAL -> size(precision) + "-.".length();
      case FLOAT, DOUBLE -> "-2.2250738585072014E-308".length();
      case REAL -> "-1.17549435E-38".length();
      default -> size(precision);
    };
  }
}
