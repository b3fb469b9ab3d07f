package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.faults.RawServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that means harm, or is none. The statement fails in time, and the next one works. */
@Timeout(60)
class HostileServerTest {
  private static final String ALL = "select id from workos_organization";
  private static final String KEY = "sk_test_never_to_be_seen";

  private final RawServer server = new RawServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;cache=off;maxRetries=0;%s"
            .formatted(server.url(), KEY, properties));
  }

  private static Arguments bad(String what, String sqlState, Script script) {
    return Arguments.of(what, sqlState, script);
  }

  /** Answers that end a statement by themselves. */
  static Stream<Arguments> answers() {
    return Stream.of(
        bad("nothing", "08006", out -> {}),
        bad("no HTTP", "08006", out -> RawServer.text(out, "SSH-2.0-OpenSSH_9.6\r\n")),
        bad("binary", "08006", out -> out.write(new byte[] {22, 3, 1, 0, 5, 1, 0, 0, 1, 3, 3})),
        bad("a status of letters", "08006", out -> RawServer.text(out, "HTTP/1.1 OK\r\n\r\n")),
        bad("status 700", "08006", out -> RawServer.write(out, 700, "", "{}")),
        bad("half a head", "08006", out -> RawServer.text(out, "HTTP/1.1 200 OK\r\nContent-Le")),
        bad(
            "too much promised, and kept back",
            "58000",
            out -> {
              RawServer.text(out, "HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n{");
              forever();
            }),
        bad(
            "a length of letters",
            "58000",
            out -> RawServer.text(out, "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}")),
        bad("chunks that never end", "58000", HostileServerTest::endlessChunks),
        bad("much, well packed", "58000", HostileServerTest::bomb),
        bad(
            "chunks that are none",
            "08006",
            out -> RawServer.text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz")),
        bad(
            "a packing that is none",
            "08006",
            out -> RawServer.write(out, 200, "Content-Encoding: gzip\r\n", "{\"data\":[]}")),
        bad(
            "headers without end",
            "08006",
            out -> {
              RawServer.text(out, "HTTP/1.1 200 OK\r\n");
              for (int i = 0; i < 1_000_000; i++) {
                RawServer.text(out, "X-" + i + ": " + "x".repeat(1000) + "\r\n");
              }
            }),
        bad(
            "another host",
            "58000",
            out -> RawServer.write(out, 302, "Location: http://127.0.0.2:9/\r\n", "")),
        bad(
            "another scheme",
            "58000",
            out -> RawServer.write(out, 302, "Location: file:///etc/passwd\r\n", "")),
        bad(
            "round in circles",
            "58000",
            out -> RawServer.write(out, 302, "Location: /organizations\r\n", "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void failsAndIsAsGoodAsNew(String what, String sqlState, Script script) throws SQLException {
    server.answer(script);
    try (var connection = connect("requestTimeout=20s")) {
      var outcome = Outcome.of(connection, ALL);

      assertThat(outcome.failure()).isPresent();
      assertThat(outcome.complaint(sqlState)).isEmpty();
      assertThat(outcome.failure().get().toString()).doesNotContain(KEY);
      server.behave();
      assertThat(Outcome.of(connection, ALL).failure()).isEmpty();
    }
  }

  /** Answers that go on for as long as they are let. */
  static Stream<Arguments> slowAnswers() {
    return Stream.of(
        bad("silence", "08006", out -> forever()),
        bad(
            "bytes that drip",
            "08006",
            out -> {
              RawServer.text(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
              drip(out, " ");
            }),
        bad("a head that drips", "08006", out -> drip(out, "HTTP/1.1 200 OK\r\nX: ")),
        bad(
            "an answer that is always about to come",
            "08006",
            out -> drip(out, "HTTP/1.1 103 Early Hints\r\n\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slowAnswers")
  void theRequestTimeoutEndsIt(String what, String sqlState, Script script) throws SQLException {
    server.answer(script);
    try (var connection = connect("requestTimeout=300ms")) {
      assertThat(Outcome.of(connection, ALL).complaint(sqlState)).isEmpty();
      server.behave();
      assertThat(Outcome.of(connection, ALL).failure()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slowAnswers")
  void theQueryTimeoutEndsIt(String what, String ignored, Script script) throws SQLException {
    server.answer(script);
    try (var connection = connect("requestTimeout=1h");
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      try (var rows = statement.executeQuery(ALL)) {
        assertThat(rows.next()).isFalse();
        throw new AssertionError("an answer came");
      } catch (SQLException e) {
        assertThat(e.getSQLState()).isEqualTo("57014");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theKeyGoesToNobodyElse(int status) throws Exception {
    try (var other = new RawServer()) {
      other.behave();
      var location = "Location: " + other.url().replace("127.0.0.1", "localhost") + "/\r\n";
      server.answer(out -> RawServer.write(out, status, location, ""));
      try (var connection = connect("")) {
        assertThat(Outcome.of(connection, ALL).complaint("58000")).isEmpty();
      }
      assertThat(other.heads()).isEmpty();
      assertThat(server.heads()).hasSize(1).first().asString().contains("Bearer " + KEY);
    }
  }

  private static void endlessChunks(OutputStream out) throws IOException {
    RawServer.text(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    var chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    for (long sent = 0; sent < 2L << 30; sent += 0x10000) {
      out.write(chunk);
    }
  }

  private static void bomb(OutputStream out) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 128; i++) {
        packing.write(new byte[1 << 20]);
      }
    }
    RawServer.text(
        out,
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
            .formatted(packed.size()));
    packed.writeTo(out);
  }

  private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
    while (true) {
      for (int i = 0; i < text.length(); i++) {
        RawServer.text(out, text.substring(i, i + 1));
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
  }

  private static void forever() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
