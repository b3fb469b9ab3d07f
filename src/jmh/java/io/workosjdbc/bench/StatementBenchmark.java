package io.workosjdbc.bench;

import io.workosjdbc.demo.DemoServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
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

/** What a statement costs beside the API: planning, and running again from the cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class StatementBenchmark {

  private static final String SIMPLE = "select name from workos_organization where id = 'org_%d'";

  private static final String THREE_WAY =
      "select o.name, c.name, d.name from workos_organization o"
          + " join workos_connection c on c.organization_id = o.id"
          + " join workos_directory d on d.organization_id = o.id where o.id = 'org_%d'";

  private static final String REPEATED =
      "select method, outcome, count(*) from workos_auth_event"
          + " where created_at >= current_timestamp - interval '1' day group by method, outcome";

  private DemoServer demo;
  private Connection connection;
  private PreparedStatement lookup;
  private String organization;
  private int number;

  @Setup
  public void connect() throws SQLException {
    demo = DemoServer.start();
    connection =
        DriverManager.getConnection(
            "jdbc:workos:requestsPerSecond=10000;entityTtl=1h;cache=memory;baseUrl=%s;apiKey=%s"
                .formatted(demo.baseUrl(), demo.apiKey()));
    try (var statement = connection.createStatement();
        var ids = statement.executeQuery("select id from workos_organization limit 1")) {
      ids.next();
      organization = ids.getString(1);
    }
    lookup = connection.prepareStatement("select name from workos_organization where id = ?");
    executeAgain();
    sameQueryAgain();
    demo.clearRequests();
  }

  @TearDown
  public void disconnect() throws SQLException {
    lookup.close();
    connection.close();
    int requests = demo.requestCount();
    demo.close();
    if (requests > 0) {
      throw new IllegalStateException(requests + " requests for what had been answered");
    }
  }

  /** A text that was never seen. */
  @Benchmark
  public void planSimple() throws SQLException {
    plan(SIMPLE);
  }

  @Benchmark
  public void planThreeWay() throws SQLException {
    plan(THREE_WAY);
  }

  private void plan(String sql) throws SQLException {
    connection.prepareStatement(sql.formatted(number++)).close();
  }

  /** A prepared statement, answered from the cache. */
  @Benchmark
  public String executeAgain() throws SQLException {
    lookup.setString(1, organization);
    try (var result = lookup.executeQuery()) {
      result.next();
      return result.getString(1);
    }
  }

  /** The same text of a day's events, answered from the cache. */
  @Benchmark
  public long sameQueryAgain() throws SQLException {
    return Questions.drain(connection, REPEATED);
  }
}
