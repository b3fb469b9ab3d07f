package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.SmallPages;
import io.workosjdbc.okta.Okta;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.sql.RandomSql.Comparison;
import io.workosjdbc.sql.RandomSql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any statement about Okta gives the same rows whether its conditions are sent or not, however
 * short the pages are.
 *
 * <p>By default 100 statements, others every time; {@code -Dstatements=4} asks four times as many.
 */
class OktaPushdownPropertiesTest {
  /** In each try. */
  private static final int STATEMENTS = Integer.getInteger("statements", 1);

  private static final int TRIES = 20;

  private static OktaService api;
  private static Connection withoutPushdown;
  private static List<RandomTable> tables;

  @BeforeContainer
  static void start() throws SQLException {
    api = OktaService.of(OktaWorld.data());
    // Another retry limit, so that the two share nothing that was learned about sizes.
    withoutPushdown = api.connect("pushdown=off;maxRetries=4");
    tables = new ArrayList<>();
    for (var resource : Okta.SOURCE.resources()) {
      if (isScannable(resource)) {
        tables.add(RandomTable.of(withoutPushdown, resource.table()));
      }
    }
  }

  private static boolean isScannable(Resource resource) {
    return resource.listing().scopes().stream().allMatch(scope -> scope.parent().isPresent());
  }

  @AfterContainer
  static void stop() throws SQLException {
    withoutPushdown.close();
    api.server().close();
  }

  @Property(tries = 4 * TRIES, shrinking = ShrinkingMode.BOUNDED)
  void ofOneTable(@ForAll("statements") List<Statement> statements, @ForAll("pages") int pages) {
    statements.forEach(statement -> check(statement, pages));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
  void ofSeveralTables(@ForAll("joins") List<Statement> statements, @ForAll("pages") int pages) {
    statements.forEach(statement -> check(statement, pages));
  }

  private static void check(Statement statement, int pages) {
    api.server().heal();
    var expected = query(statement).on(withoutPushdown).outcome();
    api.server().fail(Fault.every("/", new SmallPages(pages)));
    var actual = query(statement).in("maxConcurrency=16").outcome();
    var text = statement.piece() + "\nsent " + String.join("\n", actual.requests());
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
    return RandomJoin.statements(tables, RandomJoin.OKTA).list().ofSize(STATEMENTS);
  }

  @Provide
  Arbitrary<Integer> pages() {
    return Arbitraries.of(1, 2, 3, 200);
  }
}
