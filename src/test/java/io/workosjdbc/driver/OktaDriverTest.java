package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.okta.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The driver of {@code jdbc:okta:}, beside the one of {@code jdbc:workos:}. */
class OktaDriverTest {

  @Test
  void theDriverManagerFindsIt() throws SQLException {
    assertThat(DriverManager.getDriver("jdbc:okta:")).isInstanceOf(Driver.class);
    assertThat(DriverManager.getDriver("jdbc:workos:")).isInstanceOf(io.workosjdbc.Driver.class);
  }

  @Test
  void driversLeaveTheUrlsOfOthersToThem() throws SQLException {
    var okta = new Driver();
    var workos = new io.workosjdbc.Driver();
    assertThat(okta.acceptsURL("jdbc:okta:demo=true")).isTrue();
    assertThat(okta.acceptsURL("jdbc:workos:demo=true")).isFalse();
    assertThat(workos.acceptsURL("jdbc:okta:demo=true")).isFalse();
    assertThat(okta.connect("jdbc:workos:demo=true", new Properties())).isNull();
    assertThat(workos.connect("jdbc:okta:demo=true", new Properties())).isNull();
  }

  @Test
  void theDemoAnswers() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:okta:demo=true");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select status, count(*) from okta_user group by status order by 2 desc")) {
      assertThat(connection.getSchema()).isEqualTo("okta");
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("Okta");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("ACTIVE");
      assertThat(rows.getLong(2)).isGreaterThan(100);
    }
  }

  @Test
  void aMissingTokenOrDomainIsSaid() {
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:okta:domain=acme.okta.com"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("property token")
        .hasMessageContaining("OKTA_TOKEN");
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:okta:", "", "00token"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Property domain is missing");
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:okta:apiKey=00token"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Unknown property apiKey")
        .hasMessageContaining("token");
  }
}
