package io.workosjdbc.driver;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.resource.Source;
import java.sql.SQLException;
import java.util.List;
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
   * @param cache what is kept of the environment
   * @param problems what the user should be told about the connection
   * @param release called once, when the connection closes
   */
  record Attached(
      Schema schema, Source declared, CacheControl cache, List<String> problems, Release release) {
    public Attached {
      problems = List.copyOf(problems);
    }

    /** A schema of which nothing is kept. */
    public Attached(Schema schema, Source declared, Release release) {
      this(schema, declared, CacheControl.NONE, List.of(), release);
    }
  }
}
