package io.workosjdbc.driver;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.ColumnMetaData;
import org.jspecify.annotations.Nullable;

/** Reads the columns of the current row by index, converting to what the caller asks for. */
abstract class ColumnValues
    implements ForwardOnly, GettersByLabel, LargeValues, UpdatesByIndex, UpdatesByLabel {
  private final Rows rows;
  private final ColumnKind[] kinds;
  private final Map<String, Integer> indexes = new HashMap<>();
  private boolean lastWasNull;

  ColumnValues(Rows rows) {
    this.rows = rows;
    List<ColumnMetaData> columns = rows.columns();
    this.kinds = columns.stream().map(c -> ColumnKind.of(c.type.id)).toArray(ColumnKind[]::new);
    for (int i = 0; i < columns.size(); i++) {
      indexes.putIfAbsent(columns.get(i).label.toLowerCase(Locale.ROOT), i + 1);
    }
  }

  abstract void checkOpen() throws SQLException;

  abstract void checkRow() throws SQLException;

  @Override
  public int findColumn(@Nullable String columnLabel) throws SQLException {
    checkOpen();
    if (columnLabel == null) {
      throw SqlState.NO_SUCH_COLUMN.error("The label of a column is null");
    }
    Integer index = indexes.get(columnLabel.toLowerCase(Locale.ROOT));
    if (index == null) {
      throw SqlState.NO_SUCH_COLUMN.error(
          "No column '" + columnLabel + "' in this result; there are " + indexes.keySet());
    }
    return index;
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return lastWasNull;
  }

  /** The kind of a column of the current row. */
  private ColumnKind kind(int column) throws SQLException {
    checkRow();
    if (column < 1 || column > kinds.length) {
      throw SqlState.BAD_VALUE.error(
          "No column " + column + ": the result has columns 1 to " + kinds.length);
    }
    return kinds[column - 1];
  }

  private @Nullable Object value(int column) throws SQLException {
    ColumnKind kind = kind(column);
    Object value;
    try {
      value = kind.read(rows, column);
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
    lastWasNull = value == null;
    return value;
  }

  @Override
  public @Nullable String getString(int columnIndex) throws SQLException {
    kind(columnIndex);
    try {
      String text = rows.getString(columnIndex);
      lastWasNull = text == null;
      return text;
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public boolean getBoolean(int columnIndex) throws SQLException {
    Object value = value(columnIndex);
    return value != null && Numbers.toBoolean(value);
  }

  @Override
  public byte getByte(int columnIndex) throws SQLException {
    return (byte) whole(columnIndex, Byte.MIN_VALUE, Byte.MAX_VALUE, "TINYINT");
  }

  @Override
  public short getShort(int columnIndex) throws SQLException {
    return (short) whole(columnIndex, Short.MIN_VALUE, Short.MAX_VALUE, "SMALLINT");
  }

  @Override
  public int getInt(int columnIndex) throws SQLException {
    return (int) whole(columnIndex, Integer.MIN_VALUE, Integer.MAX_VALUE, "INTEGER");
  }

  @Override
  public long getLong(int columnIndex) throws SQLException {
    return whole(columnIndex, Long.MIN_VALUE, Long.MAX_VALUE, "BIGINT");
  }

  private long whole(int column, long least, long most, String type) throws SQLException {
    Object value = value(column);
    return value == null ? 0 : Numbers.toWhole(value, least, most, type);
  }

  @Override
  public float getFloat(int columnIndex) throws SQLException {
    return (float) getDouble(columnIndex);
  }

  @Override
  public double getDouble(int columnIndex) throws SQLException {
    Object value = value(columnIndex);
    return value == null ? 0 : Numbers.toDouble(value);
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int columnIndex) throws SQLException {
    Object value = value(columnIndex);
    return value == null ? null : Numbers.toDecimal(value);
  }

  @Deprecated
  @Override
  public @Nullable BigDecimal getBigDecimal(int columnIndex, int scale) throws SQLException {
    BigDecimal value = getBigDecimal(columnIndex);
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  public @Nullable Timestamp getTimestamp(int columnIndex) throws SQLException {
    Object value = value(columnIndex);
    return value == null ? null : LegacyTimes.timestamp(Temporals.dateTime(value));
  }

  @Override
  public @Nullable Timestamp getTimestamp(int columnIndex, @Nullable Calendar calendar)
      throws SQLException {
    return getTimestamp(columnIndex);
  }

  @Override
  public @Nullable Date getDate(int columnIndex) throws SQLException {
    return getDate(columnIndex, null);
  }

  @Override
  public @Nullable Date getDate(int columnIndex, @Nullable Calendar calendar) throws SQLException {
    Object value = value(columnIndex);
    return value == null ? null : LegacyTimes.date(Temporals.date(value), calendar);
  }

  @Override
  public @Nullable Time getTime(int columnIndex) throws SQLException {
    return getTime(columnIndex, null);
  }

  @Override
  public @Nullable Time getTime(int columnIndex, @Nullable Calendar calendar) throws SQLException {
    Object value = value(columnIndex);
    return value == null ? null : LegacyTimes.time(Temporals.time(value), calendar);
  }

  @Override
  public @Nullable Object getObject(int columnIndex) throws SQLException {
    return switch (kind(columnIndex)) {
      case TEXT -> getString(columnIndex);
      case DATE -> getDate(columnIndex);
      case TIME -> getTime(columnIndex);
      case TIMESTAMP -> getTimestamp(columnIndex);
      case WHOLE -> whole(asIs(columnIndex));
      case OTHER -> asIs(columnIndex);
    };
  }

  /** JDBC's class for TINYINT and SMALLINT is Integer. */
  private static @Nullable Object whole(@Nullable Object value) {
    return value instanceof Byte || value instanceof Short
        ? (Object) ((Number) value).intValue()
        : value;
  }

  private @Nullable Object asIs(int column) throws SQLException {
    try {
      Object value = rows.getObject(column);
      lastWasNull = value == null;
      return value;
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public <T> @Nullable T getObject(int columnIndex, @Nullable Class<T> type) throws SQLException {
    if (type == null) {
      throw SqlState.BAD_VALUE.error("The class to read a column as is null");
    }
    if (type == String.class) {
      return type.cast(getString(columnIndex));
    }
    if (type == byte[].class) {
      return type.cast(getBytes(columnIndex));
    }
    Object value = type == Object.class ? getObject(columnIndex) : value(columnIndex);
    return value == null ? null : Conversions.to(type, value);
  }

  @Override
  public @Nullable Object getObject(int columnIndex, @Nullable Map<String, Class<?>> map)
      throws SQLException {
    return getObject(columnIndex);
  }

  @Override
  public @Nullable Array getArray(int columnIndex) throws SQLException {
    kind(columnIndex);
    try {
      Array array = rows.getArray(columnIndex);
      lastWasNull = array == null;
      return array;
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public byte @Nullable [] getBytes(int columnIndex) throws SQLException {
    if (kind(columnIndex) == ColumnKind.TEXT) {
      String text = getString(columnIndex);
      return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      byte[] bytes = rows.getBytes(columnIndex);
      lastWasNull = bytes == null;
      return bytes;
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public @Nullable String getNString(int columnIndex) throws SQLException {
    return getString(columnIndex);
  }
}
