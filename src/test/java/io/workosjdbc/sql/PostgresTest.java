package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** WorkOS and a PostgreSQL server that somebody else has started; {@code mvn verify -Ppostgres}. */
@Tag("postgres")
class PostgresTest {
  private static final String URL =
      "jdbc:postgresql://%s:%s/%s"
          .formatted(
              variable("PGHOST", "127.0.0.1"),
              variable("PGPORT", "5432"),
              variable("PGDATABASE", "postgres"));

  @RegisterExtension static final Api API = Api.of(World.data());
  @TempDir Path folder;

  private Connection server;
  private Connection connection;

  private static String variable(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
  }

  @BeforeEach
  void connect() throws SQLException, IOException {
    server =
        DriverManager.getConnection(
            URL, variable("PGUSER", "postgres"), variable("PGPASSWORD", ""));
    try (var statement = server.createStatement()) {
      statement.execute("drop schema if exists workos_jdbc_test cascade");
      statement.execute("create schema workos_jdbc_test");
      statement.execute(
          "create table workos_jdbc_test.account (id bigserial primary key, name text not null,"
              + " workos_id varchar(40), plan text, seats numeric(10), paid_until timestamp,"
              + " settings jsonb, active boolean)");
      statement.execute(
          "insert into workos_jdbc_test.account"
              + " (name, workos_id, plan, seats, paid_until, settings, active) values"
              + " ('Acme Corp', 'org_acme', 'gold', 40, '2030-06-30 23:59:59.5', '{}', true),"
              + " ('Beta Inc', 'org_beta', 'free', 3, null, null, true),"
              + " ('Nobody', null, 'gold', 1, null, null, false)");
    }
    var model = folder.resolve("model.json");
    Files.writeString(
        model,
        """
        {"schemas": [
          {"name": "workos", "type": "custom",
           "factory": "io.workosjdbc.driver.WorkosSchemaFactory",
           "operand": {"demo": false, "baseUrl": "%s", "apiKeyFile": "key"}},
          {"name": "crm", "type": "jdbc", "jdbcUrl": "%s", "jdbcUser": "%s",
           %s "jdbcSchema": "workos_jdbc_test"}
        ]}"""
            .formatted(
                API.server().baseUrl(),
                URL,
                variable("PGUSER", "postgres"),
                System.getenv("PGPASSWORD") == null
                    ? ""
                    : "\"jdbcPasswordVariable\": \"PGPASSWORD\","));
    Files.writeString(folder.resolve("key"), API.server().apiKey());
    connection =
        DriverManager.getConnection("jdbc:workos:model=" + model + ";cache=off;maxConcurrency=1");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
    try (var statement = server.createStatement()) {
      statement.execute("drop schema workos_jdbc_test cascade");
    }
    server.close();
  }

  private Query sql(String statement) {
    return API.sql(statement).on(connection);
  }

  @Test
  void keysOfTheDatabaseAreAskedFor() {
    sql("""
        select a.name, o.name, a.seats, a.active from crm.account a
        join workos_organization o on o.id = a.workos_id where a.plan = 'gold'""")
        .sends("GET /organizations/org_acme")
        .returns("Acme Corp|Acme|40|true");
  }

  @Test
  void whatBelongsToTheDatabaseIsLeftToIt() {
    sql("select plan, count(*), sum(seats) from crm.account group by plan order by plan")
        .sendsNothing()
        .returns("free|1|3", "gold|2|41");
    sql("select name from crm.account where name like 'A%' and active order by id desc limit 1")
        .returns("Acme Corp");
  }

  @Test
  void parametersAreTyped() {
    sql("""
        select a.name, c.id from crm.account a
        join workos_connection c on c.organization_id = a.workos_id
        where a.seats > ? and c.connection_type = ?""")
        .with(10, "OktaSAML")
        .sends("GET /connections?limit=100&organization_id=org_acme&connection_type=OktaSAML")
        .returns("Acme Corp|conn_okta");
  }

  @Test
  void timesAreThoseWrittenThere() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select paid_until from crm.account"
                    + " where paid_until > timestamp '2030-06-30 23:59:59'")) {
      rows.next();
      assertThat(rows.getString(1)).startsWith("2030-06-30 23:59:59.5");
      assertThat(rows.getTimestamp(1).toInstant()).hasToString("2030-06-30T23:59:59.500Z");
    }
  }
}
