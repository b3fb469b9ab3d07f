package io.workosjdbc.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell with the finished jar, as the README's first command starts it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for bash")
class ShellIT {

  private static final String NO_MESSAGE =
      """
      cat >&2 <<'TEXT'
      Warning: an old one
      java.lang.reflect.UndeclaredThrowableException
      \tat sqlline.Commands.execute(Commands.java:1)
      Caused by: java.sql.SQLException: lost
      \t... 9 more
      Aborting command set because "force" is false and command failed: "select 1;"
      TEXT
      """;

  @TempDir Path home;

  private record Answer(int exitCode, String out, String err) {}

  @Test
  void theFirstCommandPrintsRows() throws Exception {
    var answer =
        run("--outputFormat=csv", "-e", "select count(*) > 0 as found from workos_organization");

    assertThat(answer.out()).as(answer.err()).isEqualTo("\"found\"\n\"true\"\n");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void whatFailsIsSaidInOneLineAndEndsTheScript() throws Exception {
    var answer = run("-e", "select nosuch from workos_organization", "-e", "select 1");

    assertThat(answer.err().lines().filter(line -> !line.startsWith("workos-sql: ")))
        .containsExactly(
            "Error: Column 'nosuch' not found in any table (line 1, column 8) (state=42000,code=0)");
    assertThat(answer.out()).isEmpty();
    assertThat(answer.exitCode()).isEqualTo(2);
  }

  /** A JVM of two lines stands for a shell that fails as none should. */
  @Test
  void aFailureWithoutAMessageSaysWhatItsTraceSays() throws Exception {
    assertThat(run("-e", "select 1").exitCode()).isZero(); // Fetches what the shell is made of.
    var bin = Files.createDirectories(home.resolve("jvm/bin"));
    Files.writeString(home.resolve("jvm/release"), "JAVA_VERSION=\"17.0.1\"\n");
    var java = Files.writeString(bin.resolve("java"), "#!/bin/sh\n" + NO_MESSAGE + "exit 2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    var answer = run(home.resolve("jvm"), "-e", "select 1");

    assertThat(answer.err().lines().filter(line -> !line.startsWith("workos-sql: ")))
        .containsExactly(
            "Warning: an old one",
            "java.lang.reflect.UndeclaredThrowableException",
            "Caused by: java.sql.SQLException: lost");
    assertThat(answer.exitCode()).isEqualTo(2);
  }

  @Test
  void aWarningIsSaidOnce() throws Exception {
    var answer = run("-e", "select count(*) from workos_auth_event");

    assertThat(answer.err().lines().filter(line -> !line.startsWith("workos-sql: ")))
        .singleElement()
        .asString()
        .startsWith("Warning: workos_auth_event has no lower bound");
  }

  private Answer run(String... arguments) throws IOException, InterruptedException {
    return run(Path.of(System.getProperty("java.home")), arguments);
  }

  private Answer run(Path javaHome, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("bash", "sqlline-config/workos-sql", "--demo"));
    command.addAll(List.of(arguments));
    var out = home.resolve("out");
    var err = home.resolve("err");
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.put("JAVA_HOME", javaHome.toString());
    for (var kind : List.of("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")) {
      environment.put(kind, home.resolve(kind).toString());
    }
    var process =
        builder
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      // The first time it fetches sqlline and makes an archive of classes.
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
