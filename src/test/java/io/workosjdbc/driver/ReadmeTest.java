package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.workos.WorkOs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The parts of the README that are made from the code. {@code mvn test -Dtest=ReadmeTest
 * -Dreadme.write=true} writes them.
 */
class ReadmeTest {

  private static final Path README = Path.of("README.md");

  @Test
  void tablesAreThoseOfTheDeclarations() throws IOException {
    assertPart("tables", new TableGuide(WorkOs.SOURCE).markdown());
  }

  @Test
  void propertiesAreThoseOfTheDriver() throws IOException {
    assertPart("properties", PropertyTable.markdown());
  }

  @Test
  void itIsShort() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThan(250);
  }

  private static void assertPart(String name, String expected) throws IOException {
    var readme = Files.readString(README);
    var begin = "<!-- begin " + name + " (made from the code, checked by ReadmeTest) -->\n";
    int from = readme.indexOf(begin) + begin.length();
    int to = readme.indexOf("<!-- end " + name + " -->");
    assertThat(from).as("the marker of " + name).isGreaterThanOrEqualTo(begin.length());
    assertThat(to).as("the end of " + name).isGreaterThanOrEqualTo(from);
    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(
          README, readme.substring(0, from) + expected.strip() + "\n" + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to).strip()).isEqualTo(expected.strip());
    }
  }
}
