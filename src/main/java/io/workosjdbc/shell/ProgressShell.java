package io.workosjdbc.shell;

import io.workosjdbc.driver.SourceDriver;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;

/**
 * Starts sqlline with a line of progress on a terminal. {@code workos-sql} starts it where standard
 * error is one, and tells by the system property {@code workos.progress} which file that is.
 */
public final class ProgressShell {
  private ProgressShell() {}

  /**
   * Runs the shell to its end.
   *
   * @param arguments those of sqlline
   */
  public static void main(String[] arguments) throws Exception {
    var line = new ProgressLine(screen());
    listen(line);
    var out = new MakingWay(System.out, line);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new MakingWay(System.err, line), true, StandardCharsets.UTF_8));
    Class.forName("sqlline.SqlLine")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private static PrintStream screen() throws IOException {
    var file = System.getProperty("workos.progress", "");
    return file.isEmpty()
        ? System.err
        : new PrintStream(new FileOutputStream(file), false, StandardCharsets.UTF_8);
  }

  /** Puts the listener between our drivers and whoever looks for them. */
  static void listen(ProgressLine line) throws SQLException {
    for (Driver driver : Collections.list(DriverManager.getDrivers())) {
      if (driver instanceof SourceDriver) {
        DriverManager.deregisterDriver(driver);
        DriverManager.registerDriver(new ListeningDriver(driver, line));
      }
    }
  }
}
