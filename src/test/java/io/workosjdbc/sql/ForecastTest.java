package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What EXPLAIN predicts, compared with what is sent, once lists have been read and are known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForecastTest {

  /** Where a guess is a guess: half as many or twice as many, and a few. */
  private static final int A_FEW = 2;

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(1_500));
  private final Connection connection = connect();

  private Connection connect() {
    try {
      return DriverManager.getConnection(
          "jdbc:workos:cache=off;maxConcurrency=1;requestsPerSecond=10000;baseUrl=%s;apiKey=%s"
              .formatted(server.baseUrl(), server.apiKey()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeAll
  void learn() throws SQLException {
    var tables =
        "organization organization_domain connection directory user auth_event event"
            + " organization_membership group group_membership";
    for (var table : tables.split(" ", -1)) {
      read("select id from workos_" + table);
    }
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    server.close();
  }

  private String read(String sql) throws SQLException {
    var last = "";
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        last = String.valueOf(rows.getString(1));
      }
    }
    return last;
  }

  private long predicted(String sql) throws Exception {
    server.clearRequests();
    var plan = new ObjectMapper().readTree(read("explain plan as json for " + sql));
    assertThat(server.requestCount()).isZero();
    return plan.at("/predicted/requests").asLong();
  }

  private int sent(String sql) throws SQLException {
    server.clearRequests();
    read(sql);
    return server.requestCount();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "select * from workos_organization where 1 = 0",
        "select * from workos_organization limit 0",
        "select * from workos_organization",
        "select count(*) from workos_user",
        "select * from workos_user limit 10",
        "select * from workos_user order by created_at desc limit 150",
        "select * from workos_organization where external_id in ('a', 'b', 'c')",
        "select * from workos_user where email = 'nobody@acme.example'",
        "select * from workos_connection where organization_id = 'org_1' and state = 'active'",
        "select * from workos_auth_event where created_at > current_timestamp - interval '1' hour",
      })
  void whatIsKnownIsPredictedExactly(String sql) throws Exception {
    assertThat(predicted(sql)).isEqualTo(sent(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from workos_auth_event",
        "select * from workos_auth_event where email = 'nobody@acme.example'",
        "select * from workos_auth_event where outcome = 'failed'",
        "select * from workos_auth_event where created_at > current_timestamp - interval '7' day",
        "select * from workos_auth_event order by created_at desc limit 10",
        "select * from workos_auth_event limit 10",
        "select connection_type, count(*) from workos_auth_event group by connection_type",
        "select count(*) from workos_event where object_type = 'invitation'",
        "select * from workos_organization_membership",
        "select * from workos_group",
        "select * from workos_group limit 5",
        "select * from workos_group_membership",
        "select * from workos_group_membership limit 10",
        "select o.name, c.name from workos_organization o join workos_connection c"
            + " on c.organization_id = o.id",
        "select u.email from workos_organization_membership m join workos_user u on u.id = m.user_id"
            + " where m.organization_id = 'org_none'",
        "select * from workos_organization o where not exists"
            + " (select 1 from workos_connection c where c.organization_id = o.id)",
        "select * from workos_organization union all select * from workos_organization",
        "select * from workos_insight.organization_onboarding",
        "select * from workos_insight.sso_without_directory",
      })
  void whatIsGuessedIsNearlyWhatIsSent(String sql) throws Exception {
    long predicted = predicted(sql);
    int sent = sent(sql);
    assertThat(predicted).isBetween((sent - A_FEW) / 2L, 2L * sent + A_FEW);
  }

  @Test
  void aJoinWhoseKeysAreNotSentSaysSo() throws SQLException {
    var plan = read("explain plan for select * from workos_insight.organization_onboarding");
    assertThat(plan.substring(0, plan.indexOf("\n\n")))
        .contains("  filter here organization_id is a key of the join\n")
        .doesNotContain("BIND_CONTAINS", "$cor");
  }
}
