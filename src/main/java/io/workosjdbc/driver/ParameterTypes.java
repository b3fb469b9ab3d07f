package io.workosjdbc.driver;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement and their types. */
final class ParameterTypes implements ParameterMetaData {
  private final List<Parameter> parameters;

  private record Parameter(JdbcType type, int precision, int scale) {}

  private ParameterTypes(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  static ParameterTypes of(ParameterMetaData calcite) throws SQLException {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 1; i <= calcite.getParameterCount(); i++) {
      parameters.add(
          new Parameter(
              JdbcType.of(calcite.getParameterType(i)),
              calcite.getPrecision(i),
              calcite.getScale(i)));
    }
    return new ParameterTypes(parameters);
  }

  /** Parameters whose types depend on their values. */
  static ParameterTypes unknown(int count) {
    return new ParameterTypes(Collections.nCopies(count, new Parameter(JdbcType.OTHER, -1, 0)));
  }

  private Parameter at(int index) throws SQLException {
    if (index < 1 || index > parameters.size()) {
      throw SqlState.BAD_VALUE.error(
          "No parameter " + index + ": the statement has " + parameters.size());
    }
    return parameters.get(index - 1);
  }

  JdbcType type(int index) throws SQLException {
    return at(index).type();
  }

  @Override
  public int getParameterCount() {
    return parameters.size();
  }

  @Override
  public int isNullable(int param) throws SQLException {
    at(param);
    return parameterNullable;
  }

  @Override
  public boolean isSigned(int param) throws SQLException {
    return type(param).isNumber();
  }

  @Override
  public int getPrecision(int param) throws SQLException {
    return type(param).size(at(param).precision());
  }

  @Override
  public int getScale(int param) throws SQLException {
    Parameter parameter = at(param);
    return parameter.type().digits(parameter.precision(), parameter.scale()).orElse(0);
  }

  @Override
  public int getParameterType(int param) throws SQLException {
    return type(param).number();
  }

  @Override
  public String getParameterTypeName(int param) throws SQLException {
    return type(param).name();
  }

  @Override
  public String getParameterClassName(int param) throws SQLException {
    return type(param).javaClass().getName();
  }

  @Override
  public int getParameterMode(int param) throws SQLException {
    at(param);
    return parameterModeIn;
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
