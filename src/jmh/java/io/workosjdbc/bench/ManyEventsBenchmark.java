package io.workosjdbc.bench;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 5,000,000 events in slices through a heap of 256 MB, which the server has to share. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ManyEventsBenchmark {

  private static final int EVENTS = 5_000_000;

  @Benchmark
  public long stream() throws SQLException {
    var options = DemoOptions.defaults().withMassEvents(EVENTS, Questions.SPAN).withGzip(false);
    try (var demo = DemoServer.start(options);
        var connection =
            DriverManager.getConnection(
                "jdbc:workos:cache=off;requestsPerSecond=10000;baseUrl=%s;apiKey=%s"
                    .formatted(demo.baseUrl(), demo.apiKey()))) {
      long rows = Questions.drain(connection, Questions.ALL_COLUMNS);
      if (rows != EVENTS) {
        throw new IllegalStateException(rows + " rows of " + EVENTS);
      }
      return rows;
    }
  }
}
