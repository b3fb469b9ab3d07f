package io.workosjdbc.planner.sql;

import io.workosjdbc.planner.ScanContext;
import io.workosjdbc.planner.SourceSchema;
import io.workosjdbc.planner.TypeSystem;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.workos.WorkOs;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.jdbc.Driver;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.runtime.Hook;

/** Calcite with our dialect, over the tables of WorkOS with a few rows each. */
final class Database implements AutoCloseable {

  /** A Tuesday. */
  static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final KnownRows rows;
  private final Connection connection;

  private Database(KnownRows rows, Connection connection) {
    this.rows = rows;
    this.connection = connection;
  }

  static Database open() throws SQLException {
    var rows = new KnownRows(Samples.TABLES);
    var connection = new DialectDriver().connect("jdbc:calcite:", properties());
    var calcite = connection.unwrap(CalciteConnection.class);
    var planner =
        new RequestPlanner(
            WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true);
    var context = new ScanContext(planner, rows, InstantSource.fixed(NOW));
    calcite.getRootSchema().add("workos", new SourceSchema(WorkOs.SOURCE, context));
    calcite
        .getRootSchema()
        .add(InformationSchema.NAME, new InformationSchema(Map.of("workos", WorkOs.SOURCE)));
    calcite.setSchema("workos");
    return new Database(rows, connection);
  }

  private static Properties properties() {
    var properties = new Properties();
    properties.put("quoting", "DOUBLE_QUOTE");
    properties.put("caseSensitive", "false");
    properties.put("quotedCasing", "UNCHANGED");
    properties.put("unquotedCasing", "UNCHANGED");
    properties.put("conformance", "LENIENT");
    properties.put("timeZone", "UTC");
    properties.put("locale", "en");
    properties.put("fun", Dialect.LIBRARIES);
    properties.put("parserFactory", Dialect.PARSER_FACTORY);
    properties.put("typeSystem", TypeSystem.class.getName());
    return properties;
  }

  /** The rows, their values joined by bars. */
  @SuppressWarnings("try") // the resource sets the time
  List<String> rows(String sql, Object... parameters) throws SQLException {
    rows.requests().clear();
    try (var clock = Hook.CURRENT_TIME.addThread(Hook.propertyJ(NOW.toEpochMilli()));
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var result = statement.executeQuery()) {
        return read(result);
      }
    }
  }

  /** Runs a statement that may have no result; gives the number of rows, or -1. */
  int run(String sql, Object... parameters) throws SQLException {
    if (parameters.length > 0) {
      return rows(sql, parameters).size();
    }
    try (var statement = connection.createStatement()) {
      return statement.execute(sql) ? read(statement.getResultSet()).size() : -1;
    }
  }

  private static List<String> read(ResultSet result) throws SQLException {
    var lines = new ArrayList<String>();
    while (result.next()) {
      var values = new ArrayList<String>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        values.add(String.valueOf(result.getString(i)));
      }
      lines.add(String.join("|", values));
    }
    return lines;
  }

  /** The only value of the only row. */
  String value(String expression) throws SQLException {
    var rows = rows("select " + expression);
    if (rows.size() != 1) {
      throw new AssertionError(expression + " gave " + rows);
    }
    return rows.get(0);
  }

  /** The requests that the statement sends. */
  List<String> requests(String sql, Object... parameters) throws SQLException {
    rows(sql, parameters);
    return List.copyOf(rows.requests());
  }

  /** The time ranges that the statement asks for, as {@code start..end}. */
  List<String> windows(String sql, Object... parameters) throws SQLException {
    return requests(sql, parameters).stream().map(Database::window).toList();
  }

  private static String window(String request) {
    return parameter(request, "range_start") + ".." + parameter(request, "range_end");
  }

  private static String parameter(String request, String name) {
    var value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(request);
    return value.find() ? value.group(1) : "";
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static final class DialectDriver extends Driver {
    @Override
    public CalcitePrepare createPrepare() {
      return new Preparer();
    }
  }

  private static final class Preparer extends CalcitePrepareImpl {
    @Override
    protected CalcitePreparingStmt getPreparingStmt(
        Context context, Type elementType, CalciteCatalogReader catalog, RelOptPlanner planner) {
      var cluster = createCluster(planner, new RexBuilder(context.getTypeFactory()));
      return new DialectStatement(
          this,
          context,
          catalog,
          elementType,
          cluster,
          org.apache.calcite.tools.Programs.standard());
    }
  }
}
