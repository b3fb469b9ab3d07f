package io.workosjdbc.bench;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;

/** A server with 1,000,000 events, all of which have been read once into a cache on disk. */
final class FilledCache implements AutoCloseable {

  private final DemoServer demo;
  private final Path folder;
  private final String url;

  /** Before this instant, no event comes any more. */
  final Instant end;

  FilledCache() throws IOException, SQLException {
    end = Instant.now().minus(1, ChronoUnit.HOURS);
    demo =
        DemoServer.start(
            DemoOptions.defaults()
                .withClock(Clock.systemUTC())
                .withMassEvents(Questions.EVENTS, Questions.SPAN)
                .withGzip(false));
    folder = Files.createTempDirectory("bench-cache");
    url =
        "jdbc:workos:requestsPerSecond=10000;entityTtl=1h;cache=disk;cacheDir=%s;baseUrl=%s;apiKey=%s"
            .formatted(folder, demo.baseUrl(), demo.apiKey());
    try (var connection = connect()) {
      Questions.drain(connection, Questions.everything(end));
    }
    demo.clearRequests();
  }

  String url() {
    return url;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Fails unless nothing was asked of the server since it was filled. */
  void checkNothingWasAsked() {
    if (demo.requestCount() != 0) {
      throw new IllegalStateException("not answered from the cache: " + demo.requests());
    }
  }

  @Override
  public void close() throws IOException {
    demo.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
