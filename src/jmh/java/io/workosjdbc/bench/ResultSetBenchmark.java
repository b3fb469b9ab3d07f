package io.workosjdbc.bench;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.CallScope;
import io.workosjdbc.http.ClientOptions;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 500,000 events over loopback to a ResultSet of thirteen columns, all in the thread that reads.
 * The server is in the same JVM and takes its share of the cores, so that the reading thread's
 * processor time is what counts: all of it, which is HTTP, JSON, rows, Calcite and JDBC, and from
 * the pages on, which is without what the driver's HTTP client takes in the same run to fetch as
 * many of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class ResultSetBenchmark {

  private static final int EVENTS = 500_000;
  private static final int PAGES = 2_000;

  private DemoServer demo;
  private ApiClient client;
  private Connection connection;

  /** What one run read, and how much of a processor it took. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cost {
    public double rowsPerCpuSecond;
    public double rowsPerCpuSecondFromPages;
  }

  @Setup
  public void connect() throws SQLException {
    demo =
        DemoServer.start(
            DemoOptions.defaults().withMassEvents(EVENTS, Questions.SPAN).withGzip(false));
    var options = ClientOptions.of(demo.baseUrl(), demo::apiKey).withRequestsPerSecond(10_000);
    client = ApiClient.of(options);
    // Only with one request at a time does nobody else read for this thread.
    connection =
        DriverManager.getConnection(
            "jdbc:workos:cache=off;requestsPerSecond=10000;maxConcurrency=1;baseUrl=%s;apiKey=%s"
                .formatted(demo.baseUrl(), demo.apiKey()));
  }

  @TearDown
  public void disconnect() throws SQLException {
    connection.close();
    client.close();
    demo.close();
  }

  @Benchmark
  public long readEveryColumnOfEveryRow(Cost cost) throws SQLException {
    long before = cpuNanos();
    long rows = Questions.drain(connection, Questions.ALL_COLUMNS);
    double reading = cpuNanos() - before;
    if (rows != EVENTS) {
      throw new IllegalStateException(rows + " rows of " + EVENTS);
    }
    cost.rowsPerCpuSecond = rows * 1e9 / reading;
    cost.rowsPerCpuSecondFromPages = rows * 1e9 / (reading - EVENTS / 100 * fetchingNanos());
    return rows;
  }

  /** The processor time that it takes to fetch a page. */
  private double fetchingNanos() {
    var lines = demo.requests(); // The last page is not full.
    var target = lines.get(lines.size() - 2).substring("GET ".length());
    long before = cpuNanos();
    for (int page = 0; page < PAGES; page++) {
      if (client.get(target, CallScope.unbounded()).body().length < 20_000) {
        throw new IllegalStateException("not a page of events: " + target);
      }
    }
    return (cpuNanos() - before) / (double) PAGES;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
