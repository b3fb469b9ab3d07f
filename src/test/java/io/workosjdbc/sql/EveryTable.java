package io.workosjdbc.sql;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.SmallDirectories;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A demo environment, and every table of it as the tests by construction ask it. Reading all of it
 * takes a while: tests that change nothing in it share one.
 */
final class EveryTable implements AutoCloseable {
  /** Gives test classes the shared one, which is closed after the last of them. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(EveryTable.class);
    }

    @Override
    public EveryTable resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(EveryTable.class, key -> new EveryTable(500), EveryTable.class);
    }
  }

  private final DemoServer server;
  private final Connection cached;
  private final Map<String, List<Map<String, String>>> scans = new HashMap<>();

  EveryTable(int events) {
    server = DemoServer.start(DemoOptions.defaults().withEventCount(events));
    SmallDirectories.in(server);
    cached = connect("cache=memory;entityTtl=1h");
  }

  DemoServer server() {
    return server;
  }

  /** A connection that reads every list once. */
  Connection cached() {
    return cached;
  }

  Connection connect(String properties) {
    try {
      return DriverManager.getConnection(
          "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;%s"
              .formatted(server.baseUrl(), server.apiKey(), properties));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** All tables but those that are exported. */
  static List<Resource> resources() {
    return WorkOs.SOURCE.resources().stream()
        .filter(resource -> resource.listing().shape() != Listing.Shape.EXPORT)
        .toList();
  }

  /** Those that can be read without a filter. */
  static List<Resource> scannable() {
    return resources().stream().filter(resource -> !needsKeys(resource)).toList();
  }

  static boolean needsKeys(Resource resource) {
    var scopes = resource.listing().scopes();
    return !scopes.isEmpty() && scopes.get(0).parent().isEmpty();
  }

  /** The rows of a statement, each as the text of its columns. */
  static List<Map<String, String>> rows(Connection connection, String sql) throws SQLException {
    var rows = new ArrayList<Map<String, String>>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var columns = result.getMetaData();
      while (result.next()) {
        var row = new HashMap<String, String>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
          row.put(columns.getColumnLabel(at), Objects.toString(result.getString(at), "NULL"));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The rows of a statement, in an order that does not depend on how they were read. */
  static List<String> sorted(Connection connection, String sql) throws SQLException {
    return rows(connection, sql).stream()
        .map(row -> new TreeMap<>(row).toString())
        .sorted()
        .toList();
  }

  /** All rows of a table, read once. */
  List<Map<String, String>> scan(Resource resource) throws SQLException {
    var known = scans.get(resource.table());
    if (known == null) {
      known = rows(cached, "select * from " + resource.table());
      scans.put(resource.table(), known);
    }
    return known;
  }

  static String where(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + " = '" + each.getValue().replace("'", "''") + "'")
        .collect(Collectors.joining(" and ", " where ", ""));
  }

  /** The columns of each filter that the API takes: by a key, of a list, and within a list. */
  static List<List<String>> askable(Resource resource) {
    var sets = new ArrayList<List<String>>();
    resource.singleGets().forEach(get -> sets.add(List.of(get.column())));
    resource
        .listing()
        .scopes()
        .forEach(scope -> sets.add(scope.keys().stream().map(Scope.Key::column).toList()));
    var keys =
        resource.listing().scopes().stream()
            .limit(1)
            .flatMap(scope -> scope.keys().stream())
            .map(Scope.Key::column)
            .toList();
    resource.listing().parameters().stream()
        .map(Parameter::column)
        .forEach(column -> sets.add(Stream.concat(keys.stream(), Stream.of(column)).toList()));
    return sets;
  }

  /** The keys of a list that nobody lists, as the demo has it under. */
  Map<String, String> keysOf(Resource resource, Scope scope) {
    var names = scope.keys().stream().map(Scope.Key::name).toList();
    var thing =
        server.data().things(resource.listing().path()).stream()
            .filter(each -> each.keys().keySet().containsAll(names))
            .findFirst()
            .orElseThrow();
    return scope.keys().stream()
        .collect(
            Collectors.toMap(
                Scope.Key::column, key -> thing.keys().get(key.name()).iterator().next()));
  }

  @Override
  public void close() throws SQLException {
    cached.close();
    server.close();
  }
}
