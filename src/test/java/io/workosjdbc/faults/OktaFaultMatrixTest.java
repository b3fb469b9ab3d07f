package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.OktaServer;
import io.workosjdbc.demo.SmallPages;
import io.workosjdbc.faults.Trouble.Place;
import io.workosjdbc.okta.Okta;
import io.workosjdbc.resource.Resource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes wrong anywhere with an answer, at the first, a middle and the last page of a table of
 * Okta's, whose pages are linked. What is wrong with the links has tests of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OktaFaultMatrixTest {
  /** The smallest gets every fault at all three pages, the others each at one. */
  private static final String THOROUGH = "okta_group";

  private final OktaServer server = OktaServer.start(DemoOptions.defaults().withEventCount(120));

  @AfterAll
  void close() {
    server.close();
  }

  /** Those that are lists of their own; the others are read in the same way, by key. */
  static List<String> tables() {
    return Okta.SOURCE.resources().stream()
        .filter(resource -> resource.listing().scopes().isEmpty())
        .map(Resource::table)
        .toList();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:okta:domain=%s;token=%s;requestsPerSecond=10000;cache=off;maxRetries=0;maxConcurrency=1"
            .formatted(server.baseUrl(), server.token()));
  }

  private void heal(int rows) {
    server.heal();
    server.fail(Fault.every("/", new SmallPages(Math.max(2, rows / 4))));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyFaultIsAFailure(String table) throws SQLException {
    var sql = "select * from " + table;
    var complaints = new ArrayList<String>();
    try (var connection = connect()) {
      server.heal();
      var truth = Outcome.of(connection, sql).rows();
      assertThat(truth).hasSizeGreaterThan(3);
      heal(truth.size());
      server.clearRequests();
      assertThat(Outcome.of(connection, sql).rows()).isEqualTo(truth);
      var requests = server.requests();
      assertThat(requests).hasSizeGreaterThan(2);
      int turn = 0;
      for (var trouble : Trouble.everywhere()) {
        var three = List.of(0, requests.size() / 2, requests.size() - 1);
        var places = table.equals(THOROUGH) ? three : List.of(three.get(turn++ % three.size()));
        for (int at : places) {
          heal(truth.size());
          server.fail(new Fault("/", at + 1, Integer.MAX_VALUE, trouble.effect()));
          var place = new Place(new Question(resource(table), sql), requests, at);
          trouble
              .verdict()
              .of(place)
              .complaint(Outcome.of(connection, sql), truth)
              .ifPresent(wrong -> complaints.add(trouble.name() + " at " + (at + 1) + " " + wrong));
        }
      }
      heal(truth.size());
      assertThat(Outcome.of(connection, sql).isWhole(truth)).isTrue();
    }
    assertThat(complaints).isEmpty();
  }

  private static Resource resource(String table) {
    return Okta.SOURCE.resource(table).orElseThrow();
  }
}
