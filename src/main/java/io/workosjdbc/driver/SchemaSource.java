package io.workosjdbc.driver;

import java.sql.SQLException;
import org.apache.calcite.schema.Schema;

/** Where a connection's tables come from. */
@FunctionalInterface
interface SchemaSource {
  /** Opens the schema for one connection, without any request. */
  Attached open(ConnectionSettings settings) throws SQLException;

  /**
   * A schema in use by one connection.
   *
   * @param release called once, when the connection closes
   */
  record Attached(Schema schema, Release release) {}
}
