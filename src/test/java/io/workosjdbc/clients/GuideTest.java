package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/clients.md} names tests that there are. */
class GuideTest {
  private static final Pattern NAME = Pattern.compile("`([a-z0-9/]+/[A-Z][A-Za-z0-9]*Test)`");

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    List<Path> named =
        NAME.matcher(Files.readString(Path.of("docs/clients.md")))
            .results()
            .map(match -> Path.of("src/test/java/io/workosjdbc", match.group(1) + ".java"))
            .distinct()
            .toList();

    assertThat(named).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(file).exists());
  }
}
