package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.workosjdbc.driver.DemoDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** jOOQ, in the dialects that come close. */
class JooqTest {
  private static final Table<?> DIRECTORY = table(name("workos", "workos_directory"));
  private static final Field<String> STATE = field(name("state"), String.class);
  private static final Field<LocalDateTime> CREATED =
      field(name("created_at"), LocalDateTime.class);

  private static DemoDatabase database;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    database = new DemoDatabase();
    connection = database.connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
    database.close();
  }

  private static DSLContext jooq(SQLDialect dialect) {
    return DSL.using(
        connection,
        dialect,
        new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED));
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLDialect.class,
      names = {"DEFAULT", "POSTGRES", "H2"})
  void queriesRun(SQLDialect dialect) {
    DSLContext jooq = jooq(dialect);

    List<LocalDateTime> newest =
        jooq.select(CREATED)
            .from(DIRECTORY)
            .where(CREATED.isNotNull())
            .orderBy(CREATED.desc())
            .limit(3)
            .offset(1)
            .fetch(CREATED);
    int counted =
        jooq
            .select(STATE, count().as("n"))
            .from(DIRECTORY)
            .groupBy(STATE)
            .orderBy(field(name("n")).desc())
            .fetch()
            .stream()
            .mapToInt(row -> row.get("n", Integer.class))
            .sum();

    assertThat(newest).hasSize(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(counted).isEqualTo(jooq.fetchCount(DIRECTORY));
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLDialect.class,
      names = {"DEFAULT", "POSTGRES"})
  void boundValuesMayStandAnywhere(SQLDialect dialect) {
    var row =
        jooq(dialect)
            .select(
                val("x").as("x"),
                when(STATE.eq("active"), val("yes")).otherwise(val("no")).as("active"),
                STATE.concat(inline("-")).concat(val("z")).as("text"))
            .from(DIRECTORY)
            .where(STATE.in("active", "linked").or(STATE.like("a%")))
            .limit(1)
            .fetchSingle();

    assertThat(row.get("x")).isEqualTo("x");
    assertThat(row.get("active", String.class)).isIn("yes", "no");
    assertThat(row.get("text", String.class)).endsWith("-z");
  }

  @Test
  void theMetaModelHasKeys() {
    var tables = jooq(SQLDialect.DEFAULT).meta().getTables("workos_connection");

    assertThat(tables).hasSize(1);
    Table<?> connections = tables.get(0);
    assertThat(connections.getComment()).isNotBlank();
    assertThat(connections.getPrimaryKey()).isNotNull();
    assertThat(connections.getPrimaryKey().getFields()).extracting(Field::getName).contains("id");
    assertThat(connections.getReferences())
        .extracting(ForeignKey::getName)
        .containsExactly("workos_connection_organization_id_fkey");
    assertThat(connections.field("created_at").getDataType().getTypeName())
        .isEqualToIgnoringCase("timestamp");
  }
}
