package io.workosjdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.runtime.Hook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanCacheTest {

  private static DemoServer demo;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    demo = DemoServer.start();
    connection =
        DriverManager.getConnection(
            "jdbc:workos:cache=off;baseUrl=" + demo.baseUrl() + ";apiKey=" + demo.apiKey());
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
    demo.close();
  }

  private static int plansMadeFor(String... texts) throws SQLException {
    var plans = new AtomicInteger();
    try (var hook =
        Hook.PLAN_BEFORE_IMPLEMENTATION.<RelRoot>addThread(root -> plans.incrementAndGet())) {
      assertThat(hook).isNotNull();
      for (var text : texts) {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery(text)) {
          while (rows.next()) {
            assertThat(rows.getObject(1)).isNotNull();
          }
        }
      }
    }
    return plans.get();
  }

  @Test
  void aTextThatComesAgainIsNotPlannedAgain() throws SQLException {
    var text = "select id from workos_directory where state = 'linked'";
    assertThat(plansMadeFor(text, text, text)).isEqualTo(1);
  }

  @Test
  void anotherTextIsPlanned() throws SQLException {
    assertThat(
            plansMadeFor("select id from workos_connection", "select  id from workos_connection"))
        .isEqualTo(2);
  }

  @Test
  void theSamePlanReadsTheServiceAnew() throws SQLException {
    demo.clearRequests();
    var text = "select name from workos_organization";
    assertThat(plansMadeFor(text, text)).isEqualTo(1);
    assertThat(demo.requestCount()).isEqualTo(2);
  }

  @Test
  void twoResultsOfOnePlanAreReadSideBySide() throws SQLException {
    var text = "select id from workos_organization order by created_at";
    try (var one = connection.createStatement();
        var other = connection.createStatement();
        var rows = one.executeQuery(text);
        var sameRows = other.executeQuery(text)) {
      while (rows.next()) {
        assertThat(sameRows.next()).isTrue();
        assertThat(sameRows.getString(1)).isEqualTo(rows.getString(1));
      }
      assertThat(sameRows.next()).isFalse();
    }
  }

  @Test
  void aPreparedParameterIsOfItsOwnStatement() throws SQLException {
    var text = "select name from workos_organization where id = ?";
    var ids = demo.data().organizations();
    try (var one = connection.prepareStatement(text);
        var other = connection.prepareStatement(text)) {
      one.setString(1, ids.get(0).id());
      other.setString(1, ids.get(1).id());
      try (var rows = one.executeQuery();
          var otherRows = other.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(otherRows.next()).isTrue();
        assertThat(rows.getString(1)).isNotEqualTo(otherRows.getString(1));
      }
    }
  }
}
