package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.OktaObject;
import io.workosjdbc.demo.OktaServer;
import io.workosjdbc.demo.SmallPages;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A large log is read in slices of time by several cursors, each of which follows its own links:
 * two pages of a thousand are read before, and much must be left after them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OktaSlicesTest {
  private final OktaServer server = OktaServer.start(DemoOptions.defaults().withEventCount(8_000));

  OktaSlicesTest() {
    server.fail(Fault.every("/api/v1/logs", new SmallPages(50)));
    // Several cursors are worth it only where answers take a while.
    server.latency(Duration.ofMillis(10));
  }

  @AfterAll
  void close() {
    server.close();
  }

  private List<String> ids(String orderBy) throws SQLException {
    server.clearRequests();
    var ids = new ArrayList<String>();
    try (var connection =
            DriverManager.getConnection(
                "jdbc:okta:domain=%s;token=%s;requestsPerSecond=10000;maxConcurrency=8;cache=off"
                    .formatted(server.baseUrl(), server.token()));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from okta_log_event" + orderBy)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private List<String> truth() {
    return server.data().events().stream().map(OktaObject::id).toList();
  }

  @Test
  void nothingIsLostAndNothingComesTwice() throws SQLException {
    assertThat(ids("")).hasSizeGreaterThan(1_000).containsExactlyInAnyOrderElementsOf(truth());
    assertThat(server.requests())
        .filteredOn(line -> line.contains("since="))
        .as("beginnings of slices")
        .hasSizeGreaterThan(1);
  }

  @Test
  void theOrderIsKept() throws SQLException {
    assertThat(ids(" order by created_at, id")).containsExactlyElementsOf(truth());
    var newestFirst = new ArrayList<>(truth());
    Collections.reverse(newestFirst);
    assertThat(ids(" order by created_at desc limit 500"))
        .hasSize(500)
        .first()
        .isEqualTo(newestFirst.get(0));
  }
}
