package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.OktaServer;
import io.workosjdbc.demo.SmallDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Okta beside WorkOS in one connection, and what schema identity makes of them. The directories are
 * small, since the service answers for one directory slowly.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityTest {
  private static final DemoOptions OPTIONS = DemoOptions.defaults().withEventCount(600);

  private final DemoServer workos = DemoServer.start(OPTIONS);
  private final OktaServer okta = OktaServer.start(OPTIONS);
  @TempDir static Path folder;
  private Connection connection;

  @BeforeAll
  void connect() throws Exception {
    SmallDirectories.in(workos);
    connection = connect("");
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    workos.close();
    okta.close();
  }

  /** A connection to both, and more environments that the text names. */
  private Connection connect(String more) throws IOException, SQLException {
    var file = Files.createTempFile(folder, "environments", ".json");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        file,
        """
        {
          "production": {"baseUrl": "%s", "apiKey": "%s"},%s
          "okta": {"source": "okta", "domain": "%s", "token": "%s"}
        }
        """
            .formatted(workos.baseUrl(), workos.apiKey(), more, okta.baseUrl(), okta.token()));
    return DriverManager.getConnection(
        "jdbc:workos:environments=" + file + ";cache=off;requestsPerSecond=10000;maxConcurrency=1");
  }

  private List<String> rows(String sql) throws SQLException {
    return rows(connection, sql);
  }

  private List<String> rows(Connection on, String sql) throws SQLException {
    workos.clearRequests();
    okta.clearRequests();
    var rows = new ArrayList<String>();
    try (var statement = on.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        var values = new ArrayList<String>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          values.add(String.valueOf(result.getString(column)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  private String someEmail() {
    return okta.data().users().get(0).text("profile.email").orElseThrow();
  }

  @Test
  void bothSourcesAreSchemas() throws SQLException {
    assertThat(connection.getSchema()).isEqualTo("production");
    assertThat(rows("select count(*) from okta.okta_user"))
        .containsExactly("" + okta.data().users().size());
    assertThat(
            rows(
                "select table_name from information_schema.tables where table_schema = 'identity'"))
        .containsExactlyInAnyOrder(
            "person", "identity_group", "group_member", "sign_in", "active_users", "failure_rate");
    try (var columns = connection.getMetaData().getColumns(null, "identity", "sign_in", null)) {
      var names = new ArrayList<String>();
      while (columns.next()) {
        names.add(columns.getString("COLUMN_NAME"));
      }
      assertThat(names)
          .containsExactly(
              "source", "id", "subject", "email", "outcome", "method", "ip", "reason", "time");
    }
  }

  @Test
  void aJoinAsksOktaForThePeopleOfWorkos() throws SQLException {
    var email = someEmail();
    assertThat(
            rows(
                "select o.status from workos_user u join okta.okta_user o on o.email = u.email"
                    + " where u.email = '"
                    + email
                    + "'"))
        .hasSize(1);
    assertThat(workos.requests()).hasSize(1);
    assertThat(okta.requests())
        .containsExactly("GET /api/v1/users?limit=200&filter=profile.email eq \"" + email + "\"");
  }

  @Test
  void peopleOfBothHaveOneShape() throws SQLException {
    var email = someEmail();
    assertThat(
            rows(
                "select source, email from identity.person where email = '"
                    + email
                    + "' order by 1"))
        .containsExactly("okta|" + email, "workos|" + email);
    assertThat(workos.requests()).hasSize(1).allMatch(line -> line.contains("email=" + email));
    assertThat(okta.requests()).hasSize(1).allMatch(line -> line.contains("profile.email eq"));
  }

  @Test
  void aFilterOnTheSourceAsksNoOther() throws SQLException {
    rows("select count(*) from identity.person where source = 'okta'");
    assertThat(workos.requests()).isEmpty();
    rows("select count(*) from identity.sign_in where source = 'workos' and outcome = 'failed'");
    assertThat(okta.requests()).isEmpty();
    assertThat(workos.requests().get(0)).doesNotContain("_succeeded");
  }

  @Test
  void groupsOfBothHaveOneShape() throws SQLException {
    assertThat(rows("select source, count(*) from identity.identity_group group by source"))
        .hasSize(2)
        .contains("okta|" + okta.data().groups().size());
    assertThat(rows("select distinct source from identity.group_member"))
        .containsExactlyInAnyOrder("okta", "workos");
  }

  /** Who arrives at WorkOS by single sign-on has been at Okta in the seconds before. */
  @Test
  void signInsMatchAcrossTheTwo() throws SQLException {
    var arrivals =
        rows(
            "select w.email from identity.sign_in w join identity.sign_in o"
                + " on o.email = w.email and o.source = 'okta' and w.source = 'workos'"
                + " where w.outcome = 'succeeded' and o.outcome = 'succeeded' and o.method = 'sso'"
                + " and w.method = 'sso' and o.time between w.time - interval '6' second and w.time");
    assertThat(arrivals).hasSizeGreaterThan(20);
  }

  @Test
  void timesAreAskedOfBoth() throws SQLException {
    var signIns =
        rows(
            "select source, outcome, method, ip, time from identity.sign_in"
                + " where time > current_timestamp - interval '10' day");
    assertThat(signIns).anyMatch(row -> row.startsWith("okta|"));
    assertThat(signIns).anyMatch(row -> row.startsWith("workos|"));
    assertThat(workos.requests()).filteredOn(line -> line.contains("range_start=")).hasSize(1);
    assertThat(okta.requests()).hasSize(1).allMatch(line -> line.contains("&since="));
  }

  /** The views of {@code identity}, and what they say, told from the demo's data without SQL. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "person: source, subject, email, status, is_active",
        "identity_group: source, group_id, name, kind",
        "group_member: source, group_id, subject",
        "sign_in: source, id, email, outcome, method",
        "active_users: source, \"day\", active_users",
        "failure_rate: source, \"day\", \"method\", attempts, failures, failure_rate"
      })
  void viewsSayWhatTheDataSay(String view, String columns) throws SQLException {
    var truth = new IdentityTruth(workos.data(), okta.data());
    var expected =
        switch (view) {
          case "person" -> truth.people();
          case "identity_group" -> truth.groups();
          case "group_member" -> truth.members();
          case "sign_in" -> truth.signInLines();
          case "active_users" -> truth.activeUsers();
          case "failure_rate" -> truth.failureRates();
          default -> throw new AssertionError(view);
        };
    assertThat(rows("select %s from identity.%s".formatted(columns, view)))
        .anyMatch(row -> row.startsWith("okta|"))
        .anyMatch(row -> row.startsWith("workos|"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void ofSeveralEnvironmentsAllAreMeant() throws Exception {
    var staging = "\"staging\": {\"demo\": \"true\"},";
    try (var three = connect(staging)) {
      var people = rows(three, "select count(*) from identity.person where source = 'workos'");
      var here = workos.data().things("/user_management/users").size();
      assertThat(Integer.parseInt(people.get(0))).isGreaterThan(here);
    }
  }
}
