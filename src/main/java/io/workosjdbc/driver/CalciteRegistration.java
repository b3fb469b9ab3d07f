package io.workosjdbc.driver;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.calcite.jdbc.Driver;
import org.slf4j.LoggerFactory;

/**
 * Calcite's driver registers itself for {@code jdbc:calcite:} as soon as its class is loaded. That
 * is right for a Calcite that the application knows of, and wrong for the relocated copy in our
 * jar.
 */
final class CalciteRegistration {
  /** Put together from parts, because relocation rewrites whole names in constants. */
  private static final String ORIGINAL_PACKAGE =
      String.join(".", "org", "apache", "calcite", "jdbc");

  private CalciteRegistration() {}

  static void undoIfRelocated() {
    if (isRelocated(Driver.class)) {
      DriverManager.drivers()
          .filter(driver -> driver.getClass() == Driver.class)
          .forEach(CalciteRegistration::deregister);
    }
  }

  static boolean isRelocated(Class<?> calcite) {
    return !calcite.getPackageName().equals(ORIGINAL_PACKAGE);
  }

  private static void deregister(java.sql.Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException | SecurityException e) {
      LoggerFactory.getLogger(CalciteRegistration.class).debug("jdbc:calcite: stays registered", e);
    }
  }
}
