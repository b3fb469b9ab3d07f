package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.InThread;
import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One environment of several fails. */
class EnvironmentFailuresTest {
  @RegisterExtension static final Estate ESTATE = Estate.ofTwo();

  private static Estate.Answered sql(String statement) {
    return ESTATE.sql(statement);
  }

  @Test
  void oneThatFailsFailsTheStatement() {
    ESTATE.server("staging").fail(Fault.every("/connections", Answer.message(403, "Forbidden")));
    sql("select id from workos_all.workos_connection").fails("42501", "GET /connections");
    sql("select count(*) from workos_all.workos_connection where _environment = 'production'")
        .returns("7");
  }

  @Test
  void oneThatFailsIsAWarningWhereTheUserChoseSo() {
    ESTATE.server("staging").fail(Fault.every("/connections", Answer.message(403, "Forbidden")));
    ESTATE
        .sqlWith(
            "onEnvironmentError=warn",
            "select _environment, count(*) from workos_all.workos_connection group by 1")
        .returns("production|7")
        .warns("staging is missing", "403", "GET /connections");
    ESTATE
        .sqlWith("onEnvironmentError=warn", "select count(*) from staging.workos_connection")
        .fails("42501", "GET /connections");
  }

  @Test
  void theWarningSaysWhetherRowsWereGivenBefore() {
    ESTATE.server("staging").fail(Fault.nth(2, "/connections", Answer.message(500, "Oh")));
    ESTATE
        .sqlWith(
            "onEnvironmentError=warn",
            "select _environment, id from workos_all.workos_connection"
                + " where organization_id in ('org_acme', 'org_beta')")
        .returnsInAnyOrder(
            "production|conn_github",
            "production|conn_okta",
            "production|conn_new",
            "production|conn_pending",
            "staging|conn_github",
            "staging|conn_okta")
        .warns("staging is missing after 2 rows", "500");
  }

  @Test
  void aCancelledStatementFailsAllTheSame() throws Exception {
    var hold = Hold.beforeAnswer();
    ESTATE.server("staging").fail(Fault.next(1, "/connections", hold));
    try (var connection = ESTATE.connect("onEnvironmentError=warn");
        var statement = connection.createStatement()) {
      var count =
          InThread.of(
              () -> {
                try {
                  return statement
                      .executeQuery("select count(*) from workos_all.workos_connection")
                      .next();
                } catch (SQLException e) {
                  return e.getSQLState();
                }
              });
      hold.reached().get(10, TimeUnit.SECONDS);
      statement.cancel();
      assertThat(count.get(10, TimeUnit.SECONDS)).isEqualTo("57014");
    } finally {
      hold.release();
    }
  }
}
