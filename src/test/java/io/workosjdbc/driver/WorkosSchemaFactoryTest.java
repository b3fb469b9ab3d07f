package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.resource.View;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables and views in Calcite's own driver, by a model as the README has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkosSchemaFactoryTest {

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(300));

  @AfterAll
  void close() {
    server.close();
  }

  static List<View> views() {
    return WorkOs.SOURCE.views();
  }

  private Connection connect() throws SQLException {
    var model =
        """
        {"version": "1.0", "defaultSchema": "workos", "schemas": [{
          "name": "workos", "type": "custom",
          "factory": "io.workosjdbc.driver.WorkosSchemaFactory",
          "operand": {"baseUrl": "%s", "apiKey": "%s"}}]}
        """
            .formatted(server.baseUrl(), server.apiKey());
    return DriverManager.getConnection(
        "jdbc:calcite:caseSensitive=false;unquotedCasing=UNCHANGED;timeZone=UTC;model=inline:"
            + model);
  }

  private static int rows(Connection connection, String sql) throws SQLException {
    int count = 0;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        count++;
      }
    }
    return count;
  }

  @Test
  void aTableIsNarrowedByTheApi() throws SQLException {
    var id = server.data().organizations().get(0).id();
    try (var connection = connect()) {
      server.clearRequests();
      assertThat(rows(connection, "select name from workos_organization where id = '" + id + "'"))
          .isEqualTo(1);
      assertThat(server.requests()).containsExactly("GET /organizations/" + id);
    }
  }

  /** Calcite parses it with its core parser, which reserves more words. */
  @ParameterizedTest
  @MethodSource("views")
  void aViewAnswers(View view) throws SQLException {
    try (var connection = connect()) {
      assertThat(rows(connection, "select * from workos_insight." + view.name()))
          .isGreaterThanOrEqualTo(view.name().equals("failure_burst") ? 0 : 1);
    }
  }
}
