package io.workosjdbc.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The two jars that {@code mvn verify} makes. */
final class Jars {
  static final Path DROP_IN = Path.of("target", "workos-jdbc.jar").toAbsolutePath();
  static final Path THIN = Path.of("target", "workos-jdbc-thin.jar").toAbsolutePath();

  private Jars() {}

  /** The names of the files in it, without the directories. */
  static List<String> files(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }
}
