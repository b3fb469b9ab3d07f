package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.okta.Okta;
import io.workosjdbc.resource.Source;
import io.workosjdbc.workos.WorkOs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The parts of the documentation that are made from the code. {@code mvn test -Dtest=ReadmeTest
 * -Dreadme.write=true} writes them.
 */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Path TABLES = Path.of("docs", "tables.md");
  private static final Path OKTA = Path.of("docs", "okta.md");

  /** The tables that the README shows itself. */
  private static final Source MAIN =
      new Source(
          "main",
          Stream.of(
                  "workos_organization",
                  "workos_connection",
                  "workos_directory",
                  "workos_auth_event")
              .map(table -> WorkOs.SOURCE.resource(table).orElseThrow())
              .toList());

  @Test
  void tablesAreThoseOfTheDeclarations() throws IOException {
    assertPart(README, "tables", new TableGuide(MAIN).markdown());
  }

  @Test
  void thePageOfAllTablesIsThatOfTheDeclarations() throws IOException {
    assertPart(TABLES, "index", new TableGuide(WorkOs.SOURCE).index());
    assertPart(TABLES, "tables", new TableGuide(WorkOs.SOURCE).markdown());
  }

  @Test
  void viewsAreThoseOfTheirFiles() throws IOException {
    assertPart(TABLES, "views", InsightGuide.views(WorkOs.SOURCE));
  }

  /** How many failures the demo has depends a little on the hour. */
  @Test
  void viewsAnswerAsTheReadmeSays() throws IOException, SQLException {
    assertPart(
        README,
        "insight",
        InsightGuide.examples(InsightGuide.EXAMPLES),
        text -> text.replaceAll("\\d{3,} *", "n"));
  }

  @Test
  void questionsToJsonAnswerAsThePageSays() throws IOException, SQLException {
    assertPart(Path.of("docs", "json.md"), "json", InsightGuide.examples(InsightGuide.JSON));
  }

  @Test
  void thePageOfOktaIsThatOfItsDeclarations() throws IOException {
    assertPart(OKTA, "index", new TableGuide(Okta.SOURCE).index());
    assertPart(OKTA, "tables", new TableGuide(Okta.SOURCE).markdown());
    assertPart(OKTA, "properties", PropertyTable.markdown(Products.OKTA));
  }

  /** How long it will take is reckoned from what was measured. */
  @Test
  void aDatabaseWorkosAndOktaAreJoinedAsTheReadmeSays() throws IOException, SQLException {
    assertPart(
        README,
        "federation",
        FederationGuide.example(),
        text -> text.replaceAll("([Pp]redicted ).*", "$1"));
  }

  @Test
  void propertiesAreThoseOfTheDriver() throws IOException {
    assertPart(README, "properties", PropertyTable.markdown(Products.WORKOS));
  }

  @Test
  void itIsShort() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThan(400);
  }

  private static void assertPart(Path page, String name, String expected) throws IOException {
    assertPart(page, name, expected, text -> text);
  }

  /** Compares what {@code essence} leaves of both. */
  private static void assertPart(
      Path page, String name, String expected, UnaryOperator<String> essence) throws IOException {
    var readme = Files.readString(page);
    var begin = "<!-- begin " + name + " (made from the code, checked by ReadmeTest) -->\n";
    int from = readme.indexOf(begin) + begin.length();
    int to = readme.indexOf("<!-- end " + name + " -->");
    assertThat(from).as("the marker of " + name).isGreaterThanOrEqualTo(begin.length());
    assertThat(to).as("the end of " + name).isGreaterThanOrEqualTo(from);
    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(
          page, readme.substring(0, from) + expected.strip() + "\n" + readme.substring(to));
    } else {
      assertThat(essence.apply(readme.substring(from, to).strip()))
          .isEqualTo(essence.apply(expected.strip()));
    }
  }
}
