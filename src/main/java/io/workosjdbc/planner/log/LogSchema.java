package io.workosjdbc.planner.log;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import io.workosjdbc.log.EnvironmentLog;
import io.workosjdbc.resource.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.schema.Function;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.TableFunctionImpl;
import org.jspecify.annotations.Nullable;

/**
 * What was done and what is cached, in SQL. Reading it sends no request; the functions forget what
 * the cache holds, and only when they are executed.
 */
public final class LogSchema extends AbstractSchema {

  /** The name under which the schema has to be added. */
  public static final String NAME = "workos_log";

  private final Map<String, EnvironmentLog> logs;
  private final Map<String, Source> sources;

  /**
   * @param logs what is written down of the environments, by the schemas that they answer
   * @param sources what is declared of the tables, by schema
   */
  public LogSchema(Map<String, EnvironmentLog> logs, Map<String, Source> sources) {
    this.logs = Map.copyOf(logs);
    this.sources = Map.copyOf(sources);
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return ImmutableMap.of(
        "statement", LogTables.statements(logs),
        "request", LogTables.requests(logs),
        "cache_listing", CacheTables.lists(logs),
        "cache_segment", CacheTables.segments(logs),
        "rate_limit", CacheTables.rateLimits(logs));
  }

  @Override
  protected Multimap<String, Function> getFunctionMultimap() {
    return ImmutableListMultimap.of(
        "refresh", TableFunctionImpl.create(CacheFunctions.class, "refresh"),
        "purge", TableFunctionImpl.create(CacheFunctions.class, "purge"));
  }

  /** How much was forgotten of what an environment's cache held. */
  record Forgotten(String environment, int lists) {}

  /**
   * Forgets what is cached of a table.
   *
   * @param name of the table, or the schema and the table; in any case
   */
  List<Forgotten> refresh(@Nullable String name) {
    var words = String.valueOf(name).toLowerCase(Locale.ROOT).split("\\.", 2);
    var table = words[words.length - 1];
    var forgotten =
        logs.entrySet().stream()
            .filter(log -> words.length == 1 || log.getKey().equalsIgnoreCase(words[0]))
            .filter(log -> isTable(log.getKey(), table))
            .map(log -> new Forgotten(log.getKey(), log.getValue().refresh(table)))
            .toList();
    if (forgotten.isEmpty()) {
      throw new CalciteException(
          "There is no table " + name + " whose cache could be refreshed", null);
    }
    return forgotten;
  }

  private boolean isTable(String schema, String table) {
    return Optional.ofNullable(sources.get(schema)).flatMap(all -> all.resource(table)).isPresent();
  }

  /** Forgets everything that is cached. */
  List<Forgotten> purge() {
    return logs.entrySet().stream()
        .map(log -> new Forgotten(log.getKey(), log.getValue().purge()))
        .toList();
  }
}
