package io.workosjdbc.driver;

import io.workosjdbc.Driver;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The demo environment and connections to it; a test asks what was requested. */
public final class DemoDatabase implements AutoCloseable {
  private final DemoServer server;

  public DemoDatabase() {
    server = DemoServer.start(DemoOptions.defaults().withEventCount(3_000));
  }

  public DemoServer server() {
    return server;
  }

  /** The URL of the driver, without the key. */
  public String url() {
    return "jdbc:workos:baseUrl=" + server.baseUrl() + ";cache=memory;requestsPerSecond=10000";
  }

  public String key() {
    return server.apiKey();
  }

  public Connection connect(String... properties) throws SQLException {
    Properties info = new Properties();
    info.setProperty("password", key());
    String more = String.join(";", properties);
    String url = more.contains("cache=") ? url().replace("cache=memory;", "") : url();
    url = String.join(";", url, more);
    return new Driver().connect(url, info);
  }

  /** All rows, by the names of the columns. */
  public static List<Map<String, Object>> rows(ResultSet result) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (result) {
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The values of some columns, each row as one text. */
  public static List<String> texts(ResultSet result, String... columns) throws SQLException {
    return rows(result).stream()
        .map(row -> String.join(" ", List.of(columns).stream().map(c -> "" + row.get(c)).toList()))
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
