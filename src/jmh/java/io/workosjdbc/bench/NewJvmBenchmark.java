package io.workosjdbc.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A process that has just begun. The shell runs as a user's would; the cached events are asked by
 * {@link #main}, in a heap of 256 MB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class NewJvmBenchmark {

  /**
   * Prints what the first questions to a full cache cost: the seconds of a GROUP BY from its plan
   * to its rows, those of its planning, and the rows per second of a scan.
   */
  public static void main(String[] arguments) throws SQLException {
    var end = Instant.parse(arguments[1]);
    try (var connection = DriverManager.getConnection(arguments[0])) {
      Questions.drain(connection, Questions.hour(end));
      long start = System.nanoTime();
      var statement = connection.prepareStatement(Questions.groupHalf(end));
      long planned = System.nanoTime();
      Questions.drain(statement.executeQuery());
      long grouped = System.nanoTime();
      long rows = Questions.drain(connection, Questions.everything(end));
      long scanned = System.nanoTime();
      System.out.println((grouped - planned) / 1e9);
      System.out.println((planned - start) / 1e9);
      System.out.println(rows / ((scanned - grouped) / 1e9));
    }
  }

  /** What the process of {@link #main} found. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Found {
    public double groupHalfSeconds;
    public double planSeconds;
    public double scanRowsPerSecond;
  }

  /** The events, for the one benchmark that needs them. */
  @State(Scope.Benchmark)
  public static class Events {
    private FilledCache cache;

    @Setup
    public void fill() throws IOException, SQLException {
      cache = new FilledCache();
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
      cache.checkNothingWasAsked();
      cache.close();
    }
  }

  /** The first result of {@code workos-sql --demo}, from the start of the process to its end. */
  @Benchmark
  public String shell() {
    return output(
        "sqlline-config/workos-sql",
        "--demo",
        "-e",
        "select name, domains from workos_organization limit 5");
  }

  @Benchmark
  public void cachedEvents(Events events, Found found) {
    var lines =
        output(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                NewJvmBenchmark.class.getName(),
                events.cache.url(),
                events.cache.end.toString())
            .lines()
            .toList();
    found.groupHalfSeconds = Double.parseDouble(lines.get(0));
    found.planSeconds = Double.parseDouble(lines.get(1));
    found.scanRowsPerSecond = Double.parseDouble(lines.get(2));
  }

  private static String output(String... command) {
    try {
      var process =
          new ProcessBuilder(List.of(command))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0 || output.isBlank()) {
        throw new IllegalStateException(command[0] + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
