package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.LinkFault;
import io.workosjdbc.demo.SmallPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens when Okta's lists do not go on as they should, or are refused. */
class OktaFaultTest {
  @RegisterExtension static final OktaService OKTA = OktaService.of(OktaWorld.data());

  private static final String EVERYBODY = "select id from okta_user";

  private static void smallPagesWith(LinkFault fault) {
    OKTA.server().fail(Fault.nth(2, "/", fault));
    OKTA.server().fail(Fault.every("/", new SmallPages(2)));
  }

  @Test
  void aLinkToAnotherHostIsNotFollowed() {
    smallPagesWith(LinkFault.ELSEWHERE);
    OKTA.sql(EVERYBODY).fails("58000", "its link to the next page leads to https://evil.example");
    assertThat(OKTA.requests()).hasSize(2);
  }

  @Test
  void aLinkToTheSamePageIsNoProgress() {
    smallPagesWith(LinkFault.SAME_PAGE);
    OKTA.sql(EVERYBODY).fails("58000", "next cursor has been used before");
  }

  @Test
  void withoutALinkTheListEnds() {
    smallPagesWith(LinkFault.NONE);
    OKTA.sql(EVERYBODY)
        .sends(2, "GET /api/v1/users?")
        .returns("00u_ada", "00u_ben", "00u_cyd", "00u_dot");
  }

  /** As of polls, which have a link in any case. */
  @Test
  void anEmptyPageEndsTheLog() {
    OKTA.server().fail(Fault.every("/api/v1/logs", LinkFault.EMPTY_PAGE));
    OKTA.sql("select id from okta_log_event").sends(1, "GET /api/v1/logs?").returnsNothing();
  }

  @Test
  void anEmptyPageWithALinkOfAnotherListIsNonsense() {
    OKTA.server().fail(Fault.every("/api/v1/users", LinkFault.EMPTY_PAGE));
    OKTA.sql(EVERYBODY).fails("58000", "the page is empty");
  }

  /** Which operators are understood is told in two ways (api/okta.md section 7). */
  @Test
  void aRefusedExpressionIsDoneWithout() throws Exception {
    var refusal = "{\"errorCode\":\"E0000053\",\"errorSummary\":\"Invalid filter\"}";
    OKTA.server().fail(Fault.nth(1, "/api/v1/logs", Answer.json(400, refusal)));
    try (var connection = OKTA.connect("maxRetries=3")) {
      OKTA.sql("select id from okta_log_event where severity = 'WARN'")
          .on(connection)
          .sends(2, "GET /api/v1/logs?limit=1000&")
          .returns("e3");
      OKTA.sql("select id from okta_log_event where severity = 'INFO' and result = 'FAILURE'")
          .on(connection)
          .sends(1, "GET /api/v1/logs?limit=1000&filter=")
          .returnsNothing();
      var again = OKTA.sql("select id from okta_log_event where severity = 'WARN'").on(connection);
      again.sends(1, "GET /api/v1/logs?limit=1000&sortOrder").returns("e3");
    }
  }

  @Test
  void anErrorHasTheCodeAndTheRequestId() {
    var error = "{\"errorCode\":\"E0000006\",\"errorSummary\":\"Not permitted\"}";
    OKTA.server().fail(Fault.every("/", Answer.json(403, error)));
    OKTA.sql(EVERYBODY).fails("42501", "E0000006: Not permitted");
    OKTA.sql(EVERYBODY).fails("42501", "(request id req_");
  }

  @Test
  void aWrongTokenIsRefused() {
    OKTA.sql(EVERYBODY).in("apiKey=x").fails("22023", "Unknown property apiKey");
    var error = "{\"errorCode\":\"E0000011\",\"errorSummary\":\"Invalid token provided\"}";
    OKTA.server().fail(Fault.every("/", Answer.json(401, error)));
    OKTA.sql(EVERYBODY).fails("28000", "E0000011: Invalid token provided");
  }
}
