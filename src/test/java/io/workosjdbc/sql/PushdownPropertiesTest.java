package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Quirk;
import io.workosjdbc.sql.RandomSql.Comparison;
import io.workosjdbc.sql.RandomSql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any statement gives the same rows whether its conditions are sent to the service or not, whatever
 * liberties the service takes.
 *
 * <p>By default 125 statements, others every time; {@code -Dstatements=4} asks four times as many.
 */
class PushdownPropertiesTest {
  /** In each try. */
  private static final int STATEMENTS = Integer.getInteger("statements", 1);

  private static final int TRIES = 25;

  private static Api api;
  private static Connection withoutPushdown;
  private static List<RandomTable> tables;

  @BeforeContainer
  static void start() throws SQLException {
    api = Api.of(World.data());
    // Another retry limit, so that the two share nothing that was learned about sizes.
    withoutPushdown = api.connect("pushdown=off;maxRetries=4");
    tables =
        List.of(
            RandomTable.of(withoutPushdown, "workos_organization"),
            RandomTable.of(withoutPushdown, "workos_connection"),
            RandomTable.of(withoutPushdown, "workos_directory"),
            RandomTable.of(withoutPushdown, "workos_auth_event"));
  }

  @AfterContainer
  static void stop() throws SQLException {
    withoutPushdown.close();
    api.server().close();
  }

  @Property(tries = 4 * TRIES, shrinking = ShrinkingMode.BOUNDED)
  void ofOneTable(
      @ForAll("statements") List<Statement> statements, @ForAll("quirks") Set<Quirk> quirks) {
    statements.forEach(statement -> check(statement, quirks));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void ofSeveralTables(
      @ForAll("joins") List<Statement> statements, @ForAll("quirks") Set<Quirk> quirks) {
    statements.forEach(statement -> check(statement, quirks));
  }

  private static void check(Statement statement, Set<Quirk> quirks) {
    api.server().quirks();
    var expected = query(statement).on(withoutPushdown).outcome();
    api.server().quirks(quirks.toArray(Quirk[]::new));
    var actual = query(statement).in("maxConcurrency=16").outcome();
    var text =
        statement.piece() + "\nunder " + quirks + "\nsent " + Requests.shortened(actual.requests());
    assertThat(expected.failure()).as(text).isEmpty();
    assertThat(actual.failure()).as(text).isEmpty();
    if (statement.comparison() == Comparison.COUNT) {
      assertThat(actual.rows()).as(text).hasSameSizeAs(expected.rows());
    } else {
      assertThat(rows(statement, actual)).as(text).isEqualTo(rows(statement, expected));
    }
  }

  private static Query query(Statement statement) {
    return api.sql(statement.piece().sql()).with(statement.piece().parameters().toArray());
  }

  private static List<String> rows(Statement statement, Outcome outcome) {
    var rows = new ArrayList<>(outcome.rows());
    if (statement.comparison() == Comparison.IN_ANY_ORDER) {
      Collections.sort(rows);
    }
    return rows;
  }

  @Provide
  Arbitrary<List<Statement>> statements() {
    return Arbitraries.of(tables)
        .flatMap(table -> new RandomSql(table).statements())
        .list()
        .ofSize(STATEMENTS);
  }

  @Provide
  Arbitrary<List<Statement>> joins() {
    return RandomJoin.statements(tables, RandomJoin.WORKOS).list().ofSize(STATEMENTS);
  }

  @Provide
  Arbitrary<Set<Quirk>> quirks() {
    return Arbitraries.of(
            Quirk.EVENTS_HONOUR_ORDER,
            Quirk.LISTS_IGNORE_ORDER,
            Quirk.LISTS_OLDEST_FIRST,
            Quirk.RANGE_START_EXCLUSIVE,
            Quirk.RANGE_END_EXCLUSIVE,
            Quirk.RANGE_END_WITH_AFTER_REFUSED,
            Quirk.RANGE_IGNORED,
            Quirk.EVENTS_FILTER_IGNORED,
            Quirk.ORGANIZATION_FILTER_IGNORED,
            Quirk.LIST_FILTERS_IGNORED,
            Quirk.SHORT_PAGES)
        .set()
        .ofMaxSize(3);
  }
}
