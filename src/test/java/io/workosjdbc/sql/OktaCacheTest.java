package io.workosjdbc.sql;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is remembered of Okta's answers: lists, and the System Log in the store of events. */
class OktaCacheTest {
  @RegisterExtension static final OktaService OKTA = OktaService.of(OktaWorld.data());

  private static final String CACHED = "cache=memory;entityTtl=1h";

  @Test
  void aStoredLogAnswersNarrowerQuestions() throws SQLException {
    try (var connection = OKTA.connect(CACHED)) {
      OKTA.sql("select count(*) from okta_auth_event")
          .on(connection)
          .sends(1, "GET /api/v1/logs")
          .returns("7");
      OKTA.sql("select id from okta_auth_event where result = 'FAILURE'")
          .on(connection)
          .sendsNothing()
          .returns("e3");
      OKTA.sql("select id from okta_auth_event where event_type like 'user.session.e%'")
          .on(connection)
          .sendsNothing()
          .returns("e8");
      OKTA.sql("select id from okta_auth_event order by created_at desc limit 2")
          .on(connection)
          .sendsNothing()
          .returns("e8", "e7");
    }
  }

  /** The log of everything is another table's: its columns may mean something else there. */
  @Test
  void whatWasAskedNarrowlyAnswersNoMore() throws SQLException {
    try (var connection = OKTA.connect(CACHED)) {
      for (var narrow :
          new String[] {
            "result = 'FAILURE'",
            "event_type like 'user.session.e%'",
            "event_type in ('user.session.end', 'x') or result = 'FAILURE'"
          }) {
        OKTA.sql("select count(*) from okta_log_event where " + narrow)
            .on(connection)
            .sends(1, "GET /api/v1/logs?limit=1000&filter=");
      }
      OKTA.sql("select id from okta_log_event where result = 'FAILURE' and severity = 'WARN'")
          .on(connection)
          .sendsNothing()
          .returns("e3");
      OKTA.sql("select count(*) from okta_log_event")
          .on(connection)
          .sends(1, "GET /api/v1/logs?limit=1000&sortOrder")
          .returns("8");
    }
  }

  @Test
  void aWholeListAnswersNarrowerQuestions() throws SQLException {
    try (var connection = OKTA.connect(CACHED)) {
      OKTA.sql("select count(*) from okta_user").on(connection).sends(1, "GET ").returns("5");
      OKTA.sql("select id from okta_user where department = 'Sales'")
          .on(connection)
          .sendsNothing()
          .returns("00u_ada", "00u_ben");
      OKTA.sql("select email from okta_user where id = '00u_eve'")
          .on(connection)
          .sendsNothing()
          .returns("eve@home.example");
    }
  }

  @Test
  void aNarrowListAnswersOnlyItself() throws SQLException {
    var narrow = "select id from okta_user where department = 'Sales'";
    try (var connection = OKTA.connect(CACHED)) {
      OKTA.sql(narrow).on(connection).sends(1, "GET ");
      OKTA.sql(narrow).on(connection).sendsNothing().returns("00u_ada", "00u_ben");
      OKTA.sql("select count(*) from okta_user").on(connection).sends(1, "GET ").returns("5");
    }
  }
}
