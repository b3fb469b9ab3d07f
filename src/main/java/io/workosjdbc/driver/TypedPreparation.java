package io.workosjdbc.driver;

import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose parameters have types. Gives each its value in the class that Calcite's
 * generated code expects for the type: epoch milliseconds for a timestamp, epoch days for a date
 * and so on.
 */
final class TypedPreparation implements Preparation {
  private final PreparedStatement inner;
  private final ParameterTypes types;
  private final BoundParameters bound;
  private final @Nullable ResultSetMetaData columns;

  TypedPreparation(PreparedStatement inner) throws SQLException {
    this.inner = inner;
    this.types = ParameterTypes.of(inner.getParameterMetaData());
    this.bound = new BoundParameters(types.getParameterCount());
    ResultSetMetaData found = inner.getMetaData();
    this.columns = found.getColumnCount() == 0 ? null : found;
  }

  @Override
  public PreparedStatement statement() {
    return inner;
  }

  @Override
  public void clear() throws SQLException {
    inner.clearParameters();
    bound.clear();
  }

  @Override
  public void checkAllBound() throws SQLException {
    bound.checkAll();
  }

  @Override
  public boolean hasRows() {
    return columns != null;
  }

  /** Calcite has no code to run for a statement that does nothing. */
  @Override
  public boolean execute() throws SQLException {
    return hasRows() && inner.execute();
  }

  @Override
  public @Nullable ResultSetMetaData columns() {
    return columns;
  }

  @Override
  public ParameterMetaData parameters() {
    return types;
  }

  @Override
  public void bind(int index, @Nullable Object value, JdbcType type) throws SQLException {
    bound.checkIndex(index);
    if (value == null) {
      inner.setNull(index, types.getParameterType(index));
    } else {
      bindValue(index, types.type(index), value);
    }
    bound.set(index);
  }

  private void bindValue(int index, JdbcType type, Object value) throws SQLException {
    switch (type) {
      case CHAR, VARCHAR -> inner.setString(index, Conversions.text(value));
      case BOOLEAN -> inner.setBoolean(index, Numbers.toBoolean(value));
      case TINYINT -> inner.setLong(index, exact(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
      case SMALLINT -> inner.setLong(index, exact(value, Short.MIN_VALUE, Short.MAX_VALUE));
      case INTEGER -> inner.setInt(index, (int) exact(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case BIGINT -> inner.setLong(index, exact(value, Long.MIN_VALUE, Long.MAX_VALUE));
      case DECIMAL -> inner.setBigDecimal(index, Numbers.toDecimal(value));
      case REAL, FLOAT, DOUBLE -> inner.setDouble(index, Numbers.toDouble(value));
      case DATE -> inner.setInt(index, Math.toIntExact(Temporals.date(value).toEpochDay()));
      case TIME -> inner.setInt(index, millisOfDay(Temporals.time(value)));
      case TIMESTAMP ->
          inner.setLong(index, Temporals.dateTime(value).toInstant(ZoneOffset.UTC).toEpochMilli());
      case BINARY, VARBINARY, OTHER, ARRAY -> inner.setObject(index, value);
    }
  }

  private static long exact(Object value, long least, long most) throws SQLException {
    return Numbers.toWhole(Numbers.toExactLong(value), least, most, "the parameter");
  }

  private static int millisOfDay(LocalTime time) {
    return time.get(ChronoField.MILLI_OF_DAY);
  }
}
