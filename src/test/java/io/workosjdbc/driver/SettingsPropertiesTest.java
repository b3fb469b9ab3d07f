package io.workosjdbc.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** URLs, Properties and files of environments of any content: understood, or refused in words. */
class SettingsPropertiesTest {
  private static final Set<String> STATES = Set.of("22023", "28000");
  private static final String SECRET = "sk_never_shown";
  private static final Path FILE = file();

  private static Path file() {
    try {
      return Files.createTempFile("environments", ".json");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void delete() throws java.io.IOException {
    Files.deleteIfExists(FILE);
  }

  @Provide
  Arbitrary<String> urls() {
    var names =
        Arbitraries.of(Products.WORKOS.propertyNames())
            .injectDuplicates(0.1)
            .edgeCases(cases -> cases.add("password", "user", "nonsense", "", " "));
    var values =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.of("true", "5m", "-1", "P1D", "99999999999999999999", SECRET, "off", "''"),
            Arbitraries.of(
                "http://a@b", "https://h/p?q#f", "file:///", "\u0000", "'", "\"x", ";;"));
    return Combinators.combine(names, Arbitraries.of("=", " = ", "==", ""), values)
        .as((name, equals, value) -> name + equals + value)
        .list()
        .ofMaxSize(5)
        .flatMap(
            pairs ->
                Arbitraries.of("jdbc:workos:", "jdbc:okta:")
                    .map(prefix -> prefix + String.join(";", pairs)));
  }

  private static void open(String url, Properties info) {
    try {
      var parsed = ConnectionUrl.parse(url);
      var settings =
          ConnectionSettings.of(parsed, PropertyValues.of(parsed, info, name -> Optional.empty()));
      assertThat(settings.scrubbedUrl()).doesNotContain(SECRET);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isIn(STATES);
      assertThat(e.getMessage()).isNotBlank().doesNotContain(SECRET);
    }
  }

  @Property(tries = 500)
  void aUrl(@ForAll("urls") String url) {
    open(url, new Properties());
  }

  @Property(tries = 200)
  void anythingBehindThePrefix(@ForAll String text) {
    open("jdbc:workos:" + text, new Properties());
  }

  @Property(tries = 200)
  void anyProperties(@ForAll Map<String, String> entries) {
    var info = new Properties();
    info.putAll(entries);
    info.setProperty("apiKey", SECRET);
    open("jdbc:workos:", info);
  }

  @Property(tries = 300)
  void aPairIsReadAsItWasWritten(@ForAll String value) throws SQLException {
    var parsed = ConnectionUrl.parse("jdbc:workos:" + ConnectionUrl.pair("schema", value));

    assertThat(parsed.properties()).containsEntry("schema", value);
  }

  @Provide
  Arbitrary<String> files() {
    var whole =
        "{\"a\": {\"apiKeyVariable\": \"A\", \"requestsPerSecond\": 5, \"demo\": false},"
            + " \"b\": {\"demo\": true, \"lookback\": \"5d\"}}";
    var cut = Arbitraries.integers().between(0, whole.length());
    return Combinators.combine(cut, cut, Arbitraries.strings().ofMaxLength(3))
        .as(
            (from, to, text) ->
                whole.substring(0, Math.min(from, to))
                    + text
                    + whole.substring(Math.max(from, to)));
  }

  @Property(tries = 300)
  void aFileOfEnvironments(@ForAll("files") String content) throws java.io.IOException {
    Files.writeString(FILE, new String(content.getBytes(UTF_8), UTF_8));

    open("jdbc:workos:" + ConnectionUrl.pair("environments", FILE.toString()), new Properties());
  }
}
