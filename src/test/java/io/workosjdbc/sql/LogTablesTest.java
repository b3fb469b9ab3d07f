package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code workos_log}: what was done and what is cached, without asking the API. */
class LogTablesTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = API.connect("cache=memory");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private Query sql(String statement) {
    return API.sql(statement).on(connection);
  }

  @Test
  void aStatementIsWrittenDownWithItsTextMasked() {
    sql("select name from workos_organization where id = 'org_acme'").returns("Acme");

    sql("select text, row_count, rows_read, requests, cache_hits, complete, error"
            + " from workos_log.statement where ms is not null order by id desc limit 1")
        .sendsNothing()
        .returns("select name from workos_organization where id = '?'|1|1|1|0|true|null");
  }

  @Test
  void theStatementThatReadsTheLogIsInItAndRunning() {
    sql("select text, ms, complete from workos_log.statement")
        .sendsNothing()
        .returns("select text, ms, complete from workos_log.statement|null|null");
  }

  @Test
  void aStatementWithItsValuesIsWrittenDownIfTheConnectionAsksForThat() throws SQLException {
    try (var telling = API.connect("cache=memory;logValues=true")) {
      API.sql("select id from workos_user where email = 'ann@acme.example'").on(telling).outcome();
      API.sql("select text from workos_log.statement where text like '%ann@%' and ms >= 0")
          .on(telling)
          .returns("select id from workos_user where email = 'ann@acme.example'");
      API.sql("select line from workos_log.request")
          .on(telling)
          .returns("GET /user_management/users?limit=100&email=ann%40acme.example");
    }
  }

  @Test
  void longTextsAreCutAlsoWithTheirValues() throws SQLException {
    var value = "x".repeat(5_000);
    try (var telling = API.connect("cache=memory;logValues=true")) {
      API.sql("select id from workos_organization where name = '" + value + "'")
          .on(telling)
          .returnsNothing();
      API.sql("select char_length(text) from workos_log.statement where ms is not null")
          .on(telling)
          .returns("2003");
    }
  }

  @Test
  void emailFiltersAreMaskedInRequests() {
    sql("select id from workos_user where email = 'ann@acme.example'").outcome();
    sql("select line from workos_log.request")
        .returns("GET /user_management/users?limit=100&email=***");
    sql("select line from workos_log.cache_listing")
        .returns("GET /user_management/users?limit=100&email=***");
  }

  @Test
  void aFailureIsWrittenDown() {
    sql("select 1 / 0 from workos_organization where name = 'Acme'").fails("22012", "");

    sql("select row_count, complete, error from workos_log.statement where error is not null")
        .returns("0|false|22012 Division by zero");
  }

  @Test
  void anAttemptAndAPageOfTheCacheAreRequests() {
    sql("select count(*) from workos_organization").returns("5");
    sql("select count(*) from workos_organization").sendsNothing().returns("5");

    sql("select environment, line, status, attempt, row_count, request_id is not null,"
            + " age_ms >= 0 from workos_log.request order by sent_at")
        .sendsNothing()
        .returns(
            "workos|GET /organizations?limit=100|200|1|5|true|true",
            "workos|GET /organizations?limit=100|null|0|5|true|true");
    sql("select requests, cache_hits from workos_log.statement where text like 'select count%'")
        .returns("1|0", "0|1");
  }

  @Test
  void requestsBelongToStatements() {
    sql("select id from workos_directory where domain = 'acme.example'").outcome();

    sql("select s.text from workos_log.request r join workos_log.statement s"
            + " on s.id = r.statement_id where r.line like '%/directories%'")
        .returns("select id from workos_directory where domain = '?'");
  }

  @Test
  void whatTheCacheHoldsIsShown() {
    sql("select count(*) from workos_connection").returns("7");

    sql("select environment, table_name, line, row_count, complete, age_ms < 60000"
            + " from workos_log.cache_listing")
        .sendsNothing()
        .returns("workos|workos_connection|GET /connections?limit=100|7|true|true");
  }

  @Test
  void refreshingATableForgetsItAndNoOther() {
    sql("select count(*) from workos_connection").sends(1, "GET /connections");
    sql("select count(*) from workos_organization").sends(1, "GET /organizations");

    sql("select * from table(workos_log.refresh('WorkOS_Connection'))")
        .sendsNothing()
        .returns("workos|1");

    sql("select table_name from workos_log.cache_listing").returns("workos_organization");
    sql("select count(*) from workos_connection").sends(1, "GET /connections");
    sql("select count(*) from workos_organization").sendsNothing();
  }

  @Test
  void theSameRefreshForgetsAgain() {
    for (int time = 0; time < 2; time++) {
      sql("select count(*) from workos_connection").sends(1, "GET /connections");
      sql("select forgotten from table(workos_log.refresh('workos.workos_connection'))")
          .returns("1");
    }
  }

  @Test
  void aPurgeForgetsEverything() {
    sql("select count(*) from workos_connection").sends(1, "GET /connections");
    sql("select count(*) from workos_organization").sends(1, "GET /organizations");

    sql("select * from table(workos_log.purge())").sendsNothing().returns("workos|2");

    sql("select count(*) from workos_log.cache_listing").returns("0");
  }

  @Test
  void preparingAndExplainingForgetNothing() throws SQLException {
    sql("select count(*) from workos_connection").sends(1, "GET /connections");

    try (var prepared = connection.prepareStatement("select * from table(workos_log.purge())")) {
      assertThat(prepared.getMetaData().getColumnLabel(2)).isEqualTo("forgotten");
    }
    sql("explain plan for select * from table(workos_log.purge())").outcome();
    sql("select * from table(workos_log.purge()) limit 0").returnsNothing();
    sql("select * from table(workos_log.purge()) where 1 = 0").returnsNothing();

    sql("select count(*) from workos_connection").sendsNothing();
  }

  @Test
  void whatIsNoTableCannotBeRefreshed() {
    sql("select * from table(workos_log.refresh('nonsense'))")
        .fails("22023", "There is no table nonsense");
  }

  @Test
  void theRateLimitIsShown() {
    sql("select environment, requests_per_second, highest_per_second, max_concurrency"
            + " from workos_log.rate_limit")
        .sendsNothing()
        .returns("workos|10000.0|10000.0|1");
  }

  @Test
  void everyAttemptIsARequest() {
    API.server().fail(Fault.next(1, "/connections", Answer.message(503, "busy")));
    sql("select count(*) from workos_connection").returns("7");

    sql("select line, status, attempt, row_count from workos_log.request order by attempt")
        .returns("GET /connections?limit=100|503|1|null", "GET /connections?limit=100|200|2|7");
    sql("select requests, retries, waited_ms > 0 from workos_log.statement where retries > 0")
        .returns("1|1|true");
  }

  @Test
  void whatOtherConnectionsToTheEnvironmentDidIsThereToo() throws SQLException {
    try (var other = API.connect("cache=memory")) {
      API.sql("select id from workos_organization limit 1").on(other).outcome();
    }
    sql("select text from workos_log.statement where complete is not null")
        .returns("select id from workos_organization limit 1");
  }

  @Test
  void theKeyIsNowhere() {
    sql("select id from workos_organization where name = '" + API.server().apiKey() + "'")
        .outcome();
    assertThat(sql("select text, error from workos_log.statement").outcome().rows().toString())
        .doesNotContain(API.server().apiKey());
  }
}
