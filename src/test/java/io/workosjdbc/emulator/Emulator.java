package io.workosjdbc.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * WorkOS's own emulator as a child process on loopback, with the seed of the test resources. {@code
 * mvn verify -Pemulator} installs it. It knows organizations and connections, and neither
 * directories nor the filters of events.
 */
public final class Emulator implements AutoCloseable {
  private static final Path HOME = Path.of("target", "emulator").toAbsolutePath();
  private static final Path RESOURCES = Path.of("src", "test", "resources", "emulator");

  private final Process process;
  private final URI baseUrl;

  private Emulator(Process process, URI baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  /** Starts one on a free port. The caller closes it; it also ends when this JVM does. */
  static Emulator start() throws IOException {
    if (!Files.isDirectory(HOME.resolve("node_modules"))) {
      throw new IllegalStateException(HOME + " is empty: run mvn verify -Pemulator");
    }
    var process =
        new ProcessBuilder(
                "node",
                RESOURCES.resolve("start.mjs").toString(),
                HOME.toString(),
                RESOURCES.resolve("seed.yaml").toString())
            .redirectError(HOME.resolve("stderr.log").toFile())
            .start();
    try {
      return new Emulator(process, URI.create("http://127.0.0.1:" + readPort(process)));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static int readPort(Process process) throws IOException {
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    var line = out.readLine();
    if (line == null) {
      throw new IOException("The emulator did not start; see " + HOME.resolve("stderr.log"));
    }
    return Integer.parseInt(line);
  }

  /** Where it answers, without a slash at the end. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** The key of the seed. */
  public String apiKey() {
    return "sk_test_default";
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
