package io.workosjdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives every run of tests, however it is started, an empty folder in place of the user's cache,
 * and deletes it afterwards. Found by {@code ServiceLoader}.
 */
public final class UserCacheGuard implements LauncherSessionListener {
  private static final String PROPERTY = "workosjdbc.cache.home";

  private Path folder = Path.of("");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      folder = Files.createTempDirectory("workos-jdbc-tests");
      System.setProperty(PROPERTY, folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
