package io.workosjdbc.driver;

import io.workosjdbc.resource.Source;
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
   * @param declared what is declared of the tables
   * @param release called once, when the connection closes
   */
  record Attached(Schema schema, Source declared, Release release) {}
}
