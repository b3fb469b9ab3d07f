package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.SmallPages;
import io.workosjdbc.workos.WorkOs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The faults that mean the same everywhere, in statements that ask several lists, with a cache that
 * must keep nothing of a list that failed. With a cache, each statement has every eighth fault,
 * beginning with another one; with {@code -Dfaults=all} it has all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementFaultTest {
  private static final int STEP = "all".equals(System.getProperty("faults")) ? 1 : 8;

  /** Faults that mean the same everywhere do not ask where they are. */
  private static final Question ANY = new Question(WorkOs.SOURCE.resources().get(0), "");

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(120));

  @AfterAll
  void close() {
    server.close();
  }

  Stream<String> statements() {
    var organizations = server.data().organizations();
    var one = organizations.get(3).id();
    var other = organizations.get(7).id();
    return Stream.of(
        // One list for each row of another.
        "select * from workos_vault_object_version",
        "select * from workos_connect_client_secret",
        // By key, and by several.
        "select * from workos_organization where id = '" + one + "'",
        "select * from workos_organization where id in ('" + one + "', '" + other + "')",
        "select * from workos_connection where organization_id in ('" + one + "', '" + other + "')",
        // The newest events first, in growing windows, with a column from another list.
        "select * from workos_auth_event order by created_at desc limit 30",
        "select method, connection_type, count(*) from workos_auth_event group by method,"
            + " connection_type",
        // Two lists and three.
        "select o.name, c.state from workos_organization o join workos_connection c on"
            + " c.organization_id = o.id where o.id = '"
            + one
            + "'",
        "select id from workos_organization where id not in (select organization_id from"
            + " workos_directory where organization_id is not null)",
        "select id from workos_connection union all select id from workos_directory");
  }

  private Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;maxRetries=0;%s"
            .formatted(server.baseUrl(), server.apiKey(), properties));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void whateverGoesWrongAnywhereTheAnswerIsWholeOrAFailure(String sql) throws SQLException {
    heal();
    try (var oneByOne = connect("cache=off;maxConcurrency=1")) {
      var truth = Outcome.of(oneByOne, sql);
      assertThat(truth.failure()).isEmpty();
      server.clearRequests();
      assertThat(Outcome.of(oneByOne, sql)).isEqualTo(truth);
      int requests = server.requestCount();
      var places = List.copyOf(new TreeSet<>(List.of(1, requests / 2 + 1, requests)));
      var complaints = new ArrayList<String>();
      for (int third = 0; third < 3; third++) {
        var troubles = some(3, third);
        int at = places.get((third + sql.length()) % places.size());
        for (var trouble : troubles) {
          fail(at, trouble);
          var verdict = trouble.verdict().of(new Trouble.Place(ANY, List.of(), at));
          verdict
              .complaint(Outcome.of(oneByOne, sql), truth.rows())
              .ifPresent(wrong -> complaints.add(trouble.name() + " at " + at + " " + wrong));
        }
        heal();
        assertThat(Outcome.of(oneByOne, sql)).isEqualTo(truth);
      }
      assertThat(complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void theCacheInMemoryKeepsNothingOfAFailure(String sql) throws SQLException {
    theCacheKeepsNothingOfAFailure(sql, "cache=memory");
  }

  @ParameterizedTest
  @MethodSource("statements")
  void theCacheOnDiskKeepsNothingOfAFailure(String sql, @TempDir Path folder) throws Exception {
    theCacheKeepsNothingOfAFailure(sql, "cache=disk;" + "cacheDir='" + folder + "/%d'");

    try (var files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  private void theCacheKeepsNothingOfAFailure(String sql, String cache) throws SQLException {
    heal();
    try (var live = connect("cache=off")) {
      var truth = Outcome.of(live, sql);
      var complaints = new ArrayList<String>();
      int number = 0;
      for (var trouble :
          some(STEP, (int) statements().takeWhile(each -> !each.equals(sql)).count())) {
        // The cache in memory is as old as the connections to the environment.
        try (var cached = connect("entityTtl=1h;maxConcurrency=7;" + cache.formatted(number++))) {
          fail(2, trouble);
          var outcome = Outcome.of(cached, sql);
          if (outcome.failure().isEmpty() && !outcome.isWhole(truth.rows())) {
            complaints.add(trouble.name() + " gave a part");
          }
          heal();
          for (int time = 1; time <= 2; time++) {
            if (!Outcome.of(cached, sql).isWhole(truth.rows())) {
              complaints.add(trouble.name() + " is remembered");
            }
          }
        }
      }
      assertThat(complaints).isEmpty();
    }
  }

  /** Every so manieth fault. */
  private static List<Trouble> some(int step, int from) {
    var all = Trouble.everywhere();
    return IntStream.range(0, all.size())
        .filter(i -> (i + from) % step == 0)
        .mapToObj(all::get)
        .toList();
  }

  private void fail(int at, Trouble trouble) {
    heal();
    server.fail(new Fault("/", at, Integer.MAX_VALUE, trouble.effect()));
  }

  private void heal() {
    server.heal();
    server.fail(Fault.every("/", new SmallPages(20)));
  }
}
