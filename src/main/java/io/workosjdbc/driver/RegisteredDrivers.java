package io.workosjdbc.driver;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The JDBC drivers that a model can reach: those that have registered themselves, or that a jar
 * offers as a service. Nobody names a class.
 */
final class RegisteredDrivers {

  /** These load classes that their URL names, or would connect to themselves. */
  private static final List<String> NOT_FROM_A_MODEL =
      List.of("jdbc:workos:", "jdbc:okta:", "jdbc:calcite:", "jdbc:avatica:");

  private RegisteredDrivers() {}

  /** The driver of a URL. The message of a failure has no more of the URL than the first parts. */
  static Driver of(String url) throws SQLException {
    if (!url.startsWith("jdbc:")
        || NOT_FROM_A_MODEL.stream().anyMatch(url.toLowerCase(Locale.ROOT)::startsWith)) {
      throw SqlState.BAD_VALUE.error("jdbcUrl is no URL of a database: " + beginning(url));
    }
    return Stream.concat(DriverManager.drivers(), offered())
        .filter(driver -> accepts(driver, url))
        .findFirst()
        .orElseThrow(
            () ->
                SqlState.CANNOT_CONNECT.error(
                    "no driver for "
                        + beginning(url)
                        + " on the class path; put its jar beside this driver's (workos-sql takes --jar)"));
  }

  /** As much of a URL as may be shown: the rest may hold a password. */
  static String beginning(String url) {
    var parts = url.split(":", 3);
    return parts.length < 3 ? "***" : parts[0] + ":" + parts[1] + ":";
  }

  private static Stream<Driver> offered() {
    return ServiceLoader.load(Driver.class, RegisteredDrivers.class.getClassLoader()).stream()
        .flatMap(RegisteredDrivers::instance);
  }

  /** One that cannot be loaded is none. */
  private static Stream<Driver> instance(ServiceLoader.Provider<Driver> provider) {
    try {
      return Stream.of(provider.get());
    } catch (ServiceConfigurationError e) {
      LoggerFactory.getLogger(RegisteredDrivers.class).debug("A driver does not load", e);
      return Stream.empty();
    }
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      LoggerFactory.getLogger(RegisteredDrivers.class).debug("A driver does not say", e);
      return false;
    }
  }
}
