package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes use one cache at once, and one after the other is killed: whatever they are told
 * is true.
 */
class SoakIT {

  /** How long the processes run; {@code -Dsoak.seconds=600} for longer. */
  private static final int SOAK_SECONDS = Integer.getInteger("soak.seconds", 30);

  private static final int PROCESSES = 3;

  /** How much longer it may take until the first answer. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final Random random = new Random(Long.getLong("soak.seed", 1));

  @Test
  void everyAnswerIsTheTruth() throws Exception {
    var options =
        DemoOptions.defaults().withMassEvents(12_000, Duration.ofDays(12)).withGzip(false);
    try (var server = DemoServer.start(options)) {
      var url =
          "jdbc:workos:requestsPerSecond=10000;baseUrl=%s;apiKey=%s"
              .formatted(server.baseUrl(), server.apiKey());
      runAndKill(url);
      try (var last = new SoakProcess(url, folder, random)) {
        for (int step = 0; step < 20; step++) {
          last.step();
        }
        assertThat(last.compared()).isGreaterThan(5);
      }
    }
  }

  private void runAndKill(String url) throws Exception {
    var running = new ArrayList<Process>();
    try {
      for (int process = 0; process < PROCESSES; process++) {
        running.add(start(url));
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOAK_SECONDS);
      long answersBefore = 0;
      while (System.nanoTime() < end || answersBefore == 0) {
        var next = running.get(0);
        boolean ended = next.waitFor(2000 + random.nextInt(3000), TimeUnit.MILLISECONDS);
        assertThat(ended).as(() -> output(next)).isFalse();
        assertThat(System.nanoTime() - end).as("patience").isLessThan(PATIENCE.toNanos());
        // On a machine that has much else to do, nobody is killed before somebody got an answer.
        if (answers() > answersBefore) {
          answersBefore = answers();
          next.destroyForcibly(); // SIGKILL, where there is one.
          assertThat(next.waitFor(1, TimeUnit.MINUTES)).isTrue();
          running.remove(next);
          running.add(start(url));
        }
      }
      Files.createFile(folder.resolve("stop"));
      for (var process : running) {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> output(process)).isZero();
      }
    } finally {
      running.forEach(Process::destroyForcibly);
    }
  }

  /** How many answers were true so far. */
  private long answers() throws IOException {
    var steps = folder.resolve(SoakProcess.STEPS);
    return Files.exists(steps) ? Files.size(steps) : 0;
  }

  private Process start(String url) throws IOException {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath(),
            SoakProcess.class.getName(),
            url,
            folder.toString(),
            Long.toString(random.nextLong()))
        .redirectErrorStream(true)
        .start();
  }

  private static String output(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
