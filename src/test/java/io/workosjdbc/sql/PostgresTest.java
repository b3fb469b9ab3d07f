package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.calcite.runtime.Hook;
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

  private final List<String> databaseSql = new ArrayList<>();
  private Connection server;
  private Connection connection;
  private Hook.Closeable hook;

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
    var key =
        Files.createFile(
            folder.resolve("key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, API.server().apiKey());
    connection =
        DriverManager.getConnection("jdbc:workos:model=" + model + ";cache=off;maxConcurrency=1");
    Consumer<String> noted = sql -> databaseSql.add(sql.replaceAll("\\s+", " "));
    hook = Hook.QUERY_PLAN.addThread(noted);
  }

  @AfterEach
  void disconnect() throws SQLException {
    hook.close();
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
    assertThat(databaseSql).singleElement().asString().contains("GROUP BY", "SUM(", "ORDER BY");
    databaseSql.clear();
    sql("select name from crm.account where name like 'A%' and active order by id desc limit 1")
        .returns("Acme Corp");
    assertThat(databaseSql)
        .singleElement()
        .asString()
        .contains("LIKE 'A%'", "ORDER BY \"id\" DESC", "FETCH NEXT 1 ROWS ONLY")
        .doesNotContain("settings", "seats");
  }

  @Test
  void whoHasNoPartnerIsFound() {
    sql("""
        select name from crm.account a where not exists
          (select 1 from workos_connection c where c.organization_id = a.workos_id)""")
        .returns("Nobody");
    sql("""
        select a.name, count(c.id) from crm.account a
        left join workos_connection c on c.organization_id = a.workos_id
        where a.plan = 'gold' group by a.name order by a.name""")
        .sends("GET /connections?limit=100&organization_id=org_acme")
        .returns("Acme Corp|2", "Nobody|0");
    sql("select name from crm.account where workos_id in (select id from workos_organization)")
        .returnsInAnyOrder("Acme Corp", "Beta Inc");
  }

  /** What it connects to is told, and nothing that it logs in with. */
  @Test
  void aDatabaseThatRefusesIsNamed() throws IOException {
    var model =
        Files.createFile(
            folder.resolve("refused.json"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        model,
        """
        {"schemas": [
          {"name": "crm", "type": "jdbc", "jdbcUrl": "%s?user=nobody&password=pass_word"}
        ]}"""
            .formatted(URL));
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:workos:model=" + model).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("crm: ")
        .hasMessageContaining("nobody")
        .hasMessageNotContaining("pass_word");
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
