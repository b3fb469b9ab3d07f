package io.workosjdbc.fetch;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.Warmup;

/** The bytes of a page of 100 events to rows of all columns but {@code raw}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PageBenchmark {

  private static final Resource EVENTS = WorkOs.SOURCE.resource("workos_auth_event").orElseThrow();

  private Answer answer;
  private RowReader reader;

  @Setup
  public void fetch() throws IOException, InterruptedException {
    var names = EVENTS.listing().choice().orElseThrow().names();
    var options = DemoOptions.defaults().withMassEvents(10_000, Duration.ofDays(80));
    try (var demo = DemoServer.start(options.withGzip(false))) {
      var target = "/events?limit=100&events=" + String.join(",", names);
      var request =
          HttpRequest.newBuilder(URI.create(demo.baseUrl() + target))
              .header("Authorization", "Bearer " + demo.apiKey())
              .build();
      var body =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      answer =
          new Answer("GET /events", new ApiResponse(200, body, Optional.empty(), Instant.now()));
    }
    List<Column> columns =
        EVENTS.columns().stream()
            .filter(column -> !(column.extraction() instanceof Extraction.Raw))
            .filter(column -> !(column.extraction() instanceof Extraction.LookedUp))
            .toList();
    reader = new RowReader(new Layout(EVENTS, columns, columns.size(), columns.size()));
    int rows = parse().rows().size();
    if (rows != 100) {
      throw new IllegalStateException(rows + " rows of 100");
    }
  }

  @Benchmark
  public ObjectPage parse() {
    return reader.page(answer);
  }
}
