package io.workosjdbc.driver;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.avatica.ColumnMetaData;
import org.jspecify.annotations.Nullable;

/** The columns of a result, with the tables they come from where they come from one. */
final class ResultColumns implements ResultSetMetaData {
  private final List<ColumnMetaData> columns;

  ResultColumns(List<ColumnMetaData> columns) {
    this.columns = List.copyOf(columns);
  }

  private ColumnMetaData at(int column) throws SQLException {
    if (column < 1 || column > columns.size()) {
      throw SqlState.BAD_VALUE.error(
          "No column " + column + ": the result has columns 1 to " + columns.size());
    }
    return columns.get(column - 1);
  }

  private JdbcType type(int column) throws SQLException {
    return JdbcType.of(at(column).type.id);
  }

  private static String orEmpty(@Nullable String name) {
    return Objects.requireNonNullElse(name, "");
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return at(column).label;
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return at(column).columnName;
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return at(column).type.id;
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    JdbcType type = type(column);
    return type == JdbcType.OTHER ? at(column).type.name : type.name();
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return type(column).javaClass().getName();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return type(column).size(at(column).precision);
  }

  @Override
  public int getScale(int column) throws SQLException {
    ColumnMetaData found = at(column);
    JdbcType type = type(column);
    return type == JdbcType.DECIMAL || type.isTemporal()
        ? type.digits(found.precision, found.scale).orElse(0)
        : 0;
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return type(column).displaySize(at(column).precision);
  }

  @Override
  public String getTableName(int column) throws SQLException {
    return orEmpty(at(column).tableName);
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return orEmpty(at(column).schemaName);
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    at(column);
    return "";
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return at(column).nullable;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    at(column);
    return false;
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return type(column).isText();
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    at(column);
    return true;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    at(column);
    return false;
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return type(column).isNumber();
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    at(column);
    return true;
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    at(column);
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    at(column);
    return false;
  }

  @Override
  public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    if (type != null && type.isInstance(this)) {
      return type.cast(this);
    }
    throw SqlState.BAD_VALUE.error(
        "Not a wrapper for " + (type == null ? "no class" : type.getName()));
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
