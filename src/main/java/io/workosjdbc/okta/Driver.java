package io.workosjdbc.okta;

import io.workosjdbc.driver.SourceDriver;

/**
 * The JDBC driver for {@code jdbc:okta:} URLs: SQL over the live Okta API.
 *
 * <p>{@link java.sql.DriverManager} finds it by itself. A URL is the prefix and then {@code
 * name=value} pairs separated by semicolons, such as {@code
 * jdbc:okta:domain=acme.okta.com;token=...}; the same names may be given as {@link
 * java.util.Properties}. Where both give one, the URL counts. Connecting sends no request.
 */
public final class Driver extends SourceDriver {
  static {
    register(new Driver());
  }

  /** A driver; all of them are alike. */
  public Driver() {
    super("jdbc:okta:");
  }
}
