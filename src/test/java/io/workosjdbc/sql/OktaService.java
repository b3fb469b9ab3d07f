package io.workosjdbc.sql;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.OktaData;
import io.workosjdbc.demo.OktaServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The same as {@link Api}, of a demo Okta. */
final class OktaService implements Service, BeforeEachCallback, AfterAllCallback {
  private final OktaServer server;

  private OktaService(OktaServer server) {
    this.server = server;
  }

  static OktaService of(OktaData data) {
    return new OktaService(OktaServer.start(DemoOptions.defaults(), data));
  }

  OktaServer server() {
    return server;
  }

  @Override
  public Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:okta:domain="
            + server.baseUrl()
            + ";token="
            + server.token()
            + ";requestsPerSecond=10000"
            + (properties.contains("cache=") ? "" : ";cache=off")
            + (properties.contains("maxConcurrency=") ? "" : ";maxConcurrency=1")
            + (properties.isEmpty() ? "" : ";" + properties));
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
  public void beforeEach(ExtensionContext context) {
    server.heal();
    server.clearRequests();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.close();
  }
}
