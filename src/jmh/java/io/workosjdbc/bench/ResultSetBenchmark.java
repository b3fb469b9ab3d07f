package io.workosjdbc.bench;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
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
 * Pages over loopback to a ResultSet of thirteen columns, in a heap of 256 MB. The server is in the
 * same JVM and takes its share of the cores; {@code rowsPerCpuSecond} counts the reading thread's
 * processor time only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
@Warmup(iterations = 3)
@Measurement(iterations = 3)
public class ResultSetBenchmark {

  private static final String COLUMNS =
      "id, event_type, outcome, method, organization_id, user_id, email, connection_id, ip_address,"
          + " user_agent, session_id, error_code, created_at";

  /** How many events there are. */
  @Param({"500000", "5000000"})
  public int events;

  private DemoServer demo;
  private Connection connection;

  /** What one run read, and how much of a processor it took. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cost {
    public double rows;
    public double rowsPerCpuSecond;
  }

  @Setup
  public void connect() throws SQLException {
    demo =
        DemoServer.start(
            DemoOptions.defaults().withMassEvents(events, Duration.ofDays(80)).withGzip(false));
    connection =
        DriverManager.getConnection(
            "jdbc:workos:cache=off;requestsPerSecond=10000;baseUrl="
                + demo.baseUrl()
                + ";apiKey="
                + demo.apiKey());
  }

  @TearDown
  public void disconnect() throws SQLException {
    connection.close();
    demo.close();
  }

  @Benchmark
  public long readEveryColumnOfEveryRow(Cost cost) throws SQLException {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    long rows = 0;
    long values = 0;
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select " + COLUMNS + " from workos_auth_event")) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        rows++;
        for (int column = 1; column <= columns; column++) {
          values += result.getObject(column) == null ? 0 : 1;
        }
      }
    }
    if (rows != events) {
      throw new IllegalStateException(rows + " rows of " + events);
    }
    cost.rows = rows;
    cost.rowsPerCpuSecond = rows * 1e9 / (threads.getCurrentThreadCpuTime() - before);
    return values;
  }
}
