package io.workosjdbc.driver;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.calcite.runtime.Hook;
import org.h2.engine.Constants;

/** One statement over a database, WorkOS and Okta: its rows, what was asked for them, its plan. */
final class FederationGuide {

  private static final String URL =
      "jdbc:workos:model=model/federation.json;cache=off;maxConcurrency=1;logValues=true";

  private static final List<String> STATEMENT =
      List.of(
          "select c.account, c.email, k.status as in_okta from crm.contact c",
          "join workos.workos_user u on u.email = c.email",
          "join okta.okta_user k on k.email = c.email",
          "where c.plan = 'enterprise' order by c.email");

  private static final int LONGEST = 110;

  private FederationGuide() {}

  @SuppressWarnings("try") // the hook listens until it is closed
  static String example() throws SQLException {
    var databaseSql = new ArrayList<String>();
    Consumer<String> noted = sql -> databaseSql.add("crm: " + sql.replaceAll("\\s+", " "));
    var sql = String.join("\n", STATEMENT);
    try (var connection = DriverManager.getConnection(URL);
        var hook = Hook.QUERY_PLAN.addThread(noted)) {
      var rows = table(connection, sql);
      var asked = new ArrayList<>(databaseSql);
      asked.addAll(requests(connection));
      return "```\n%s\n> %s;\n%s%s\n\n%s\n```\n"
          .formatted(
              command(),
              String.join("\n  ", STATEMENT),
              rows,
              String.join("\n", asked),
              plan(connection, sql));
    }
  }

  /** The build has fetched the jar of the database, in the version that the tests run with. */
  private static String command() {
    var version = Constants.VERSION;
    return "$ sqlline-config/workos-sql --model model/federation.json \\\n"
        + "    --jar ~/.m2/repository/com/h2database/h2/%s/h2-%s.jar".formatted(version, version);
  }

  private static String table(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return InsightGuide.table(rows);
    }
  }

  /** What each environment was asked, from the driver's own log. */
  private static List<String> requests(Connection connection) throws SQLException {
    var requests = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select environment, line from workos_log.request"
                    + " where statement_id = (select max(statement_id) from workos_log.request)"
                    + " order by environment desc, line")) {
      while (rows.next()) {
        requests.add(rows.getString(1) + ": " + rows.getString(2));
      }
    }
    return requests;
  }

  /** Without the seconds, which depend on how fast the demonstrations answer. */
  private static String plan(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var plan = statement.executeQuery("explain plan for " + sql)) {
      plan.next();
      return plan.getString(1)
          .lines()
          .filter(line -> !line.matches(" *(EnumerableCalc|EnumerableSort|JdbcProject).*"))
          .filter(line -> !line.matches(" *request .*key[1-9].*") || line.contains("key0"))
          .map(line -> line.replaceAll("variablesSet=\\[\\[[^]]*]], ", ""))
          .map(line -> line.replaceAll("\\$cor\\d+: ", ""))
          .map(line -> line.replaceAll(" rows, [0-9.,]+ s", " rows"))
          .map(line -> line.replaceAll("%20or%20.*?(]|$)", "...$1"))
          .map(line -> line.replaceAll(" rows, [0-9.,]+ s", " rows"))
          .map(line -> line.length() > LONGEST * 2 ? line.substring(0, LONGEST * 2) : line)
          .collect(Collectors.joining("\n"));
    }
  }
}
