package io.workosjdbc.driver;

import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives each parameter its value in the class that Calcite's generated code expects for the
 * parameter's type: epoch milliseconds for a timestamp, epoch days for a date and so on.
 */
final class ParameterBinder {
  private final PreparedStatement inner;
  private final int[] types;
  private final BitSet bound = new BitSet();

  ParameterBinder(PreparedStatement inner) throws SQLException {
    this.inner = inner;
    ParameterMetaData metaData = inner.getParameterMetaData();
    this.types = new int[metaData.getParameterCount()];
    for (int i = 0; i < types.length; i++) {
      types[i] = metaData.getParameterType(i + 1);
    }
  }

  void clear() throws SQLException {
    inner.clearParameters();
    bound.clear();
  }

  /** Throws when a parameter has no value yet. */
  void checkAllBound() throws SQLException {
    int missing = bound.nextClearBit(0);
    if (missing < types.length) {
      throw SqlState.BAD_VALUE.error(
          "Parameter " + (missing + 1) + " of " + types.length + " has no value");
    }
  }

  void bind(int index, @Nullable Object value) throws SQLException {
    if (index < 1 || index > types.length) {
      throw SqlState.BAD_VALUE.error(
          "No parameter " + index + ": the statement has " + types.length);
    }
    if (value == null) {
      inner.setNull(index, types[index - 1]);
    } else {
      bindValue(index, types[index - 1], value);
    }
    bound.set(index - 1);
  }

  private void bindValue(int index, int type, Object value) throws SQLException {
    switch (type) {
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR ->
          inner.setString(index, Conversions.text(value));
      case Types.BOOLEAN, Types.BIT -> inner.setBoolean(index, Numbers.toBoolean(value));
      case Types.TINYINT -> inner.setLong(index, exact(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
      case Types.SMALLINT -> inner.setLong(index, exact(value, Short.MIN_VALUE, Short.MAX_VALUE));
      case Types.INTEGER ->
          inner.setInt(index, (int) exact(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case Types.BIGINT -> inner.setLong(index, exact(value, Long.MIN_VALUE, Long.MAX_VALUE));
      case Types.DECIMAL, Types.NUMERIC -> inner.setBigDecimal(index, Numbers.toDecimal(value));
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> inner.setDouble(index, Numbers.toDouble(value));
      case Types.DATE -> inner.setInt(index, Math.toIntExact(Temporals.date(value).toEpochDay()));
      case Types.TIME -> inner.setInt(index, millisOfDay(Temporals.time(value)));
      case Types.TIMESTAMP ->
          inner.setLong(index, Temporals.dateTime(value).toInstant(ZoneOffset.UTC).toEpochMilli());
      default -> inner.setObject(index, value);
    }
  }

  private static long exact(Object value, long least, long most) throws SQLException {
    return Numbers.toWhole(Numbers.toExactLong(value), least, most, "the parameter");
  }

  private static int millisOfDay(LocalTime time) {
    return time.get(ChronoField.MILLI_OF_DAY);
  }
}
