package io.workosjdbc.oracle;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.OktaServer;
import io.workosjdbc.demo.SmallPages;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The demo environments, in small pages, and an oracle with their rows. */
final class Sample implements AutoCloseable {
  private static final DemoOptions OPTIONS = DemoOptions.defaults().withEventCount(300);

  final DemoServer workos = DemoServer.start(OPTIONS);
  final OktaServer okta = OktaServer.start(OPTIONS);
  final Oracle oracle;

  /**
   * @param workosTables names of tables, and of views with their schema
   */
  Sample(List<String> workosTables, List<String> oktaTables) throws SQLException {
    workos.change(Sample::withoutEventsThatExpire);
    workos.fail(Fault.every("/organizations", new SmallPages(7)));
    workos.fail(Fault.every("/connections", new SmallPages(9)));
    workos.fail(Fault.every("/events", new SmallPages(40)));
    oracle = new Oracle("oracle" + System.identityHashCode(this));
    try (var plain = workos("pushdown=off;cache=memory")) {
      for (var table : workosTables) {
        var name = table.substring(table.indexOf('.') + 1);
        var schema = table.contains(".") ? table.substring(0, table.indexOf('.')) : "workos";
        oracle.copy(plain, name, schema, Set.of("raw", "metadata"));
      }
    }
    try (var plain = okta("pushdown=off;cache=memory")) {
      for (var table : oktaTables) {
        oracle.copy(plain, table, "okta", Set.of("raw"));
      }
    }
  }

  /** What leaves the lookback while the test runs would be in the oracle only. */
  private static DemoData withoutEventsThatExpire(DemoData data) {
    var edge = Instant.now().minus(Duration.ofDays(89));
    var kept = data;
    for (var event : data.allEvents()) {
      if (event.createdAt().isBefore(edge)) {
        kept = kept.without(event.id());
      }
    }
    return kept;
  }

  Connection workos(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;entityTtl=1h;%s"
            .formatted(workos.baseUrl(), workos.apiKey(), properties));
  }

  Connection okta(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:okta:domain=%s;token=%s;requestsPerSecond=10000;entityTtl=1h;%s"
            .formatted(okta.baseUrl(), okta.token(), properties));
  }

  @Override
  public void close() throws SQLException {
    oracle.close();
    okta.close();
    workos.close();
  }
}
