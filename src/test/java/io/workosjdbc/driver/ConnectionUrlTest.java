package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
  @Test
  void pairsAreSeparatedBySemicolons() throws SQLException {
    assertThat(ConnectionUrl.parse("jdbc:workos: apiKey = sk_a=b ;; demo=false;").properties())
        .containsExactly(entry("apiKey", "sk_a=b"), entry("demo", "false"));
  }

  @Test
  void quotedValuesMayHoldAnything() throws SQLException {
    assertThat(ConnectionUrl.parse("jdbc:workos:a='x;y=''z''';b=\" \"\"q\"\" \";c=''").properties())
        .containsExactly(entry("a", "x;y='z'"), entry("b", " \"q\" "), entry("c", ""));
  }

  @Test
  void writtenPairsAreReadBack() throws SQLException {
    for (String value : new String[] {"plain", "", " outer ", "a;b", "it's", "\"q\"", "x=y"}) {
      assertThat(ConnectionUrl.parse("jdbc:workos:" + ConnectionUrl.pair("p", value)).properties())
          .containsExactly(entry("p", value));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_live_secret",
        "apiKey=sk_live_secret;sk_live_secret",
        "=sk_live_secret",
        "apiKey='sk_live_secret",
        "apiKey='sk_live_secret'x",
        "apiKey=sk_live_secret;APIKEY=sk_live_secret"
      })
  void malformedUrlsAreRefusedWithoutShowingTheirText(String properties) {
    assertThatThrownBy(() -> ConnectionUrl.parse("jdbc:workos:" + properties))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"))
        .hasMessageStartingWith("Malformed URL: part ")
        .hasMessageNotContaining("secret");
  }
}
