package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.demo.DemoConnection;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoEvent;
import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that needs more than it may cost fails, or says that its answer is partial. */
class BudgetTest {
  private static final String ALL = "select id from workos_organization";
  private static final String PARTIAL = "The answer is partial: the statement has used up ";

  @RegisterExtension static final Api API = Api.of(DemoData.of(objects()));

  /** 250 organizations, 40 connections and 2,000 events: 3, 1 and 20 pages. */
  private static List<DemoObject> objects() {
    var objects = new ArrayList<DemoObject>(ListOrderTest.organizations());
    var created = StoryTime.at("2026-06-01T00:00:00Z");
    for (int i = 0; i < 40; i++) {
      objects.add(
          new DemoConnection(
              "conn_%03d".formatted(i),
              Optional.of("org_%03d".formatted(i)),
              "OktaSAML",
              "Connection " + i,
              "active",
              List.of(),
              created,
              created));
    }
    for (int i = 0; i < 2_000; i++) {
      objects.add(
          DemoEvent.of(
              "event_%04d".formatted(i),
              "authentication.mfa_failed",
              created.plus(Duration.ofMinutes(i))));
    }
    return objects;
  }

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  private static void warns(Query query, String... words) {
    assertThat(query.outcome().failure()).isEmpty();
    assertThat(query.outcome().warnings()).hasSize(1);
    assertThat(query.outcome().warnings().get(0)).startsWith(PARTIAL).contains(words);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void whatTheBudgetSufficesForIsWhole(int concurrency) {
    var query =
        sql(ALL).in("maxRequests=3;maxRows=250;onBudget=warn;maxConcurrency=" + concurrency);
    assertThat(query.outcome().rows()).hasSize(250);
    assertThat(query.outcome().warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void oneRequestMoreFails(int concurrency) {
    var query = sql(ALL).in("maxRequests=2;maxConcurrency=" + concurrency);
    query.fails("53400", "its budget of 2 requests (property maxRequests)");
    query.fails("53400", "set onBudget=warn");
    assertThat(query.outcome().requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void theRowsSoFarComeWithAWarning(int concurrency) {
    var query = sql(ALL).in("maxRequests=2;onBudget=warn;maxConcurrency=" + concurrency);
    assertThat(query.outcome().rows()).hasSize(200);
    warns(
        query,
        "its budget of 2 requests (property maxRequests)",
        "workos_organization (GET /organizations?limit=100 after 2 pages)",
        "raise the budget");
  }

  @Test
  void anAggregateOfAPartSaysSo() {
    var query = sql("select count(*) from workos_organization").in("maxRequests=2;onBudget=warn");
    warns(query.returns("200"), "counts", "maxRequests");
  }

  @Test
  void aSortOfAPartSaysSo() {
    var query = sql(ALL + " order by name limit 1").in("maxRequests=1;onBudget=warn");
    warns(query.returns("org_150"), "maxRequests");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void aLimitWithinTheBudgetIsWhole(int concurrency) {
    var query = sql(ALL + " limit 150").in("maxRequests=2;maxConcurrency=" + concurrency);
    assertThat(query.outcome().failure()).isEmpty();
    assertThat(query.outcome().rows()).hasSize(150);
    assertThat(query.outcome().warnings()).isEmpty();
  }

  @Test
  void moreRowsThanMayBeReadFail() {
    sql("select count(*) from workos_organization")
        .in("maxRows=249")
        .fails("53400", "its budget of 249 rows read (property maxRows)");
  }

  @Test
  void theRowsThatMayBeReadComeWithAWarning() {
    var query = sql(ALL).in("maxRows=120;onBudget=warn");
    assertThat(query.outcome().rows()).hasSize(120);
    warns(query, "its budget of 120 rows read (property maxRows)", "workos_organization");
  }

  @Test
  void rowsOfTheCacheCount() throws SQLException {
    try (var connection = API.connect("cache=memory;maxRows=250")) {
      sql(ALL).on(connection).sends(3, "GET /organizations");
      sql(ALL + " union all " + ALL).on(connection).fails("53400", "maxRows");
    }
  }

  @Test
  void whatWasCutShortIsNotCachedAsWhole() throws SQLException {
    try (var connection = API.connect("cache=memory;maxRequests=2;onBudget=warn")) {
      warns(sql(ALL).on(connection), "maxRequests");
      sql("select row_count, complete from workos_log.cache_listing")
          .on(connection)
          .returns("200|false");

      var again = sql(ALL).on(connection).sends(1, "GET /organizations?limit=100&after=org_050");
      assertThat(again.outcome().rows()).hasSize(250);
      assertThat(again.outcome().warnings()).isEmpty();
    }
  }

  @Test
  void eventsThatWereReadBeforeTheCutAreNotReadAgain() throws SQLException {
    var events =
        "select count(*) from workos_auth_event where event_type = 'authentication.mfa_failed'"
            + " and created_at >= timestamp '2026-06-01 00:00:00'"
            + " and created_at < timestamp '2026-06-03 00:00:00'";
    try (var connection = API.connect("cache=memory;maxRequests=12;onBudget=warn")) {
      warns(sql(events).on(connection), "maxRequests");
      var again = sql(events).on(connection).returns("2000");
      assertThat(again.outcome().warnings()).isEmpty();
    }
  }

  @Test
  void rowsThatWereReadInVainAreNotCachedAsWhole() throws SQLException {
    try (var connection = API.connect("cache=memory;maxRows=150;onBudget=warn")) {
      warns(sql(ALL).on(connection), "maxRows");
    }
    try (var connection = API.connect("cache=memory")) {
      assertThat(sql(ALL).on(connection).outcome().rows()).hasSize(250);
    }
  }

  @Test
  void bothSidesOfAJoinCountTogether() {
    var join =
        "select c.id, o.name from workos_connection c"
            + " join workos_organization o on o.id = c.organization_id";
    sql(join)
        .in("maxRequests=4")
        .returnsInAnyOrder(sql(join).outcome().rows().toArray(new String[0]));
    sql(join).in("maxRequests=3").fails("53400", "maxRequests");
    warns(sql(join).in("maxRequests=3;onBudget=warn"), "workos_connection");
  }

  @Test
  void listsOfEachParentCount() {
    var users = "select id from workos_group where organization_id is not null";
    sql(users).in("maxRequests=10").fails("53400", "maxRequests");
    var query = sql(users).in("maxRequests=10;onBudget=warn");
    warns(query, "workos_group (GET /organizations/");
    assertThat(query.outcome().requests()).hasSize(10);
  }

  @Test
  void lookupsCount() {
    var types = "select connection_type from workos_auth_event limit 1";
    sql(types).in("maxRequests=2").returns("null");
    sql("select connection_type, organization_id from workos_auth_event where id = 'event_0001'")
        .in("maxRequests=1")
        .fails("53400", "maxRequests");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void slicesReadInParallelCountTogether(int concurrency) {
    var events = "select id from workos_auth_event where event_type = 'authentication.mfa_failed'";
    var properties = "maxRequests=12;onBudget=warn;maxConcurrency=" + concurrency;
    var query = sql(events).in(properties);
    warns(query, "workos_auth_event (GET /events?");
    assertThat(query.outcome().requests()).hasSizeLessThanOrEqualTo(12);
    assertThat(query.outcome().rows()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(1_200);
  }

  @Test
  void eachExecutionHasTheWholeBudget() throws SQLException {
    try (var connection = API.connect("maxRequests=3");
        var statement = connection.prepareStatement(ALL)) {
      for (int time = 0; time < 2; time++) {
        try (var rows = statement.executeQuery()) {
          int count = 0;
          while (rows.next()) {
            count++;
          }
          assertThat(count).isEqualTo(250);
        }
      }
    }
  }

  @Test
  void theLogSaysWhichAnswersArePartial() throws SQLException {
    try (var connection = API.connect("cache=memory;maxRequests=2;onBudget=warn")) {
      warns(sql(ALL).on(connection), "maxRequests");
      sql("select row_count, requests, complete, error from workos_log.statement where ms >= 0")
          .on(connection)
          .returns("200|2|false|null");
    }
  }

  @Test
  void aWarningIsOneObjectAndIsToldOnce() throws SQLException {
    try (var connection = API.connect("maxRequests=2;onBudget=warn");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        assertThat((Object) statement.getWarnings()).isNull();
      }
      var warning = statement.getWarnings();
      assertThat(warning.getSQLState()).isEqualTo("01W01");
      assertThat((Object) warning.getNextWarning()).isNull();
      assertThat((Object) rows.getWarnings()).isSameAs(warning);
      assertThat((Object) statement.getWarnings()).isSameAs(warning);
      statement.clearWarnings();
      assertThat((Object) statement.getWarnings()).isNull();
    }
  }

  @Test
  void theTimeOfAStatementIsABudget() throws SQLException {
    API.server().fail(new Fault("/organizations", 2, Integer.MAX_VALUE, Hold.inBody()));
    try (var connection = API.connect("statementTimeout=300ms");
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> {
                try (var rows = statement.executeQuery(ALL)) {
                  while (rows.next()) {
                    assertThat(rows.getString(1)).isNotEmpty();
                  }
                }
              })
          .isInstanceOf(SQLTimeoutException.class);
    }
    API.server().heal();
    API.server().fail(new Fault("/organizations", 2, Integer.MAX_VALUE, Hold.inBody()));
    var query = sql(ALL).in("statementTimeout=300ms;onBudget=warn");
    assertThat(query.outcome().rows()).hasSize(100);
    warns(query, "its time (property statementTimeout)", "workos_organization");
  }

  @Test
  void aQueryTimeoutIsAFailureWhateverTheProperties() throws SQLException {
    API.server().fail(new Fault("/organizations", 2, Integer.MAX_VALUE, Hold.inBody()));
    try (var connection = API.connect("statementTimeout=1h;onBudget=warn");
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(
              () -> {
                try (var rows = statement.executeQuery(ALL)) {
                  while (rows.next()) {
                    assertThat(rows.getString(1)).isNotEmpty();
                  }
                }
              })
          .isInstanceOf(SQLTimeoutException.class);
    }
  }
}
