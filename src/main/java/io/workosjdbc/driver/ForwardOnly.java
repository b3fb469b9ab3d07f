package io.workosjdbc.driver;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a result set answers that can only be read forward and not be changed. */
interface ForwardOnly extends ResultSet {
  @Override
  default int getType() throws SQLException {
    return TYPE_FORWARD_ONLY;
  }

  @Override
  default int getConcurrency() throws SQLException {
    return CONCUR_READ_ONLY;
  }

  @Override
  default int getHoldability() throws SQLException {
    return HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  default int getFetchDirection() throws SQLException {
    return FETCH_FORWARD;
  }

  @Override
  default void setFetchDirection(int direction) throws SQLException {
    if (direction != FETCH_FORWARD) {
      throw forwardOnly("setFetchDirection");
    }
  }

  @Override
  default void beforeFirst() throws SQLException {
    throw forwardOnly("beforeFirst");
  }

  @Override
  default void afterLast() throws SQLException {
    throw forwardOnly("afterLast");
  }

  @Override
  default boolean first() throws SQLException {
    throw forwardOnly("first");
  }

  @Override
  default boolean last() throws SQLException {
    throw forwardOnly("last");
  }

  @Override
  default boolean absolute(int row) throws SQLException {
    throw forwardOnly("absolute");
  }

  @Override
  default boolean relative(int rows) throws SQLException {
    throw forwardOnly("relative");
  }

  @Override
  default boolean previous() throws SQLException {
    throw forwardOnly("previous");
  }

  @Override
  default boolean rowUpdated() throws SQLException {
    return false;
  }

  @Override
  default boolean rowInserted() throws SQLException {
    return false;
  }

  @Override
  default boolean rowDeleted() throws SQLException {
    return false;
  }

  @Override
  default String getCursorName() throws SQLException {
    throw SqlState.UNSUPPORTED.error("getCursorName is not supported: cursors have no names");
  }

  private static SQLException forwardOnly(String what) {
    return SqlState.UNSUPPORTED.error(what + " is not supported: the result set is forward-only");
  }
}
