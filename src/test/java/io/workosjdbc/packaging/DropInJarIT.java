package io.workosjdbc.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar alone, as a user has it. */
class DropInJarIT {
  private static final String DEMO = "jdbc:workos:demo=true";

  @TempDir static Path program;
  @TempDir Path scratch;

  @BeforeAll
  static void compile() {
    var source = Path.of("src", "test", "resources", "packaging", "Query.java").toString();
    var compiler = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(compiler.run(System.out, System.err, "-d", program.toString(), source)).isZero();
  }

  @Test
  void aNewJvmWithTheJarAloneAnswersAndPrintsNothingElse() throws Exception {
    var answer = run("select count(*) from workos_organization where id = 'org_none'");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).isEqualTo("0\n");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void functionsThatCalciteFindsByNameSurviveTheMove() throws Exception {
    var answer =
        run(
            """
            select json_value('{"a": [7]}', '$.a[0]') || ' ' || soundex('Acme') || ' ' \
            || cast(floor(timestamp '2026-05-06 07:08:09' to month) as varchar) || ' ' \
            || cast(count(*) over () as varchar)
            from (values (1), (2)) as t (x) order by x limit 1""");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).isEqualTo("7 A250 2026-05-01 00:00:00.000 2\n");
  }

  @Test
  void viewsAreInTheJar() throws Exception {
    var answer = run("select count(*) > 0 from workos_insight.active_connection");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).isEqualTo("true\n");
  }

  /** In a zone that is not UTC, which the times of a database must not mind. */
  @Test
  void aModelJoinsADatabaseWhoseDriverIsBeside() throws Exception {
    var answer =
        run(
            List.of("-Duser.timezone=America/New_York"),
            Jars.DROP_IN + File.pathSeparator + h2(),
            "jdbc:workos:model="
                + model(
                    "\"type\": \"jdbc\", \"jdbcSchema\": \"PUBLIC\", \"jdbcUrl\": \""
                        + "jdbc:h2:mem:x;DB_CLOSE_DELAY=-1;INIT=create table if not exists zoned as"
                        + " select timestamp '2026-03-07 23:30:00' as created,"
                        + " cast('org_none' as varchar(40)) as organization_id\""),
            """
            select cast(t.created as varchar) || ' ' || cast(count(o.id) as varchar)
            from db.zoned t left join workos_organization o on o.id = t.organization_id
            group by t.created""");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out()).isEqualTo("2026-03-07 23:30:00.000 0\n");
  }

  @Test
  void aModelThatNamesAClassIsRefused() throws Exception {
    var answer =
        run(
            List.of(),
            Jars.DROP_IN + File.pathSeparator + h2(),
            "jdbc:workos:model="
                + model(
                    "\"type\": \"jdbc\", \"jdbcUrl\": \"jdbc:h2:mem:x\","
                        + " \"jdbcDriver\": \"org.h2.Driver\""),
            "select 1");

    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.err()).contains("db cannot have jdbcDriver here");
  }

  private Path model(String database) throws IOException {
    return Files.writeString(
        scratch.resolve("model.json"),
        """
        {"schemas": [
          {"name": "workos", "type": "custom", "operand": {"demo": true},
           "factory": "io.workosjdbc.driver.WorkosSchemaFactory"},
          {"name": "db", %s}
        ]}"""
            .formatted(database));
  }

  private static Path h2() throws URISyntaxException {
    return Path.of(org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void itRunsInALoaderOfItsOwnWithoutAContextClassLoader() throws Exception {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    try (var loader = loader();
        var connection = driver(loader).connect(DEMO, new Properties());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from workos_organization")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isPositive();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Which arguments may be null is said by annotations, which are to be in the jar. */
  @Test
  void argumentsMayBeNullWhereJdbcSaysSo() throws Exception {
    try (var loader = loader();
        var connection = driver(loader).connect(DEMO, new Properties())) {
      var metadata = connection.getMetaData();
      try (var tables = metadata.getTables(null, null, null, null);
          var keys = metadata.getPrimaryKeys(null, null, "workos_organization")) {
        assertThat(tables.next()).isTrue();
        assertThat(keys.next()).isTrue();
        assertThat(keys.getString("COLUMN_NAME")).isEqualTo("id");
      }
      try (var query = connection.prepareStatement("select cast(? as varchar)")) {
        query.setString(1, null);
        try (var rows = query.executeQuery()) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getString(1)).isNull();
        }
      }
      assertThatThrownBy(() -> connection.prepareStatement(null))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("null");
    }
  }

  private static URLClassLoader loader() throws IOException {
    var jar = new URL[] {Jars.DROP_IN.toUri().toURL()};
    return new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
  }

  private static Driver driver(ClassLoader loader) throws ReflectiveOperationException {
    var type = Class.forName("io.workosjdbc.Driver", true, loader);
    return (Driver) type.getConstructor().newInstance();
  }

  @Test
  void ourDriversAreTheOnlyOnesInTheServiceFile() throws IOException {
    try (var jar = new JarFile(Jars.DROP_IN.toFile());
        var service = jar.getInputStream(jar.getJarEntry("META-INF/services/java.sql.Driver"))) {
      assertThat(new String(service.readAllBytes(), UTF_8).strip().lines())
          .containsExactly("io.workosjdbc.Driver", "io.workosjdbc.okta.Driver");
    }
  }

  private Answer run(String sql) throws IOException, InterruptedException {
    return run(List.of(), Jars.DROP_IN.toString(), DEMO, sql);
  }

  private Answer run(List<String> options, String classPath, String url, String sql)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath + File.pathSeparator + program, "Query", url, sql));
    var out = scratch.resolve("out");
    var err = scratch.resolve("err");
    var builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Answer(
        process.exitValue(),
        Files.readString(out).replace(System.lineSeparator(), "\n"),
        Files.readString(err));
  }

  private record Answer(int exitCode, String out, String err) {}
}
