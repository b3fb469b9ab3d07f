package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.calcite.runtime.Hook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** WorkOS and a database in one statement. */
class FederationTest {
  private static final String DATABASE = "jdbc:h2:mem:federation";

  @RegisterExtension static final Api API = Api.of(World.data());
  @TempDir static Path folder;

  private static Connection database;
  private final List<String> databaseSql = new ArrayList<>();
  private Connection connection;
  private Hook.Closeable hook;

  @BeforeAll
  static void fillDatabase() throws SQLException {
    database = DriverManager.getConnection(DATABASE);
    try (var statement = database.createStatement()) {
      statement.execute(
          "create table account (account_id int primary key, name varchar(100) not null,"
              + " workos_id varchar(40), plan char(10), seats bigint, paid_until timestamp,"
              + " active boolean)");
      statement.execute(
          "insert into account values"
              + " (1, 'Acme Corp', 'org_acme', 'gold', 40, timestamp '2026-06-30 23:59:59.5', true),"
              + " (2, 'Beta Inc', 'org_beta', 'free', 3, null, true),"
              + " (3, 'Zoe', 'org_zoe', 'gold', 7, timestamp '2026-01-01 00:30:00', false),"
              + " (4, 'Nobody', null, 'gold', 1, null, true),"
              + " (5, 'Gone', 'org_gone', 'free', 1, null, true)");
    }
  }

  @AfterAll
  static void dropDatabase() throws SQLException {
    database.close();
  }

  @BeforeEach
  void connect() throws SQLException, IOException {
    var model = folder.resolve("model.json");
    if (!Files.exists(model)) {
      Files.createFile(
          model,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        model,
        """
        {
          "version": "1.0",
          "defaultSchema": "workos",
          "schemas": [
            {"name": "workos", "type": "custom",
             "factory": "io.workosjdbc.driver.WorkosSchemaFactory",
             "operand": {"baseUrl": "%s", "apiKey": "%s"}},
            {"name": "crm", "type": "jdbc", "jdbcUrl": "%s", "jdbcSchema": "PUBLIC"}
          ]
        }"""
            .formatted(API.server().baseUrl(), API.server().apiKey(), DATABASE));
    connection =
        DriverManager.getConnection(
            "jdbc:workos:model=" + model + ";cache=off;maxConcurrency=1;requestsPerSecond=10000");
    Consumer<String> noted = sql -> databaseSql.add(sql.replaceAll("\\s+", " "));
    hook = Hook.QUERY_PLAN.addThread(noted);
  }

  @AfterEach
  void disconnect() throws SQLException {
    hook.close();
    connection.close();
  }

  private Query sql(String statement) {
    return API.sql(statement).on(connection);
  }

  @Test
  void keysOfTheDatabaseAreAskedFor() {
    sql("""
        select a.name, o.name from crm.account a
        join workos_organization o on o.id = a.workos_id where a.plan = 'gold' and a.seats > 5""")
        .sends("GET /organizations/org_acme", "GET /organizations/org_zoe")
        .returnsInAnyOrder("Acme Corp|Acme", "Zoe|Zoë \"O'Hara\"");
    assertThat(databaseSql).singleElement().asString().contains("\"SEATS\" > 5", "'gold'");
  }

  @Test
  void keysAreAskedForWhicheverWayTheJoinIsWritten() {
    sql("""
        select c.id from workos_connection c join crm.account a on a.workos_id = c.organization_id
        where a.account_id = 1""")
        .sends("GET /connections?limit=100&organization_id=org_acme")
        .returnsInAnyOrder("conn_okta", "conn_github");
  }

  @Test
  void accountsWithoutAConnectionAreFound() {
    sql("""
        select name from crm.account a where active and not exists
          (select 1 from workos_connection c where c.organization_id = a.workos_id)
        order by name""")
        .returns("Nobody");
    sql("""
        select a.name, count(c.id) from crm.account a
        left join workos_connection c on c.organization_id = a.workos_id
        where a.plan = 'gold' group by a.name order by a.name""")
        .sends(
            "GET /connections?limit=100&organization_id=org_acme",
            "GET /connections?limit=100&organization_id=org_zoe")
        .returns("Acme Corp|2", "Nobody|0", "Zoe|0");
  }

  @Test
  void aSubQueryOnTheDatabaseIsASetOfKeys() {
    sql("select id from workos_organization where id in"
            + " (select workos_id from crm.account where seats < 5 and workos_id is not null)")
        .sends("GET /organizations/org_beta", "GET /organizations/org_gone")
        .returns("org_beta");
  }

  @Test
  void parametersGoToEitherSide() {
    sql("""
        select a.name, c.id from crm.account a join workos_connection c
          on c.organization_id = a.workos_id
        where a.plan = ? and c.connection_type = ? and a.seats >= ?""")
        .with("gold", "OktaSAML", 10L)
        .sends("GET /connections?limit=100&organization_id=org_acme&connection_type=OktaSAML")
        .returns("Acme Corp|conn_okta");
    assertThat(databaseSql).singleElement().asString().contains("\"SEATS\" >= ?");
  }

  @Test
  void whatBelongsToTheDatabaseIsLeftToIt() {
    sql("select plan, count(*), max(seats) from crm.account group by plan order by plan")
        .sendsNothing()
        .returnsInAnyOrder("free      |2|3", "gold      |3|40");
    assertThat(databaseSql).singleElement().asString().contains("GROUP BY", "MAX(\"SEATS\")");
  }

  @Test
  void valuesOfTheDatabaseAreThoseOfItsOwnDriver() {
    sql("select account_id, active, seats, plan from crm.account where account_id = 1")
        .returns("1|true|40|gold      ");
    sql("select account_id from crm.account where paid_until is null and workos_id is null")
        .returns("4");
    sql("select count(*) from crm.account, workos_organization").returns("25");
  }

  /** The database has no zone, and this driver takes such times for UTC. */
  @Test
  void timesOfTheDatabaseAreThoseWrittenThere() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select paid_until from crm.account"
                    + " where paid_until > timestamp '2026-06-30 23:59:59' or account_id = 3"
                    + " and paid_until <= timestamp '2026-01-01 00:30:00' order by account_id")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("2026-06-30 23:59:59.500");
      assertThat(rows.getTimestamp(1).toInstant()).hasToString("2026-06-30T23:59:59.500Z");
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("2026-01-01 00:30:00.000");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void threeTablesOfTwoSourcesAreThreeQuestions() {
    sql("""
        select a.name, o.name, c.id from crm.account a
        join workos_organization o on o.id = a.workos_id
        join workos_connection c on c.organization_id = o.id
        where a.account_id = 2""")
        .sends("GET /organizations/org_beta", "GET /connections?limit=100&organization_id=org_beta")
        .returnsInAnyOrder("Beta Inc|Beta|conn_pending", "Beta Inc|Beta|conn_new");
  }

  @Test
  void explainShowsBothLanguages() {
    var plan =
        String.join(
            "\n",
            sql("explain plan for select o.name from crm.account a"
                    + " join workos_organization o on o.id = a.workos_id where a.plan = 'gold'")
                .sendsNothing()
                .outcome()
                .rows());
    assertThat(plan).contains("EnumerableBindJoin", "JdbcFilter", "GET /organizations");
  }

  @Test
  void metadataListsBoth() throws SQLException {
    try (var tables = connection.getMetaData().getTables(null, "crm", "%", null)) {
      assertThat(tables.next()).isTrue();
      assertThat(tables.getString("TABLE_NAME")).isEqualTo("ACCOUNT");
      assertThat(tables.next()).isFalse();
    }
    assertThat(connection.getSchema()).isEqualTo("workos");
  }

  @Test
  void aFailureOfTheDatabaseSaysSo() throws SQLException {
    sql("select 1 / (account_id - 1) from crm.account").fails("22012", "ivision by zero");
  }
}
