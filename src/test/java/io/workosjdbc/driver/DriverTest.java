package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DriverTest {
  @Test
  void theDriverManagerFindsIt() throws SQLException {
    assertThat(DriverManager.getDriver("jdbc:workos:")).isInstanceOf(Driver.class);
  }

  @Test
  void otherUrlsAreLeftToOthers() throws SQLException {
    Driver driver = new Driver();
    assertThat(driver.acceptsURL("jdbc:calcite:")).isFalse();
    assertThat(driver.connect("jdbc:calcite:", new Properties())).isNull();
    assertThatThrownBy(() -> driver.acceptsURL(null))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }

  @Test
  void aRefusedKeyNeverShows() {
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:workos:", "someone", "hidden"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
        .hasMessageNotContaining("hidden");
  }

  @Test
  void nothingOfTheUserReachesCalcite() throws SQLException {
    TestDatabase database = new TestDatabase();
    String url = "jdbc:workos:cache=off;password=" + TestDatabase.KEY + ";proxy=http://u:pw@h:1";
    try (Connection connection = database.connect(url)) {
      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:workos:cache=off");
      assertThat(connection).hasToString("jdbc:workos:cache=off");
      var calcite = connection.unwrap(org.apache.calcite.jdbc.CalciteConnection.class);
      assertThat(calcite.getProperties().toString()).doesNotContain("sk_").doesNotContain("pw");
      assertThat(calcite.getMetaData().getURL()).isEqualTo("jdbc:calcite:");
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("WorkOS");
      assertThat(connection.getMetaData().getDriverName()).isEqualTo("workos-jdbc");
    }
  }

  @Test
  void calciteStaysRegisteredWhereItIsNotOurCopy() throws SQLException {
    try (Connection connection = new TestDatabase().connect()) {
      assertThat(connection.isValid(0)).isTrue();
      assertThat(DriverManager.getDriver("jdbc:calcite:")).isNotNull();
    }
    assertThat(CalciteRegistration.isRelocated(org.apache.calcite.jdbc.Driver.class)).isFalse();
    assertThat(CalciteRegistration.isRelocated(Driver.class)).isTrue();
  }

  @Test
  void theVersionIsTheProjects() throws IOException {
    String version = DriverVersion.NUMBER;
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>workos-jdbc</artifactId>\n  <version>" + version + "</version>");
    assertThat(version).startsWith(DriverVersion.MAJOR + "." + DriverVersion.MINOR + ".");
    assertThat(new Driver().getMajorVersion()).isEqualTo(DriverVersion.MAJOR);
    assertThat(new Driver().getMinorVersion()).isEqualTo(DriverVersion.MINOR);
  }
}
