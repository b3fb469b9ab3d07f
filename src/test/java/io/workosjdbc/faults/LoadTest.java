package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Throwables;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many threads, each statement compared with the truth: for a few seconds, or {@code
 * -Dload.seconds=60}.
 */
@Timeout(600)
class LoadTest {
  private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("load.seconds", 3));
  private static final int THREADS = 32;
  private static final int RATE = 200;
  private static final int BURST = 5;
  private static final long SLACK_BYTES = 48L << 20;

  /** It enforces what the driver was told to keep, with room for requests that were held up. */
  private final DemoServer server =
      DemoServer.start(DemoOptions.defaults().withEventCount(400).withRateLimit(2 * RATE, RATE));

  private final Map<String, List<String>> truths = new HashMap<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final AtomicInteger statements = new AtomicInteger();

  @AfterEach
  void close() {
    server.close();
  }

  private Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=%d;maxRetries=0;%s"
            .formatted(server.baseUrl(), server.apiKey(), RATE, properties));
  }

  private List<String> questions() {
    var organization = server.data().organizations().get(5).id();
    return List.of(
        "select * from workos_organization",
        "select * from workos_organization where id = '" + organization + "'",
        "select * from workos_connection where organization_id = '" + organization + "'",
        "select id, state from workos_directory where state = 'linked'",
        "select method, outcome, count(*) from workos_auth_event group by method, outcome",
        "select id, connection_type from workos_auth_event order by created_at desc limit 20",
        "select o.name, c.name from workos_organization o join workos_connection c on"
            + " c.organization_id = o.id",
        "select id from workos_session where user_id = '"
            + server.data().things("/user_management/users").get(3).id()
            + "'");
  }

  @Test
  void manyThreadsGetTheTruthWithinTheRate() throws Exception {
    try (var connection = connect("cache=off")) {
      for (var sql : questions()) {
        truths.put(sql, Outcome.of(connection, sql).rows());
      }
    }
    run(LENGTH.dividedBy(3));
    long usedBefore = usedBytes();
    long filesBefore = Leftovers.openFiles();
    server.clearRequests();
    var began = Instant.now();

    run(LENGTH);

    double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
    assertThat(complaints).isEmpty();
    assertThat(statements.get()).isGreaterThan(THREADS);
    assertThat(server.requestCount()).isLessThanOrEqualTo((int) (RATE * seconds) + BURST + THREADS);
    assertThat(usedBytes() - usedBefore).isLessThan(SLACK_BYTES);
    server.close();
    Leftovers.areNone(filesBefore);
  }

  private void run(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    var threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      int seed = i;
      threads[i] = new Thread(() -> ask(new Random(seed), end), "load-" + i);
      threads[i].start();
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  /** Asks on one connection after the other, whose caches differ, until the time is over. */
  private void ask(Random random, long end) {
    var questions = List.copyOf(truths.keySet());
    while (System.nanoTime() < end && complaints.isEmpty()) {
      var cache = List.of("off", "memory", "memory").get(random.nextInt(3));
      try (var connection = connect("entityTtl=500ms;cache=" + cache)) {
        for (int i = 0; i < 10 && System.nanoTime() < end; i++) {
          var sql = questions.get(random.nextInt(questions.size()));
          if (random.nextInt(8) == 0) {
            leaveEarly(connection, sql);
          }
          check(sql, Outcome.of(connection, sql));
        }
      } catch (SQLException e) {
        complaints.add(e.toString());
      }
    }
  }

  private void check(String sql, Outcome outcome) {
    statements.incrementAndGet();
    if (!outcome.isWhole(truths.get(sql))) {
      var failure = outcome.failure().map(Throwables::getStackTraceAsString).orElse("");
      complaints.add(sql + ": " + outcome.rows().size() + " rows " + failure);
    }
  }

  private static void leaveEarly(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.isClosed()).isFalse();
    }
  }

  private static long usedBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
