package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import clojure.java.api.Clojure;
import clojure.lang.IFn;
import clojure.lang.Keyword;
import io.workosjdbc.driver.DemoDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The plugin for Metabase, against stand-ins of Metabase's multimethods. */
class MetabaseTest {
  private static final String QP = "metabase.driver.sql.query-processor";
  private static final Keyword WORKOS = Keyword.intern("workos");

  private static DemoDatabase database;
  private static Connection connection;

  @BeforeAll
  static void loadTheNamespace() throws SQLException {
    load("/metabase/stand-ins.clj");
    for (String name :
        List.of(
            "metabase.driver",
            "metabase.driver.sql-jdbc.connection",
            "metabase.driver.sql-jdbc.sync",
            QP)) {
      loaded(name);
    }
    load("/metabase/driver/workos.clj");
    database = new DemoDatabase();
    connection = database.connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
    database.close();
  }

  /** Makes {@code require} believe that a namespace has been loaded. */
  private static void loaded(String namespace) {
    Clojure.var("clojure.core", "load-string")
        .invoke("(dosync (alter @#'clojure.core/*loaded-libs* conj '" + namespace + "))");
  }

  private static void load(String resource) {
    Clojure.var("clojure.core", "load-string").invoke(text(resource));
  }

  private static String text(String resource) {
    try (InputStream in = MetabaseTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object call(String namespace, String name, Object... arguments) {
    IFn function = Clojure.var(namespace, name);
    return function.applyTo(clojure.lang.RT.seq(List.of(arguments)));
  }

  private static String sql(Object form) {
    return (String) call(QP, "format-honeysql", form);
  }

  @Test
  void theManifestNamesDriverAndNamespace() {
    Map<String, Object> manifest = new Yaml().load(text("/metabase-plugin.yaml"));

    assertThat(manifest).containsOnlyKeys("info", "contact-info", "driver", "init");
    assertThat(manifest.get("info").toString()).contains("name=WorkOS Driver", "version=");
    assertThat(manifest.get("driver").toString())
        .contains("name=workos", "display-name=WorkOS", "lazy-load=true", "parent=sql-jdbc")
        .contains("name=password", "type=password", "name=host");
    assertThat(manifest.get("init"))
        .isEqualTo(
            List.of(
                Map.of("step", "load-namespace", "namespace", "metabase.driver.workos"),
                Map.of("step", "register-jdbc-driver", "class", "io.workosjdbc.Driver")));
  }

  @Test
  void theDetailsBecomeAUrl() throws SQLException {
    Map<?, ?> spec =
        (Map<?, ?>)
            call(
                "metabase.driver.sql-jdbc.connection",
                "connection-details->spec",
                WORKOS,
                clojure.lang.PersistentHashMap.create(
                    Keyword.intern("host"),
                    database.server().baseUrl().toString(),
                    Keyword.intern("password"),
                    database.key(),
                    Keyword.intern("additional-options"),
                    "cache=memory;requestsPerSecond=1000"));

    String url =
        "jdbc:"
            + spec.get(Keyword.intern("subprotocol"))
            + ":"
            + spec.get(Keyword.intern("subname"));
    assertThat(spec.get(Keyword.intern("classname"))).isEqualTo("io.workosjdbc.Driver");
    try (Connection other =
        DriverManager.getConnection(url, null, (String) spec.get(Keyword.intern("password")))) {
      assertThat(other.isValid(1)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "VARCHAR,Text",
    "BOOLEAN,Boolean",
    "BIGINT,BigInteger",
    "INTEGER,Integer",
    "DECIMAL,Decimal",
    "DOUBLE,Float",
    "TIMESTAMP,DateTime",
    "DATE,Date",
    "TIME,Time",
    "ARRAY,*"
  })
  void typesAreMetabases(String type, String base) {
    assertThat(
            call(
                "metabase.driver.sql-jdbc.sync",
                "database-type->base-type",
                WORKOS,
                Keyword.intern(type)))
        .isEqualTo(Keyword.intern("type", base));
  }

  @ParameterizedTest
  @CsvSource({
    "default,2026-05-14 13:45:56.789",
    "second,2026-05-14 13:45:56",
    "minute,2026-05-14 13:45:00",
    "hour,2026-05-14 13:00:00",
    "day,2026-05-14 00:00:00",
    "week,2026-05-11 00:00:00",
    "month,2026-05-01 00:00:00",
    "quarter,2026-04-01 00:00:00",
    "year,2026-01-01 00:00:00",
    "second-of-minute,56",
    "minute-of-hour,45",
    "hour-of-day,13",
    "day-of-week,4",
    "day-of-month,14",
    "day-of-year,134",
    "month-of-year,5",
    "quarter-of-year,2",
    "year-of-era,2026",
    "week-of-year-iso,20"
  })
  void everyBucketRuns(String bucket, String value) throws SQLException {
    Object form = call(QP, "date", WORKOS, Keyword.intern(bucket), "t.x");
    String sql =
        "select "
            + sql(form)
            + " as b, count(*) from (values (timestamp '2026-05-14 13:45:56.789')) as t(x) group by "
            + sql(form)
            + " order by b";

    assertThat(one(sql)).startsWith(value);
    assertThat(
            one(
                "select count(*) from (select "
                    + sql(call(QP, "date", WORKOS, Keyword.intern(bucket), "created_at"))
                    + " from workos_organization where created_at is not null) x"))
        .isNotEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"year", "quarter", "month", "week", "day", "hour", "minute", "second"})
  void timesAreShiftedAndCompared(String unit) throws SQLException {
    Keyword name = Keyword.intern(unit);
    String start = "TIMESTAMP '2026-01-31 10:20:30'";
    String later = sql(call(QP, "add-interval-honeysql-form", WORKOS, start, 2, name));

    assertThat(one("select " + sql(call(QP, "datetime-diff", WORKOS, name, start, later))))
        .isEqualTo("2");
    assertThat(one("select " + sql(call(QP, "current-datetime-honeysql-form", WORKOS))))
        .startsWith("20");
    assertThat(
            one(
                "select "
                    + sql(
                        call(
                            QP,
                            "unix-timestamp->honeysql",
                            WORKOS,
                            Keyword.intern("seconds"),
                            86_400))))
        .startsWith("1970-01-02 00:00:00");
  }

  private static String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).as(sql).isTrue();
      return rows.getString(1);
    }
  }

  @Test
  void aQuestionIsAskedAsMetabaseAsks() throws SQLException {
    connection.setReadOnly(true);
    connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
    String sql =
        "-- Metabase:: userID: 1 queryType: MBQL queryHash: 0f\n"
            + "SELECT CASE WHEN \"source\".\"state\" = ? THEN ? ELSE ? END AS \"kind\","
            + " DATE_TRUNC('month', \"source\".\"created_at\") AS \"month\", COUNT(*) AS \"count\""
            + " FROM \"workos\".\"workos_directory\" AS \"source\""
            + " WHERE \"source\".\"created_at\" < ? GROUP BY CASE WHEN \"source\".\"state\" = ?"
            + " THEN ? ELSE ? END, DATE_TRUNC('month', \"source\".\"created_at\")"
            + " ORDER BY \"month\" ASC";
    try (PreparedStatement statement =
        connection.prepareStatement(
            sql,
            ResultSet.TYPE_FORWARD_ONLY,
            ResultSet.CONCUR_READ_ONLY,
            ResultSet.CLOSE_CURSORS_AT_COMMIT)) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(7);
      List<String> texts = List.of("linked", "yes", "no");
      for (int i = 0; i < texts.size(); i++) {
        statement.setObject(i + 1, texts.get(i));
        statement.setObject(i + 5, texts.get(i));
      }
      statement.setObject(
          4, OffsetDateTime.now(ZoneOffset.ofHours(2)), Types.TIMESTAMP_WITH_TIMEZONE);
      statement.setMaxRows(2_000);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getObject(1)).isIn("yes", "no");
        assertThat(rows.getObject(2, LocalDateTime.class).getDayOfMonth()).isEqualTo(1);
        assertThat(rows.getMetaData().getColumnLabel(3)).isEqualTo("count");
      }
    }
  }
}
