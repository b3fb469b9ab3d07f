package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.SmallPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is asked of Okta for events (api/okta.md section 7). */
class OktaEventTest {
  @RegisterExtension static final OktaService OKTA = OktaService.of(OktaWorld.data());

  private static final String LOGS = "GET /api/v1/logs?limit=1000&";
  private static final String NEWEST_FIRST = "&sortOrder=DESCENDING";
  private static final String KEPT = "&since={now-90d+5m}&until={now+5m}";

  @Test
  void aScanReadsWhatIsKeptNewestFirst() {
    OKTA.sql("select id from okta_log_event")
        .sends(LOGS + "sortOrder=DESCENDING" + KEPT)
        .returns("e8", "e7", "e6", "e5", "e4", "e3", "e2", "e1")
        .sameWithoutPushdown();
  }

  /** More than 180 days back is an error at Okta, and more than 90 an answer without a word. */
  @Test
  void nothingOlderThanWhatIsKeptIsAskedFor() {
    for (var properties : new String[] {"", "cache=memory;history=400d"}) {
      var old =
          OKTA.sql(
                  "select count(*) from okta_log_event"
                      + " where created_at >= current_timestamp - interval '300' day")
              .in(properties);
      old.returns("8");
      assertThat(old.outcome().requests())
          .isNotEmpty()
          .allMatch(line -> line.matches(".*&since=2026-0(4-01|3-31)T.*"));
      assertThat(old.outcome().warnings())
          .as(properties)
          .anySatisfy(warning -> assertThat(warning).contains("okta_log_event", "are missing"));
    }
    OKTA.sql(
            "select count(*) from okta_log_event where created_at < timestamp '2020-01-01 00:00:00'")
        .sendsNothing()
        .returns("0");
  }

  @Test
  void authenticationEventsAreAFamily() {
    OKTA.sql("select id from okta_auth_event")
        .sends(LOGS + "filter=" + OktaWorld.SIGN_INS + NEWEST_FIRST + KEPT)
        .returns("e8", "e7", "e5", "e4", "e3", "e2", "e1")
        .sameWithoutPushdown();
  }

  @Test
  void theFamilyAndTheConditionAreOneExpression() {
    OKTA.sql(
            "select id, reason from okta_auth_event where result = 'FAILURE' and severity = 'WARN'"
                + " and created_at >= timestamp '2026-06-20 00:00:00'"
                + " and created_at < timestamp '2026-06-23 00:00:00'")
        .sends(
            LOGS
                + "filter=("
                + OktaWorld.SIGN_INS
                + ") and outcome.result eq \"FAILURE\" and severity eq \"WARN\""
                + NEWEST_FIRST
                + "&since=2026-06-19T23:59:59.999Z&until=2026-06-23T00:00:00.000Z")
        .returns("e3|INVALID_CREDENTIALS")
        .sameWithoutPushdown();
  }

  @Test
  void beginningsAreSent() {
    OKTA.sql(
            "select id from okta_log_event where event_type like 'user.session.%'"
                + " and created_at > current_timestamp - interval '30' day")
        .sends(
            LOGS
                + "filter=eventType sw \"user.session.\""
                + NEWEST_FIRST
                + "&since={now-30d}&until={now+5m}")
        .returns("e8", "e5", "e3", "e1")
        .sameWithoutPushdown();
  }

  @Test
  void aListOfValuesIsSent() {
    OKTA.sql(
            "select id from okta_log_event where event_type in ('user.session.end', 'x')"
                + " and ip_address = '192.0.2.1'")
        .sends(
            LOGS
                + "filter=client.ipAddress eq \"192.0.2.1\" and (eventType eq \"user.session.end\""
                + " or eventType eq \"x\")"
                + NEWEST_FIRST
                + KEPT)
        .returns("e8")
        .sameWithoutPushdown();
  }

  /** The service sorts, so there is no need to grow windows from the newest end. */
  @Test
  void theLatestAreOneRequest() {
    OKTA.sql("select id from okta_auth_event order by created_at desc limit 2")
        .sends(LOGS + "filter=" + OktaWorld.SIGN_INS + NEWEST_FIRST + KEPT)
        .returns("e8", "e7");
  }

  @Test
  void theOldestAreToo() {
    OKTA.sql("select id from okta_auth_event order by created_at limit 2")
        .sends(LOGS + "filter=" + OktaWorld.SIGN_INS + "&sortOrder=ASCENDING" + KEPT)
        .returns("e1", "e2");
  }

  @Test
  void linksAreFollowedInBothDirections() {
    OKTA.server().fail(Fault.every("/", new SmallPages(3)));
    OKTA.sql("select id from okta_log_event order by created_at desc")
        .sends(3, "GET /api/v1/logs?")
        .returns("e8", "e7", "e6", "e5", "e4", "e3", "e2", "e1");
    OKTA.sql("select id from okta_log_event order by created_at, id")
        .returns("e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8");
  }

  @Test
  void textsOfNothingAreTexts() {
    OKTA.sql("select zone, country from okta_log_event where id = 'e3'").returns("null|null");
  }
}
