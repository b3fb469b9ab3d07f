package io.workosjdbc.driver;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A command that prints an API key, for the user's shell.
 *
 * @param variable the environment variable that the command stands in
 * @param patience how long it may take
 */
record KeyCommand(String variable, String command, Duration patience) {
  /** People have to unlock password managers. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int LONGEST_KEY = 4096;

  KeyCommand(String variable, String command) {
    this(variable, command, PATIENCE);
  }

  /** The key; what the command says otherwise is for the user's eyes, on standard error. */
  Secret run() throws SQLException {
    Process process;
    try {
      process =
          new ProcessBuilder(shell())
              .redirectInput(Redirect.from(Path.of(nothing()).toFile()))
              .redirectError(Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw failed("cannot be started");
    }
    try {
      return key(process);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private Secret key(Process process) throws SQLException {
    var printed = new CompletableFuture<String>();
    var reader =
        new Thread(
            () -> {
              try (var out = process.getInputStream()) {
                printed.complete(
                    new String(out.readNBytes(LONGEST_KEY), StandardCharsets.UTF_8).trim());
              } catch (IOException e) {
                printed.completeExceptionally(e);
              }
            },
            "workos-jdbc-key");
    reader.setDaemon(true);
    reader.start();
    try {
      var key = printed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("does not end");
      }
      if (process.exitValue() != 0) {
        throw failed("failed with exit code " + process.exitValue());
      }
      if (key.isEmpty()) {
        throw failed("printed nothing");
      }
      return new Secret(key);
    } catch (TimeoutException e) {
      throw failed("printed no key within " + Durations.format(patience));
    } catch (ExecutionException e) {
      throw failed("broke off");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    }
  }

  private List<String> shell() {
    return isWindows() ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command);
  }

  private static String nothing() {
    return isWindows() ? "NUL" : "/dev/null";
  }

  private static boolean isWindows() {
    return !Files.exists(Path.of("/bin/sh"));
  }

  /** Neither the command nor what it printed: either may hold a secret. */
  private SQLException failed(String how) {
    return SqlState.KEY_REFUSED.error(
        "The command in " + variable + ", which prints the key, " + how);
  }
}
