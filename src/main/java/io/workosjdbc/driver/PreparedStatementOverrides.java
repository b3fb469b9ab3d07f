package io.workosjdbc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A prepared statement: takes each parameter in any class that can become the parameter's type. */
final class PreparedStatementOverrides extends StatementOverrides {
  /** Types that no parameter has; Calcite's own methods would do nothing and say nothing. */
  private static final Set<String> REFUSED =
      Set.of(
          "setArray",
          "setBinaryStream",
          "setBlob",
          "setBytes",
          "setNCharacterStream",
          "setNClob",
          "setRef",
          "setRowId",
          "setSQLXML",
          "setUnicodeStream");

  private final String sql;
  private final Preparation prepared;

  PreparedStatementOverrides(
      Session session, ExecutionSlot slot, String sql, Preparation prepared) {
    super(session, slot, prepared.statement());
    this.sql = sql;
    this.prepared = prepared;
  }

  @Override
  void before(String methodName) throws SQLException {
    super.before(methodName);
    if (REFUSED.contains(methodName)) {
      throw SqlState.UNSUPPORTED.error(
          methodName + " is not supported: no parameter has that type");
    }
  }

  public boolean execute() throws SQLException {
    prepared.checkAllBound();
    return run(sql, prepared::execute);
  }

  public ResultSet executeQuery() throws SQLException {
    prepared.checkAllBound();
    return query(sql, prepared::execute);
  }

  public int executeUpdate() throws SQLException {
    if (prepared.hasRows()) {
      throw notAnUpdate();
    }
    execute();
    return getUpdateCount();
  }

  public long executeLargeUpdate() throws SQLException {
    return executeUpdate();
  }

  @Override
  public int executeUpdate(String sql) throws SQLException {
    throw alreadyPrepared();
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    throw alreadyPrepared();
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    throw alreadyPrepared();
  }

  private static SQLException alreadyPrepared() {
    return SqlState.BAD_VALUE.error(
        "The statement is prepared with its SQL: call the method without a parameter");
  }

  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    return prepared.columns();
  }

  public ParameterMetaData getParameterMetaData() {
    return prepared.parameters();
  }

  public void clearParameters() throws SQLException {
    prepared.clear();
  }

  public void setNull(int index, int type) throws SQLException {
    bind(index, null);
  }

  public void setNull(int index, int type, String typeName) throws SQLException {
    bind(index, null);
  }

  public void setObject(int index, @Nullable Object value) throws SQLException {
    bind(index, single(value));
  }

  public void setObject(int index, @Nullable Object value, int type) throws SQLException {
    prepared.bind(index, single(value), JdbcType.of(type));
  }

  /** The name of a list in Java would be a text that equals nothing. */
  private static @Nullable Object single(@Nullable Object value) throws SQLException {
    if (value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || value instanceof Array
        || (value != null && value.getClass().isArray())) {
      throw SqlState.UNSUPPORTED.error(
          "A parameter takes one value, and no "
              + value.getClass().getSimpleName()
              + ": write a ? for each, as in IN (?, ?)");
    }
    return value;
  }

  public void setObject(int index, @Nullable Object value, int type, int scale)
      throws SQLException {
    setObject(index, value, type);
  }

  public void setObject(int index, @Nullable Object value, SQLType type) throws SQLException {
    setObject(index, value, type.getVendorTypeNumber());
  }

  public void setObject(int index, @Nullable Object value, SQLType type, int scale)
      throws SQLException {
    setObject(index, value, type);
  }

  private void bind(int index, @Nullable Object value) throws SQLException {
    prepared.bind(index, value, JdbcType.OTHER);
  }

  public void setString(int index, @Nullable String value) throws SQLException {
    bind(index, value);
  }

  public void setNString(int index, @Nullable String value) throws SQLException {
    bind(index, value);
  }

  public void setURL(int index, @Nullable URL value) throws SQLException {
    bind(index, value);
  }

  public void setBoolean(int index, boolean value) throws SQLException {
    bind(index, value);
  }

  public void setByte(int index, byte value) throws SQLException {
    bind(index, value);
  }

  public void setShort(int index, short value) throws SQLException {
    bind(index, value);
  }

  public void setInt(int index, int value) throws SQLException {
    bind(index, value);
  }

  public void setLong(int index, long value) throws SQLException {
    bind(index, value);
  }

  public void setFloat(int index, float value) throws SQLException {
    bind(index, value);
  }

  public void setDouble(int index, double value) throws SQLException {
    bind(index, value);
  }

  public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
    bind(index, value);
  }

  public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
    bind(index, value);
  }

  /** A Timestamp is an instant whatever the calendar's zone, as in {@link LegacyTimes}. */
  public void setTimestamp(int index, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    bind(index, value);
  }

  public void setDate(int index, @Nullable Date value) throws SQLException {
    bind(index, value);
  }

  public void setDate(int index, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    bind(index, value != null && calendar != null ? LegacyTimes.dateIn(value, calendar) : value);
  }

  public void setTime(int index, @Nullable Time value) throws SQLException {
    bind(index, value);
  }

  public void setTime(int index, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    bind(index, value != null && calendar != null ? LegacyTimes.timeIn(value, calendar) : value);
  }

  public void setClob(int index, @Nullable Clob value) throws SQLException {
    bind(index, value == null ? null : value.getSubString(1, Math.toIntExact(value.length())));
  }

  public void setClob(int index, @Nullable Reader value) throws SQLException {
    setCharacterStream(index, value);
  }

  public void setClob(int index, @Nullable Reader value, long length) throws SQLException {
    setCharacterStream(index, value, length);
  }

  public void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
    bind(index, value == null ? null : read(value, Integer.MAX_VALUE));
  }

  public void setCharacterStream(int index, @Nullable Reader value, int length)
      throws SQLException {
    bind(index, value == null ? null : read(value, length));
  }

  public void setCharacterStream(int index, @Nullable Reader value, long length)
      throws SQLException {
    setCharacterStream(index, value, Math.toIntExact(length));
  }

  public void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
    setCharacterStream(
        index, value == null ? null : new InputStreamReader(value, StandardCharsets.US_ASCII));
  }

  public void setAsciiStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    setCharacterStream(
        index,
        value == null ? null : new InputStreamReader(value, StandardCharsets.US_ASCII),
        length);
  }

  public void setAsciiStream(int index, @Nullable InputStream value, long length)
      throws SQLException {
    setAsciiStream(index, value, Math.toIntExact(length));
  }

  private static String read(Reader reader, int length) throws SQLException {
    StringBuilder text = new StringBuilder();
    try {
      for (int c = reader.read(); c >= 0 && text.length() < length; c = reader.read()) {
        text.append((char) c);
      }
    } catch (IOException e) {
      throw SqlState.BAD_VALUE.error("The parameter's stream cannot be read", e);
    }
    return text.toString();
  }
}
