package io.workosjdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.calcite.jdbc.CalciteConnection;
import org.junit.jupiter.api.Test;

class PlannedRequestsTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final FakeRows rows =
      new FakeRows(
          Map.of(
              "workos_organization",
              List.of(
                  Map.of("id", "org_1", "name", "Acme", "created_at", 1L),
                  Map.of("id", "org_2", "name", "Beta", "created_at", 2L)),
              "workos_connection",
              List.of(
                  Map.of("id", "conn_1", "organization_id", "org_1"),
                  Map.of("id", "conn_2", "organization_id", "org_1"))));

  private List<String> run(String sql) throws SQLException {
    var info = new Properties();
    info.put("caseSensitive", "false");
    info.put("unquotedCasing", "UNCHANGED");
    info.put("timeZone", "UTC");
    info.put("conformance", "LENIENT");
    info.put("fun", "standard,postgresql");
    info.put("parserFactory", "org.apache.calcite.sql.parser.babel.SqlBabelParserImpl#FACTORY");
    try (Connection connection = DriverManager.getConnection("jdbc:calcite:", info)) {
      var calcite = connection.unwrap(CalciteConnection.class);
      var planner =
          new RequestPlanner(
              WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true);
      calcite
          .getRootSchema()
          .add(
              "workos",
              new SourceSchema(
                  WorkOs.SOURCE, new ScanContext(planner, rows, InstantSource.fixed(NOW))));
      calcite.setSchema("workos");
      rows.opened().clear();
      try (var statement = connection.createStatement()) {
        var result = new java.util.ArrayList<String>();
        try (var set = statement.executeQuery(sql)) {
          while (set.next()) {
            var line = new StringBuilder();
            for (int i = 1; i <= set.getMetaData().getColumnCount(); i++) {
              line.append(i > 1 ? "|" : "").append(set.getString(i));
            }
            result.add(line.toString());
          }
        }
        return result;
      }
    }
  }

  @Test
  void probe() throws Exception {
    for (var sql :
        List.of(
            "select c.id, o.name from workos_connection c join workos_organization o on c.organization_id = o.id where c.id = 'conn_1'",
            "select c.id, o.name from workos_connection c left join workos_organization o on c.organization_id = o.id where c.id = 'conn_1'",
            "select o.name from workos_organization o where o.id in (select organization_id from workos_connection where id = 'conn_1')",
            "select o.name from workos_organization o where o.id = 'org_1' and not exists (select 1 from workos_directory d where d.organization_id = o.id)",
            "select o.name, (select count(*) from workos_connection c where c.organization_id = o.id) n from workos_organization o where o.id = 'org_1'",
            "select o.name, c.id, d.id from workos_organization o join workos_connection c on c.organization_id = o.id join workos_directory d on d.organization_id = o.id where o.id = 'org_1'",
            "select o.name, c.id from workos_organization o join workos_connection c on c.organization_id = o.id")) {
      System.out.println("## " + sql);
      try {
        System.out.println(run(sql));
        rows.opened().forEach(System.out::println);
        System.out.println(run("explain plan for " + sql).get(0));
      } catch (SQLException e) {
        System.out.println("!! " + e);
        for (Throwable t = e; t != null; t = t.getCause()) {
          System.out.println("@@ " + t.getClass());
          for (var s : t.getSuppressed()) System.out.println("@@ " + s);
          for (int i = 0; i < 8; i++) System.out.println("@@    " + t.getStackTrace()[i]);
        }
      }
    }
    assertThat(rows).isNotNull();
  }
}
