package io.workosjdbc.bench;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100,000 events read by one cursor and in slices, one after the other in the same run. The cursor
 * reads a tenth of them, because it takes so long. The server is in the same JVM; with a limit, it
 * answers 429 beyond 100 requests a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ScanBenchmark {

  private static final int EVENTS = 100_000;
  private static final int FEW_EVENTS = EVENTS / 10;
  private static final int LIMIT = 100;
  private static final int LIMIT_OF_CLIENT = 98;
  private static final int NO_LIMIT = 10_000;

  @Param({"0", "20", "100"})
  public int latencyMillis;

  @Param({"false", "true"})
  public boolean limited;

  @Param({"", " order by created_at desc"})
  public String order;

  private DemoServer demo;

  /** What one run measured. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Speed {
    public double oneCursorRowsPerSecond;
    public double slicedRowsPerSecond;
    public double ratio;
    public double slicedRequests;
  }

  /** The first statement of a JVM takes seconds of its own. */
  @Setup
  public void start() throws SQLException {
    var options =
        DemoOptions.defaults()
            .withMassEvents(EVENTS, Duration.ofDays(80))
            .withLatency(Duration.ofMillis(latencyMillis))
            .withGzip(false);
    demo = DemoServer.start(limited ? options.withRateLimit(LIMIT, LIMIT / 10) : options);
    rowsPerSecond(1, 500);
  }

  @TearDown
  public void stop() {
    demo.close();
  }

  @Benchmark
  public void scan(Speed speed) throws SQLException {
    speed.oneCursorRowsPerSecond = rowsPerSecond(1, FEW_EVENTS);
    demo.clearRequests();
    speed.slicedRowsPerSecond = rowsPerSecond(16, EVENTS);
    speed.slicedRequests = demo.requestCount();
    speed.ratio = speed.slicedRowsPerSecond / speed.oneCursorRowsPerSecond;
  }

  private double rowsPerSecond(int maxConcurrency, int most) throws SQLException {
    var url =
        "jdbc:workos:cache=off;requestsPerSecond=%d;maxConcurrency=%d;baseUrl=%s;apiKey=%s"
            .formatted(
                limited ? LIMIT_OF_CLIENT : NO_LIMIT,
                maxConcurrency,
                demo.baseUrl(),
                demo.apiKey());
    var sql = "select id, event_type, email, created_at from workos_auth_event" + order;
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.setMaxRows(most);
      long start = System.nanoTime();
      int rows = 0;
      try (var result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows++;
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (rows != most) {
        throw new IllegalStateException(rows + " rows of " + most);
      }
      return rows / seconds;
    }
  }
}
