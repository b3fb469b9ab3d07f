package io.workosjdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random statements, of several tables and with everything that the dialect has, are answered as
 * another database answers them that holds the same rows: with requests, from the cache, with
 * parameters, and beside other statements.
 *
 * <p>{@code -Doracle.tries=5000} takes its time, {@code -Doracle.seed=7000} begins elsewhere. A
 * failure names its seed: {@code -Doracle.seed=7042 -Doracle.tries=1} repeats it.
 */
class StatementOracleTest {
  private static final int TRIES = Integer.getInteger("oracle.tries", 12);
  private static final long SEED = Long.getLong("oracle.seed", 1);
  private static final int THREADS = 2;

  /** How long either database may think about a statement. */
  private static final int SECONDS = 60;

  private static final List<String> WORKOS =
      List.of(
          "workos_organization",
          "workos_connection",
          "workos_directory",
          "workos_auth_event",
          "workos_event",
          "workos_user",
          "workos_organization_membership",
          "workos_directory_group",
          "workos_invitation",
          "workos_role",
          "workos_organization_domain",
          "workos_insight.organization_overview",
          "workos_insight.active_connection");

  private static final List<String> OKTA =
      List.of("okta_user", "okta_group", "okta_auth_event", "okta_application");

  /** A way to the driver. */
  private interface Way {
    Connection connect(String properties) throws SQLException;
  }

  /** Statements that the other database refuses; they show nothing. */
  private static final AtomicInteger UNANSWERED = new AtomicInteger();

  private static @Nullable Sample sample;
  private static List<Table> workos = List.of();
  private static List<Table> okta = List.of();

  @BeforeAll
  static void start() throws SQLException {
    sample = new Sample(WORKOS, OKTA);
    var all = sample.oracle.tables();
    workos = all.subList(0, WORKOS.size());
    okta = all.subList(WORKOS.size(), all.size());
  }

  @AfterAll
  static void stop() throws SQLException {
    sample().close();
  }

  private static Sample sample() {
    return java.util.Objects.requireNonNull(sample);
  }

  @Test
  void ofWorkOs() throws Exception {
    assertThat(differences(workos, sample()::workos, TRIES)).isEmpty();
  }

  @Test
  void ofOkta() throws Exception {
    assertThat(differences(okta, sample()::okta, Math.max(1, TRIES / 5))).isEmpty();
  }

  @AfterAll
  static void fewWereNotAnswered() {
    assertThat(UNANSWERED.get()).isLessThanOrEqualTo(TRIES / 100);
  }

  private static List<String> differences(List<Table> tables, Way way, int tries) throws Exception {
    var next = new AtomicLong(SEED);
    Callable<List<String>> asker =
        () -> {
          var differences = new ArrayList<String>();
          try (var driver = way.connect("cache=memory");
              var oracle = sample().oracle.connect()) {
            for (long seed; (seed = next.getAndIncrement()) < SEED + tries; ) {
              int number = differences.size();
              new Trial(seed, tables, driver, oracle)
                  .difference()
                  .ifPresent(difference -> differences.add(number, difference));
            }
          }
          return differences;
        };
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var all = new ArrayList<String>();
      for (var each : threads.invokeAll(List.of(asker, asker))) {
        all.addAll(each.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }

  /** One random statement. */
  private record Trial(long seed, List<Table> tables, Connection driver, Connection oracle) {

    Optional<String> difference() throws SQLException {
      var dice = new Dice(new Random(seed));
      var question = Selects.question(dice, tables);
      var values = question.first();
      var expected = expected(question, values);
      if (expected.isEmpty()) {
        return Optional.empty();
      }
      if (dice.once(8) && tables.equals(workos)) {
        ask("select * from table(workos_log.purge())", driver);
      }
      for (int time = 0; time < 2; time++) {
        var difference = literally(question, values, expected.get());
        if (difference.isPresent()) {
          return difference;
        }
      }
      return dice.once(2) ? Optional.empty() : prepared(question, dice);
    }

    private Optional<Rows> expected(Question question, List<@Nullable Object> values) {
      try {
        return Optional.of(ask(question.oracle(values), oracle));
      } catch (SQLException e) {
        UNANSWERED.incrementAndGet();
        return Optional.empty();
      }
    }

    private static Rows ask(String sql, Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.setQueryTimeout(SECONDS);
        try (var result = statement.executeQuery(sql)) {
          return Rows.of(result);
        }
      }
    }

    private Optional<String> literally(
        Question question, List<@Nullable Object> values, Rows expected) {
      var sql = question.ours(values);
      try {
        return ask(sql, driver).difference(question, expected).map(what -> told(sql, what));
      } catch (SQLException e) {
        return Optional.of(told(sql, e.toString()));
      }
    }

    /** With parameters, executed again with other values, NULL among them. */
    private Optional<String> prepared(Question question, Dice dice) throws SQLException {
      var values = question.first();
      var prepared = question.prepared(values);
      try (var statement = driver.prepareStatement(prepared.sql())) {
        for (int time = 0; time < 3; time++) {
          for (int at = 0; at < prepared.indexes().size(); at++) {
            statement.setObject(at + 1, values.get(prepared.indexes().get(at)));
          }
          var expected = expected(question, values);
          try (var result = statement.executeQuery()) {
            var rows = Rows.of(result);
            var difference = expected.flatMap(other -> rows.difference(question, other));
            if (difference.isPresent()) {
              return Optional.of(
                  told(prepared.sql() + "\n  that is " + question.ours(values), difference.get()));
            }
          }
          values = question.others(dice);
        }
        return Optional.empty();
      } catch (SQLException e) {
        return Optional.of(told(prepared.sql(), e.toString()));
      }
    }

    private String told(String sql, String what) {
      return "seed " + seed + ": " + sql + "\n  " + what;
    }
  }
}
