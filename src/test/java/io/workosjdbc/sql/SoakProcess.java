package io.workosjdbc.sql;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Uses the driver as a process of its own: asks random questions with a cache that others use too,
 * and compares each answer with what the service says without one, until a file {@code stop} lies
 * in the folder.
 */
final class SoakProcess implements AutoCloseable {
  /** A file that has a character for each question that was answered truly. */
  static final String STEPS = "steps";

  private static final Duration SPAN = Duration.ofDays(12);
  private static final List<String> FILTERS =
      List.of(
          "",
          "",
          "",
          " and outcome = 'failed'",
          " and email like 'a%'",
          " and event_type in ('authentication.sso_failed', 'authentication.sso_started')",
          " and organization_id is not null and method = 'sso'",
          " and method <> 'password' and user_id is not null");
  private static final List<String> ORDERS =
      List.of("", " order by created_at", " order by created_at desc");
  private static final List<String> LISTS =
      List.of(
          "select id, name, domains from workos_organization",
          "select id, state, connection_type from workos_connection",
          "select organization_id, count(*) from workos_directory group by organization_id");

  private final Connection cached;
  private final Connection truth;
  private final Random random;
  private int compared;

  SoakProcess(String url, Path folder, Random random) throws SQLException {
    this.random = random;
    this.cached =
        DriverManager.getConnection(
            url
                + ";cacheDir="
                + folder
                // So little that something is evicted now and then.
                + ";cacheMaxBytes=1MB;entityTtl=1s;maxConcurrency="
                + (random.nextBoolean() ? 1 : 4));
    this.truth = DriverManager.getConnection(url + ";cache=off");
  }

  /**
   * Runs until it is told to stop, or fails.
   *
   * @param args the URL, the folder and a seed
   */
  public static void main(String[] args) throws IOException, SQLException {
    var folder = Path.of(args[1]);
    try (var process = new SoakProcess(args[0], folder, new Random(Long.parseLong(args[2])))) {
      while (Files.notExists(folder.resolve("stop"))) {
        process.step();
        Files.writeString(folder.resolve(STEPS), ".", CREATE, APPEND);
      }
    }
  }

  /** How many answers were found to be true. */
  int compared() {
    return compared;
  }

  /** One question, which is asked to the end, and before that perhaps given up in the middle. */
  void step() throws SQLException {
    if (random.nextInt(6) == 0) {
      compare(LISTS.get(random.nextInt(LISTS.size())));
      return;
    }
    var from = Instant.now().minusMillis((long) (random.nextDouble() * SPAN.toMillis()));
    double part = random.nextDouble();
    var to = from.plusMillis((long) (part * part * Duration.ofDays(3).toMillis()) + 1);
    var where =
        " from workos_auth_event where created_at >= timestamp '"
            + literal(from)
            + (random.nextInt(5) == 0 ? "'" : "' and created_at < timestamp '" + literal(to) + "'")
            + FILTERS.get(random.nextInt(FILTERS.size()));
    if (random.nextInt(4) == 0) {
      // What is kept of an answer that was given up must be no more than what was read.
      rows(cached, "select id" + where + order(), random.nextInt(150));
    }
    if (random.nextInt(3) == 0) {
      compare("select method, outcome, count(*), count(email)" + where + " group by 1, 2");
    } else {
      compare("select id, event_type, email, user_id, created_at" + where + order());
    }
  }

  private String order() {
    return ORDERS.get(random.nextInt(ORDERS.size()));
  }

  private static String literal(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString().replace('T', ' ').replace("Z", "");
  }

  private void compare(String sql) throws SQLException {
    var expected = rows(truth, sql, Integer.MAX_VALUE);
    var actual = rows(cached, sql, Integer.MAX_VALUE);
    var left = new ArrayList<>(expected);
    var more = new ArrayList<>(actual);
    left.sort(null);
    more.sort(null);
    boolean isSorted = !sql.contains("order by") || times(actual).equals(times(expected));
    if (!left.equals(more) || !isSorted) {
      left.removeAll(actual);
      more.removeAll(expected);
      throw new AssertionError(
          sql + "\nmissing " + left + "\ntoo much " + more + "\nsorted " + isSorted);
    }
    compared++;
  }

  private static List<String> times(List<String> rows) {
    return rows.stream().map(row -> row.substring(row.lastIndexOf('|'))).toList();
  }

  private static List<String> rows(Connection connection, String sql, int most)
      throws SQLException {
    var all = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (all.size() < most && rows.next()) {
        var row = new StringBuilder();
        for (int column = 1; column <= width; column++) {
          row.append(column == 1 ? "" : "|").append(rows.getString(column));
        }
        all.add(row.toString());
      }
    }
    return all;
  }

  @Override
  public void close() throws SQLException {
    try (cached) {
      truth.close();
    }
  }
}
