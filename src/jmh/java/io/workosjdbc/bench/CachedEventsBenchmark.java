package io.workosjdbc.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
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

/** SQL over 1,000,000 events of the cache on disk, in a heap of 256 MB. No request is sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
public class CachedEventsBenchmark {

  private FilledCache cache;
  private Connection connection;

  @Setup
  public void fill() throws IOException, SQLException {
    cache = new FilledCache();
    connection = cache.connect();
  }

  @TearDown
  public void close() throws IOException, SQLException {
    connection.close();
    cache.checkNothingWasAsked();
    cache.close();
  }

  @Benchmark
  public long groupHalf() throws SQLException {
    return Questions.drain(connection, Questions.groupHalf(cache.end));
  }

  @Benchmark
  public long hour() throws SQLException {
    return Questions.drain(connection, Questions.hour(cache.end));
  }

  @Benchmark
  public long scan() throws SQLException {
    return Questions.drain(connection, Questions.everything(cache.end));
  }

  @Benchmark
  public long like() throws SQLException {
    return Questions.drain(connection, Questions.like(cache.end));
  }
}
