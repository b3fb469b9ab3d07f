package io.workosjdbc.driver;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.log.EnvironmentLog;
import io.workosjdbc.resource.Source;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.schema.Schema;

/** Where a connection's tables come from. */
@FunctionalInterface
interface SchemaSource {
  /** Opens the schemas for one connection, without any request. */
  Attached open(ConnectionSettings settings) throws SQLException;

  /**
   * The schemas in use by one connection.
   *
   * @param schemas one or more; the first one is the default schema
   * @param cache what is kept of the environment
   * @param logs what is written down of the environments that answer, by schema
   * @param problems what the user should be told about the connection
   * @param release called once, when the connection closes
   */
  record Attached(
      List<Named> schemas,
      CacheControl cache,
      Map<String, EnvironmentLog> logs,
      List<String> problems,
      Release release) {
    public Attached {
      schemas = List.copyOf(schemas);
      logs = Map.copyOf(logs);
      problems = List.copyOf(problems);
    }

    /** Schemas of which nothing is kept. */
    public Attached(List<Named> schemas, Release release) {
      this(schemas, CacheControl.NONE, Map.of(), List.of(), release);
    }

    String defaultSchema() {
      return schemas.get(0).name();
    }

    /** What is declared of the tables, by schema. */
    Map<String, Source> declared() {
      var declared = new LinkedHashMap<String, Source>();
      schemas.forEach(
          schema -> schema.declared().ifPresent(source -> declared.put(schema.name(), source)));
      return declared;
    }
  }

  /**
   * A schema.
   *
   * @param declared what is declared of its tables, if they are ours
   */
  record Named(String name, Schema schema, Optional<Source> declared) {}
}
