package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model may name, and that nothing in it loads a class. */
class ModelFileTest {
  private static final String WORKOS =
      "{\"name\": \"workos\", \"type\": \"custom\", \"operand\": {\"demo\": true},"
          + " \"factory\": \"io.workosjdbc.driver.WorkosSchemaFactory\"}";
  private static final String CRM =
      "\"name\": \"crm\", \"type\": \"jdbc\", \"jdbcUrl\": \"jdbc:h2:mem:model\"";

  /** Whether a class that only a model names was loaded. */
  private static boolean isLoaded;

  private static final String BOMB = Bomb.class.getName();

  @TempDir Path folder;
  private Path file;

  /** What a model must not load. */
  @SuppressWarnings("unused") // by its name
  private static final class Bomb {
    static {
      isLoaded = true;
    }
  }

  @BeforeEach
  void createFile() {
    file = folder.resolve("model.json");
  }

  private Connection connect(String model, String properties) throws SQLException, IOException {
    Files.writeString(file, model);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    return DriverManager.getConnection("jdbc:workos:model=" + file + properties, new Properties());
  }

  private Connection connectTo(String... schemas) throws SQLException, IOException {
    return connect("{\"version\": 1, \"schemas\": [\n" + String.join(",\n", schemas) + "]}", "");
  }

  private void isRefused(String schema, String... parts) {
    assertThatThrownBy(() -> connectTo(schema).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContainingAll(parts)
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isNotNull());
    assertThat(isLoaded).isFalse();
  }

  private static List<String> schemas(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    try (var schemas = connection.getMetaData().getSchemas()) {
      while (schemas.next()) {
        names.add(schemas.getString(1));
      }
    }
    return names;
  }

  @Test
  void theFirstSchemaIsTheDefaultOne() throws Exception {
    try (var connection = connectTo(WORKOS, "{" + CRM + "}")) {
      assertThat(connection.getSchema()).isEqualTo("workos");
      assertThat(schemas(connection)).contains("workos", "crm", "information_schema");
    }
  }

  @Test
  void modelAndConnectionNameTheDefaultSchema() throws Exception {
    var model = "{\"defaultSchema\": \"CRM\", \"schemas\": [" + WORKOS + ", {" + CRM + "}]}";
    try (var connection = connect(model, "")) {
      assertThat(connection.getSchema()).isEqualTo("crm");
    }
    try (var connection = connect(model, ";schema=workos")) {
      assertThat(connection.getSchema()).isEqualTo("workos");
    }
    assertThatThrownBy(() -> connect(model, ";schema=none"))
        .hasMessageContaining("there is no schema none");
  }

  @Test
  void calcitesOwnFactoryOfDatabasesIsTakenByItsName() throws Exception {
    try (var connection =
            connectTo(
                "{\"name\": \"crm\", \"type\": \"custom\","
                    + " \"factory\": \"org.apache.calcite.adapter.jdbc.JdbcSchema$Factory\","
                    + " \"operand\": {\"jdbcUrl\": \"jdbc:h2:mem:model\","
                    + " \"jdbcSchema\": \"INFORMATION_SCHEMA\", \"jdbcUser\": \"\"}}");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from crm.schemata")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isPositive();
    }
  }

  @Test
  void environmentsInAModelAreSchemasAndOneForAll() throws Exception {
    Files.writeString(
        folder.resolve("environments.json"),
        "{\"production\": {\"demo\": true}, \"staging\": {\"demo\": true}}");
    var all = WORKOS.replace("\"demo\": true", "\"environments\": \"environments.json\"");
    try (var connection = connectTo(all.replace("\"workos\"", "\"estate\""));
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select distinct _environment from workos_organization")) {
      assertThat(connection.getSchema()).isEqualTo("estate");
      assertThat(schemas(connection)).contains("estate", "production", "staging");
      assertThat(rows.next()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{NAME, \"jdbcDriver\": \"org.h2.Driver\"}",
        "{NAME, \"jdbcDriver\": \"BOMB\"}",
        "{NAME, \"dataSource\": \"BOMB\"}",
        "{NAME, \"sqlDialectFactory\": \"BOMB\"}",
        "{NAME, \"functions\": [{\"name\": \"f\", \"className\": \"BOMB\"}]}",
        "{NAME, \"tables\": [{\"name\": \"t\", \"type\": \"custom\", \"factory\": \"BOMB\"}]}",
        "{NAME, \"types\": []}"
      })
  void whatWouldLoadAClassIsRefused(String schema) {
    isRefused(
        schema.replace("NAME", CRM).replace("BOMB", BOMB),
        "line 2",
        "crm cannot have",
        "no class to load");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"materializations\": [{\"view\": \"v\", \"table\": \"t\", \"sql\": \"select 1\"}]",
        "\"lattices\": [{\"name\": \"l\", \"sql\": \"select 1\", \"statisticProvider\": \"BOMB\"}]",
        "\"cache\": false",
        "\"path\": [\"a\"]"
      })
  void whatElseCalciteKnowsIsRefused(String member) {
    var hostile = member.replace("BOMB", BOMB);
    isRefused("{" + CRM + ",\n" + hostile + "}", "line 3", "crm cannot have");
    isRefused(WORKOS.replace("\"type\"", hostile + ", \"type\""), "workos cannot have");
    assertThatThrownBy(
            () -> connect("{\"schemas\": [" + WORKOS + "], " + hostile + "}", "").close())
        .hasMessageContaining("a model cannot have");
  }

  @Test
  void aModelIsAFileAndNoText() {
    assertThatThrownBy(
            () -> DriverManager.getConnection("jdbc:workos:model=inline:{\"schemas\": []}"))
        .hasMessageContaining("does not exist");
  }

  @Test
  void operandsOfCalcitesFactoryThatLoadAClassAreRefused() {
    var factory = "org.apache.calcite.adapter.jdbc.JdbcSchema$Factory";
    isRefused(
        "{\"name\": \"crm\", \"type\": \"custom\", \"factory\": \""
            + factory
            + "\",\n"
            + " \"operand\": {\"dataSource\": \""
            + BOMB
            + "\"}}",
        "line 3",
        "dataSource");
  }

  @Test
  void anotherFactoryIsRefused() {
    for (var factory :
        List.of(
            BOMB,
            "org.apache.calcite.adapter.clone.CloneSchema$Factory",
            "io.workosjdbc.driver.WorkosSchemaFactory ",
            "IO.WORKOSJDBC.driver.WorkosSchemaFactory")) {
      isRefused(
          "{\"name\": \"x\", \"type\": \"custom\",\n\"factory\": \"" + factory + "\"}",
          "line 2",
          "x.factory is none that this driver takes",
          "io.workosjdbc.driver.WorkosSchemaFactory");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:calcite:model=inline:{}",
        "JDBC:Calcite:",
        " jdbc:calcite:",
        "jdbc:okta:demo=true",
        "jdbc:workos:demo=true",
        "jdbc:avatica:remote:",
        "http://127.0.0.1/"
      })
  void aUrlThatIsNoDatabasesIsRefused(String url) {
    isRefused(
        "{\"name\": \"x\", \"type\": \"jdbc\", \"jdbcUrl\": \"" + url + "\"}",
        "line 2",
        "jdbcUrl is no URL of a database");
  }

  @Test
  void aDatabaseWithoutItsDriverSaysWhatIsMissing() {
    isRefused(
        "{\"name\": \"x\", \"type\": \"jdbc\", \"jdbcUrl\": \"jdbc:nodb:user:secret@host\"}",
        "x: no driver for jdbc:nodb: on the class path");
  }

  @Test
  void wrongShapesAreNamedWithTheirLines() {
    isRefused("{\"name\": \"x\",\n \"type\": \"map\"}", "line 2", "x: type is custom or jdbc");
    isRefused("{\"type\": \"jdbc\"}", "line 2", "a schema has no name");
    isRefused("{\"name\": \"x\", \"type\": \"jdbc\"}", "line 2", "x has no jdbcUrl");
    isRefused("7", "line 2", "a schema is an object");
    isRefused(WORKOS.replace("\"demo\": true", "\n\"dem\": true"), "line 3", "workos.dem", "demo?");
    isRefused(WORKOS + "," + WORKOS.replace("workos\"", "WorkOS\""), "two schemas");
    assertThatThrownBy(() -> connect("{\"schemas\": []}", "")).hasMessageContaining("one or more");
    assertThatThrownBy(() -> connect("{\"functions\": []}", ""))
        .hasMessageContaining("a model cannot have functions");
  }

  @Test
  void aModelThatOthersMayChangeIsRefused() throws Exception {
    Files.writeString(file, "{\"schemas\": [" + WORKOS + "]}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--rw-"));

    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:workos:model=" + file))
        .hasMessageContaining("others may change this file");
  }

  @Test
  void aPasswordThatOthersMayReadIsRefused() {
    isRefused("{" + CRM + ",\n\"jdbcPassword\": \"pw\"}", "line 3", "crm.jdbcPassword");
    isRefused(
        "{" + CRM + ",\n\"jdbcPasswordVariable\": \"NOT_SET_ANYWHERE\"}",
        "line 3",
        "NOT_SET_ANYWHERE is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:model;PASSWORD=pw",
        "jdbc:postgresql://host/db?user=u&password=pw",
        "jdbc:mysql://user:pw@host/db"
      })
  void aPasswordInAUrlIsOneToo(String url) {
    isRefused(
        "{\"name\": \"crm\", \"type\": \"jdbc\",\n\"jdbcUrl\": \"" + url + "\"}",
        "line 3",
        "crm.jdbcUrl is a secret");
  }

  /** H2 repeats the whole URL. */
  @Test
  void messagesOfDriversShowNoUrl() throws Exception {
    Files.writeString(
        file,
        "{\"schemas\": [{\"name\": \"crm\", \"type\": \"jdbc\","
            + " \"jdbcUrl\": \"jdbc:h2:;PASSWORD=pass_word\"}]}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:workos:model=" + file).close())
        .hasMessageContaining("crm: ")
        .satisfies(
            e -> assertThat(Throwables.getStackTraceAsString(e)).doesNotContain("pass_word"));
  }

  @Test
  void aKeyBesideAModelIsRefused() {
    assertThatThrownBy(() -> connect("{\"schemas\": [" + WORKOS + "]}", ";apiKey=sk_test_1"))
        .hasMessageContaining("apiKey is given beside model");
  }
}
