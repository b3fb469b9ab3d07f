package io.workosjdbc.shell;

import io.workosjdbc.ProgressListener;
import io.workosjdbc.ProgressSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A driver of ours whose connections all tell the same listener of their progress, and that tells
 * in a line why it cannot connect.
 */
record ListeningDriver(Driver driver, ProgressListener listener) implements Driver {

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    var connection = connected(url, info);
    if (connection != null) {
      connection.unwrap(ProgressSource.class).setProgressListener(listener);
    }
    return connection;
  }

  private @Nullable Connection connected(String url, Properties info) throws SQLException {
    try {
      return driver.connect(url, info);
    } catch (SQLException e) {
      throw new ToldFailure(e);
    }
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return driver.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return driver.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }
}
