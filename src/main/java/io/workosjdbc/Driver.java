package io.workosjdbc;

import io.workosjdbc.driver.Connector;
import io.workosjdbc.driver.DriverVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver for {@code jdbc:workos:} URLs: SQL over the live WorkOS API.
 *
 * <p>{@link DriverManager} finds it by itself. A URL is the prefix and then {@code name=value}
 * pairs separated by semicolons, such as {@code jdbc:workos:apiKey=sk_...;cache=off}; the same
 * names may be given as {@link Properties}. Where both give one, the URL counts. Connecting sends
 * no request.
 */
public final class Driver implements java.sql.Driver {
  static {
    register();
  }

  /** A driver; all of them are alike. */
  public Driver() {}

  private static void register() {
    try {
      DriverManager.registerDriver(new Driver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Calcite is loaded with the first connection, not when drivers are looked for. */
  private static final class Lazy {
    static final Connector CONNECTOR = Connector.live();
  }

  @Override
  public @Nullable Connection connect(String url, @Nullable Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    return Lazy.CONNECTOR.connect(url, info == null ? new Properties() : info);
  }

  @Override
  public boolean acceptsURL(@Nullable String url) throws SQLException {
    if (url == null) {
      throw new SQLException("The URL is null", "08001");
    }
    return Connector.accepts(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    return Connector.properties(url, info);
  }

  @Override
  public int getMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getMinorVersion() {
    return DriverVersion.MINOR;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("io.workosjdbc");
  }
}
