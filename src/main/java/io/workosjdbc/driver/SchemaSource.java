package io.workosjdbc.driver;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.log.EnvironmentLog;
import io.workosjdbc.resource.Source;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** All of these as one; nothing is opened or closed. */
    static Attached all(List<Attached> each) {
      return new Attached(
          each.stream().flatMap(attached -> attached.schemas().stream()).toList(),
          new CachesOfAll(each.stream().map(Attached::cache).toList()),
          logs(each),
          each.stream().flatMap(attached -> attached.problems().stream()).distinct().toList(),
          () -> each.forEach(attached -> attached.release().close()));
    }

    /** The same with another one of its schemas as the default. */
    Attached withDefault(String name) {
      var reordered = new ArrayList<>(schemas);
      reordered.sort(Comparator.comparing(schema -> !schema.name().equalsIgnoreCase(name)));
      return new Attached(reordered, cache, logs, problems, release);
    }

    private static Map<String, EnvironmentLog> logs(List<Attached> each) {
      var logs = new LinkedHashMap<String, EnvironmentLog>();
      each.forEach(attached -> logs.putAll(attached.logs()));
      return logs;
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
