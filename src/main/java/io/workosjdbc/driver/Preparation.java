package io.workosjdbc.driver;

import java.sql.ParameterMetaData;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A prepared statement's SQL and the values that its parameters have. */
interface Preparation {
  /** Calcite's statement that the results belong to. */
  Statement statement();

  /**
   * Gives a parameter its value.
   *
   * @param type what the caller says the value is, {@link JdbcType#OTHER} for nothing
   */
  void bind(int index, @Nullable Object value, JdbcType type) throws SQLException;

  /** Forgets all values. */
  void clear() throws SQLException;

  /** Throws when a parameter has no value yet. */
  void checkAllBound() throws SQLException;

  /** Whether there will be a result set; statements such as BEGIN give none. */
  boolean hasRows();

  /** Executes; true if there is a result set. */
  boolean execute() throws SQLException;

  /** The columns of the result, if they are known before it is executed. */
  @Nullable ResultSetMetaData columns() throws SQLException;

  ParameterMetaData parameters();
}
