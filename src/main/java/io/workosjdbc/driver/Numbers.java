package io.workosjdbc.driver;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Locale;

/** Numbers and truth values, in whatever class they come; never silently another value. */
final class Numbers {
  private Numbers() {}

  static BigDecimal toDecimal(Object value) throws SQLException {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof Boolean flag) {
      return flag ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (value instanceof Number || value instanceof CharSequence) {
      try {
        return new BigDecimal(value.toString().trim());
      } catch (NumberFormatException e) {
        throw SqlState.BAD_CAST.error("'" + value + "' is not a number", e);
      }
    }
    throw SqlState.BAD_CAST.error("A " + value.getClass().getSimpleName() + " cannot be a number");
  }

  /** The number without its fraction, as JDBC's getters of whole numbers give it. */
  static long toLong(Object value) throws SQLException {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Integer number) {
      return number;
    }
    BigInteger whole = toDecimal(value).toBigInteger();
    if (whole.bitLength() > 63) {
      throw outOfRange(value, "BIGINT");
    }
    return whole.longValue();
  }

  /** The number, which must be between two bounds. */
  static long toWhole(Object value, long least, long most, String type) throws SQLException {
    long whole = toLong(value);
    if (whole < least || whole > most) {
      throw outOfRange(value, type);
    }
    return whole;
  }

  /** The number, which must not have a fraction: what a parameter of a whole type takes. */
  static long toExactLong(Object value) throws SQLException {
    long whole = toLong(value);
    if (toDecimal(value).compareTo(BigDecimal.valueOf(whole)) != 0) {
      throw SqlState.BAD_CAST.error(value + " is not a whole number");
    }
    return whole;
  }

  static double toDouble(Object value) throws SQLException {
    return value instanceof Double || value instanceof Float
        ? ((Number) value).doubleValue()
        : toDecimal(value).doubleValue();
  }

  static boolean toBoolean(Object value) throws SQLException {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof CharSequence) {
      return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
        case "true", "t", "yes", "on", "1" -> true;
        case "false", "f", "no", "off", "0" -> false;
        default -> throw SqlState.BAD_CAST.error("'" + value + "' is not true or false");
      };
    }
    return toDecimal(value).signum() != 0;
  }

  private static SQLException outOfRange(Object value, String type) {
    return SqlState.OUT_OF_RANGE.error(value + " is out of range for " + type);
  }
}
