package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PropertySheetTest {
  private static DriverPropertyInfo entry(String name, String url, Properties info)
      throws SQLException {
    return Arrays.stream(PropertySheet.of(Products.WORKOS, url, info))
        .filter(entry -> entry.name.equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyPropertyIsDescribedAlsoWithoutAUrl() throws SQLException {
    assertThat(PropertySheet.of(Products.WORKOS, null, null))
        .extracting(entry -> entry.name)
        .containsExactlyElementsOf(Products.WORKOS.propertyNames());
    assertThat(PropertySheet.of(Products.WORKOS, null, null))
        .allSatisfy(entry -> assertThat(entry.description).isNotBlank());
    assertThat(entry("cache", null, null).choices).containsExactly("disk", "memory", "off");
    assertThat(entry("entityTtl", null, null).value).isEqualTo("60s");
    assertThat(entry("apiKey", null, null).required).isTrue();
  }

  @Test
  void currentValuesAreShownButNoSecrets() throws SQLException {
    Properties info = new Properties();
    info.setProperty("password", "sk_secret");
    info.setProperty("cache", "off");
    String url = "jdbc:workos:trustStorePassword=secret;maxRetries=1;unknown=x";
    assertThat(PropertySheet.of(Products.WORKOS, url, info))
        .allSatisfy(entry -> assertThat(entry.value).isNotEqualTo("secret"))
        .allSatisfy(entry -> assertThat(entry.value).isNotEqualTo("sk_secret"));
    assertThat(entry("maxRetries", url, info).value).isEqualTo("1");
    assertThat(entry("cache", url, info).value).isEqualTo("off");
    assertThat(entry("apiKey", url, info).required).isFalse();
  }

  @Test
  void theMarkdownTableHasALineForEachProperty() {
    assertThat(PropertyTable.markdown(Products.WORKOS).lines())
        .hasSize(ConnectionProperty.values().length + 2)
        .contains(
            "| `cache` | `disk` | Where answers are kept for later statements: on disk (events, and lists"
                + " whose changes events tell), in memory, or nowhere. Choices: `disk`, `memory`, `off`. |")
        .contains(
            "| `apiKey` |  | The environment's secret API key (sk_...), from the WorkOS dashboard."
                + " Also as `password`. Else from environment variable `WORKOS_API_KEY`. |");
  }
}
