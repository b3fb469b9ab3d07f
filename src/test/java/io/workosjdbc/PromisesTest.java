package io.workosjdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every promise of the documentation names tests that there are. */
class PromisesTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");

  /** The rows of the tables of a section. */
  private static List<String> rows(String page, String section) throws IOException {
    return Files.readAllLines(Path.of(page)).stream()
        .dropWhile(line -> !line.equals("## " + section))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| ") && !line.startsWith("|---"))
        .skip(1)
        .toList();
  }

  private static Set<String> tests() throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @CsvSource({"README.md, What it promises", "SECURITY.md, What is done about it"})
  void everyPromiseIsHeldByATest(String page, String section) throws IOException {
    var tests = tests();

    assertThat(rows(page, section))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            row -> {
              var named = TEST.matcher(row).results().map(found -> found.group(1)).toList();
              assertThat(named).isNotEmpty().allMatch(tests::contains);
            });
  }

  /** The check itself. */
  @Test
  void aTestThatIsNotThereIsNoticed() throws IOException {
    assertThat(tests()).contains("PromisesTest").doesNotContain("NoSuchTest");
    assertThat(TEST.matcher("| no key | `NoSuchTest` |").find()).isTrue();
  }
}
