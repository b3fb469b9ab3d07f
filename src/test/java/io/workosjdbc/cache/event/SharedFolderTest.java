package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several stores use one folder at once. */
class SharedFolderTest {

  /** How long the processes run; {@code -Dsoak.seconds=600} for longer. */
  private static final int SOAK_SECONDS = Integer.getInteger("soak.seconds", 4);

  private static final int PROCESSES = 3;

  /** How many questions each thread has; {@code -Dsoak.steps=60} for more. */
  private static final int STEPS = Integer.getInteger("soak.steps", 30);

  @TempDir private Path folder;
  private final Random random = new Random(1);

  @Test
  void threadsFindTheTruth() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      var results = new ArrayList<Future<?>>();
      for (int seed = 0; seed < 4; seed++) {
        var process = new StoreProcess(folder, new Random(seed));
        results.add(
            threads.submit(
                () -> Stream.generate(() -> process).limit(STEPS).forEach(StoreProcess::step)));
      }
      for (var result : results) {
        result.get(2, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThatNothingIsBroken();
  }

  @Test
  @Tag("soak")
  void processesFindTheTruthAlthoughSomeAreKilled() throws Exception {
    var running = new ArrayList<Process>();
    try {
      for (int process = 0; process < PROCESSES; process++) {
        running.add(start());
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOAK_SECONDS);
      while (System.nanoTime() < end) {
        var victim = running.remove(0);
        boolean ended = victim.waitFor(500 + random.nextInt(2000), TimeUnit.MILLISECONDS);
        assertThat(ended).as(() -> output(victim)).isFalse();
        kill(victim);
        running.add(start());
      }
      Files.createFile(folder.resolve("stop"));
      for (var process : running) {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> output(process)).isZero();
      }
    } finally {
      running.forEach(Process::destroyForcibly);
    }
    assertThatNothingIsBroken();
  }

  private Process start() throws IOException {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath(),
            StoreProcess.class.getName(),
            folder.toString(),
            Long.toString(random.nextLong()))
        .redirectErrorStream(true)
        .start();
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private static String output(Process process) {
    try {
      return new String(
          process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Every file is whole, and all that is stored is true. */
  private void assertThatNothingIsBroken() throws IOException {
    assertThat(segments()).isNotEmpty();
    for (var file : segments()) {
      var name = SegmentName.parse(file.getFileName().toString()).orElseThrow();
      try (var source = DiskFile.open(file)) {
        assertThat(SegmentMeta.read(name, source).chunks()).isNotNull();
      }
    }
    new StoreProcess(folder, random).step();
    var clock = new SettableClock(Events.START.plus(Duration.ofDays(10)));
    var options =
        new StoreOptions("soak", clock, 1L << 30, StoreTester.RETENTION, StoreTester.RETENTION);
    var tester = new StoreTester(EventStore.onDisk(folder, options), StoreProcess.EVENTS, clock);
    tester.readTruly(
        StoreTester.question(new Window(Events.START, Events.START.plus(Duration.ofDays(11)))));
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("v1/soak/workos_auth_event"))) {
      return files.filter(file -> file.toString().endsWith(".seg")).toList();
    }
  }
}
