package io.workosjdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that are about files rather than classes. */
class SourceFilesTest {
  private static final Pattern TEST =
      Pattern.compile("^\\s*@(Test|ParameterizedTest|RepeatedTest|Property|ArchTest)\\b");

  @Test
  void noFileIsLongerThan300Lines() {
    assertThat(sources("src/main/java", "src/test/java", "src/jmh/java"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).hasSizeLessThan(301));
  }

  @Test
  void everyPackageIsNullMarked() {
    var packages = sources("src/main/java").stream().map(Path::getParent).distinct();

    assertThat(packages)
        .allSatisfy(
            folder -> {
              var info = folder.resolve("package-info.java");
              assertThat(info).exists();
              assertThat(lines(info)).contains("@NullMarked");
            });
  }

  /** Surefire runs classes that are called so and Failsafe those others, and nobody any further. */
  @Test
  void everyClassWithTestsIsRun() {
    assertThat(sources("src/test/java"))
        .filteredOn(file -> lines(file).stream().anyMatch(line -> TEST.matcher(line).find()))
        .hasSizeGreaterThan(100)
        .extracting(file -> file.getFileName().toString())
        .allSatisfy(name -> assertThat(name).matches("\\w+(Test|IT)\\.java"));
  }

  private static List<Path> sources(String... roots) {
    return Stream.of(roots)
        .map(Path::of)
        .filter(Files::exists)
        .flatMap(SourceFilesTest::java)
        .toList();
  }

  private static Stream<Path> java(Path root) {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
