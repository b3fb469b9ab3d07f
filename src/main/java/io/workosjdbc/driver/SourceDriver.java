package io.workosjdbc.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the drivers of all sources have in common: all but the beginning of their URLs. */
public abstract class SourceDriver implements Driver {
  private final String prefix;

  /**
   * A driver; all of one source are alike.
   *
   * @param prefix what its URLs begin with
   */
  protected SourceDriver(String prefix) {
    this.prefix = prefix;
  }

  /** Makes {@link DriverManager} know a driver, while its class is loaded. */
  protected static void register(Driver driver) {
    try {
      DriverManager.registerDriver(driver);
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Calcite is loaded with the first connection, not when drivers are looked for. */
  private static final class Lazy {
    static final Connector CONNECTOR = Connector.live();
  }

  @Override
  public final @Nullable Connection connect(String url, @Nullable Properties info)
      throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    return Lazy.CONNECTOR.connect(url, info == null ? new Properties() : info);
  }

  @Override
  public final boolean acceptsURL(@Nullable String url) throws SQLException {
    if (url == null) {
      throw new SQLException("The URL is null", "08001");
    }
    return url.startsWith(prefix);
  }

  @Override
  public final DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    return Connector.properties(prefix, url, info);
  }

  @Override
  public final int getMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public final int getMinorVersion() {
    return DriverVersion.MINOR;
  }

  @Override
  public final boolean jdbcCompliant() {
    return false;
  }

  @Override
  public final Logger getParentLogger() {
    return Logger.getLogger("io.workosjdbc");
  }
}
