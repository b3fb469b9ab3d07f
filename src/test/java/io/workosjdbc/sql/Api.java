package io.workosjdbc.sql;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Quirk;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A demo server for the tests of one class, healed before each, and the driver's way to it. Nothing
 * is cached and nothing learned from one statement for the next, unless a test keeps a connection
 * of its own.
 */
final class Api implements Service, BeforeEachCallback, AfterAllCallback {
  private final DemoServer server;

  private Api(DemoServer server) {
    this.server = server;
  }

  /** An API with this data. */
  static Api of(DemoData data) {
    return new Api(DemoServer.start(DemoOptions.defaults(), data));
  }

  DemoServer server() {
    return server;
  }

  @Override
  public List<String> requests() {
    return server.requests();
  }

  @Override
  public void clearRequests() {
    server.clearRequests();
  }

  @Override
  public Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl="
            + server.baseUrl()
            + ";apiKey="
            + server.apiKey()
            + ";requestsPerSecond=10000"
            + (properties.contains("cache=") ? "" : ";cache=off")
            + (properties.contains("maxConcurrency=") ? "" : ";maxConcurrency=1")
            + (properties.isEmpty() ? "" : ";" + properties));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.heal();
    server.quirks(new Quirk[0]);
    server.clearRequests();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.close();
  }
}
