package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is exchanged in its file while a connection is open. */
class KeyRotationTest {
  private static final String ALL = "select id from workos_organization";

  private final MockWebServer server = new MockWebServer();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile String valid = "sk_old";
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            boolean isValid = ("Bearer " + valid).equals(request.getHeaders().get("Authorization"));
            if (!isValid) {
              refused.incrementAndGet();
            }
            return new MockResponse.Builder()
                .code(isValid ? 200 : 401)
                .body(
                    isValid ? "{\"data\":[{\"id\":\"org_1\"}]}" : "{\"message\":\"Unauthorized\"}")
                .build();
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
    write("sk_old");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void write(String key) throws IOException {
    var file = Files.writeString(folder.resolve("key"), key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=http://127.0.0.1:%d;cache=off;apiKeyFile='%s'"
            .formatted(server.getPort(), folder.resolve("key")));
  }

  @Test
  void theStatementGoesOnWithTheNewKey() throws Exception {
    try (var connection = connect()) {
      assertThat(Outcome.of(connection, ALL).failure()).isEmpty();
      valid = "sk_new";
      write("sk_new");

      assertThat(Outcome.of(connection, ALL).failure()).isEmpty();
      assertThat(Outcome.of(connection, ALL).failure()).isEmpty();
      assertThat(refused).hasValue(1);
    }
  }

  @Test
  void aKeyThatIsSimplyWrongIsRefusedWithoutASecondRequest() throws Exception {
    valid = "sk_another";
    try (var connection = connect()) {
      for (int time = 1; time <= 3; time++) {
        assertThat(Outcome.of(connection, ALL).complaint("28000")).isEmpty();
        assertThat(refused).hasValue(time);
      }
    }
  }

  @Test
  void aNewKeyThatIsWrongTooIsTriedOnce() throws Exception {
    try (var connection = connect()) {
      valid = "sk_another";
      write("sk_new");

      var outcome = Outcome.of(connection, ALL);

      assertThat(outcome.complaint("28000")).isEmpty();
      assertThat(outcome.failure().orElseThrow().toString()).doesNotContain("sk_old", "sk_new");
      assertThat(refused).hasValue(2);
    }
  }
}
