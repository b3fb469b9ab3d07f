package io.workosjdbc.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spark's JDBC source, with two threads for a cluster. */
class SparkTest {
  private static final DateTimeFormatter SPACED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static DemoServer server;
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    server = DemoServer.start(DemoOptions.defaults().withEventCount(3_000));
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
    server.close();
  }

  @BeforeEach
  void forgetTheRequests() {
    server.clearRequests();
  }

  private static DataFrameReader table(String name) {
    return spark
        .read()
        .format("jdbc")
        .option("driver", "io.workosjdbc.Driver")
        .option(
            "url", "jdbc:workos:baseUrl=" + server.baseUrl() + ";cache=off;requestsPerSecond=10000")
        .option("password", server.apiKey())
        .option("dbtable", name);
  }

  /** As Spark reads it in the session's zone, wherever this JVM is. */
  private static String utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(SPACED);
  }

  @Test
  void theSchemaCostsNoRequest() {
    Dataset<Row> organizations = table("workos_organization").load();

    assertThat(organizations.schema().apply("created_at").dataType())
        .isEqualTo(DataTypes.TimestampType);
    assertThat(organizations.schema().apply("allow_profiles_outside_organization").dataType())
        .isEqualTo(DataTypes.BooleanType);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void filtersReachTheApi() {
    Dataset<Row> organizations = table("workos_organization").load();
    String id = organizations.select("id").first().getString(0);
    server.clearRequests();

    assertThat(organizations.where("id = '" + id + "'").collectAsList()).hasSize(1);
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
    assertThat(organizations.where("name like 'A%' or id in ('" + id + "', 'x')").count())
        .isPositive();
  }

  @Test
  void aHistoryIsReadInPartitions() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Dataset<Row> events =
        table("workos_auth_event")
            .option("partitionColumn", "created_at")
            .option("lowerBound", utc(now.minus(80, ChronoUnit.DAYS)))
            .option("upperBound", utc(now))
            .option("numPartitions", "4")
            .load();

    assertThat(events.rdd().getNumPartitions()).isEqualTo(4);
    long count = events.select("id", "created_at").count();
    assertThat(count).isEqualTo(table("workos_auth_event").load().select("id").count());
    assertThat(events.select("id").distinct().count()).isEqualTo(count);
  }

  /** Each partition asks for its own part of the time: what it reads costs the pages it needs. */
  @Test
  void partitionsAskForTheirTimesOnly() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    long all =
        table("workos_auth_event")
            .option("partitionColumn", "created_at")
            .option("lowerBound", utc(now.minus(20, ChronoUnit.DAYS)))
            .option("upperBound", utc(now))
            .option("numPartitions", "4")
            .load()
            .where("created_at >= '" + utc(now.minus(20, ChronoUnit.DAYS)) + "'")
            .select("id")
            .count();

    assertThat(all).isPositive();
    assertThat(server.requests().stream().filter(request -> request.contains("range_start=")))
        .hasSize(4)
        .doesNotHaveDuplicates();
    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request).contains("range_end="))
        .hasSizeLessThan((int) (all / 100) + 2 * 4);
  }

  @Test
  void queriesAndJoinsRun() {
    table("workos_organization").load().createOrReplaceTempView("organization");
    table("(select organization_id, state, created_at from workos_connection) c")
        .load()
        .createOrReplaceTempView("connection");

    assertThat(
            spark
                .sql(
                    "select o.name, count(*) from organization o join connection c"
                        + " on c.organization_id = o.id group by o.name")
                .collectAsList())
        .isNotEmpty();
  }

  @Test
  void writingIsRefused() {
    Dataset<Row> rows = table("workos_organization").load().limit(1);

    assertThatThrownBy(
            () ->
                rows.write()
                    .format("jdbc")
                    .mode(SaveMode.Append)
                    .option("driver", "io.workosjdbc.Driver")
                    .option("url", "jdbc:workos:baseUrl=" + server.baseUrl() + ";cache=off")
                    .option("password", server.apiKey())
                    .option("dbtable", "workos_organization")
                    .save())
        .hasMessageContaining("not supported");
  }
}
