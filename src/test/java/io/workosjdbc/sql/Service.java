package io.workosjdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An API that statements are answered from, and what it is asked. */
interface Service {

  /**
   * A connection without a cache that sends one request after the other, if the properties do not
   * say otherwise.
   *
   * @param properties more of them, such as {@code pushdown=off;lookback=7d}
   */
  Connection connect(String properties) throws SQLException;

  /** The requests since {@link #clearRequests()}. */
  List<String> requests();

  void clearRequests();

  default Query sql(String statement) {
    return new Query(this, statement);
  }
}
