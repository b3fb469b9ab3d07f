package io.workosjdbc.sql;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Quirk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requests and rows of {@code workos_auth_event}, but for time and order. */
class AuthEventTest {
  private static final String JUNE = " and created_at >= timestamp '2026-06-10 00:00:00'";
  private static final String FROM = "&order=asc&range_start=2026-06-09T23:59:59.999Z";
  private static final String IN_JUNE = FROM + "&range_end={now+5m}";

  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  /** The events since 10 June for which a condition holds. */
  private static Query where(String condition) {
    return sql("select id from workos_auth_event where (" + condition + ")" + JUNE);
  }

  private static String events(String names) {
    return "GET /events?limit=100&events="
        + names.replaceAll("(^|,)", "$1authentication.")
        + IN_JUNE;
  }

  @Test
  void everyColumnOfSingleSignOnIsRead() {
    sql("""
        select id, event_type, outcome, method, organization_id, user_id, email, connection_id,
          ip_address, user_agent, session_id, error_code, error_message, created_at
        from workos_auth_event where id in ('event_15', 'event_16', 'event_20', 'event_23')"""
            + JUNE)
        .sends("GET /events?limit=100&events={events}" + IN_JUNE)
        .returns(
            "event_15|authentication.sso_succeeded|succeeded|sso|org_acme|user_ann|ann@acme.example"
                + "|conn_okta|192.0.2.7|Mozilla/5.0|session_event_15|null|null"
                + "|2026-06-15 10:00:00.000",
            "event_16|authentication.sso_failed|failed|sso|org_beta|null|null|conn_new|192.0.2.7"
                + "|Mozilla/5.0|null|idp_error|It was idp_error.|2026-06-20 10:00:00.000",
            "event_20|authentication.radar_risk_detected|null|Magic-Link|null|user_bob"
                + "|bob@acme.example|null|null|Mozilla/5.0|null|null|null|2026-06-25 10:00:00.000",
            "event_23|authentication.password_failed|failed|password|null|user_bob"
                + "|bob@acme.example|null|null|Mozilla/5.0|null|wrong_password"
                + "|It was wrong_password.|2026-06-28 12:00:00.000")
        .sameWithoutPushdown();
  }

  @Test
  void eventTypeIsSent() {
    where("event_type = 'authentication.sso_failed'")
        .sends(events("sso_failed"))
        .returns("event_16", "event_18")
        .sameWithoutPushdown();
  }

  @Test
  void eventTypesAreOneRequest() {
    where("event_type in ('authentication.sso_failed', 'authentication.password_failed')")
        .sends(events("password_failed,sso_failed"))
        .returns("event_16", "event_18", "event_22", "event_23")
        .sameWithoutPushdown();
  }

  @Test
  void anotherFamilysEventTypeSendsNothing() {
    where("event_type = 'user.created'").sendsNothing().returnsNothing().sameWithoutPushdown();
  }

  @Test
  void eventTypesByPrefixAreTheirNames() {
    where("event_type like 'authentication.sso%'")
        .sends(events("sso_failed,sso_started,sso_succeeded,sso_timed_out"))
        .returns("event_14", "event_15", "event_16", "event_17", "event_18", "event_21")
        .sameWithoutPushdown();
  }

  @Test
  void underscoresOfLikeAreWildcards() {
    where("event_type like 'authentication.m_a_failed'")
        .sends(events("mfa_failed"))
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void ilikeIgnoresCase() {
    where("event_type ilike 'AUTHENTICATION.SSO!_T%' escape '!'")
        .sends(events("sso_timed_out"))
        .returns("event_17")
        .sameWithoutPushdown();
  }

  @Test
  void likeMindsCase() {
    where("event_type like 'AUTHENTICATION.%'")
        .sendsNothing()
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void notLikeReadsAllNames() {
    where("event_type not like '%succeeded' and method = 'password'")
        .sends(events("password_failed,password_succeeded,radar_risk_detected"))
        .returns("event_19", "event_22", "event_23")
        .sameWithoutPushdown();
  }

  @Test
  void unequalLeavesTheOtherNames() {
    where("event_type <> 'authentication.sso_failed' and event_type like '%sso%'")
        .sends(events("sso_started,sso_succeeded,sso_timed_out"))
        .returns("event_14", "event_15", "event_17", "event_21")
        .sameWithoutPushdown();
  }

  @Test
  void orOverSeveralColumnsIsOneSetOfNames() {
    where("event_type = 'authentication.mfa_failed' or outcome = 'timed_out' or method = 'oauth'")
        .sends(events("mfa_failed,oauth_failed,oauth_succeeded,sso_timed_out,radar_risk_detected"))
        .returns("event_17")
        .sameWithoutPushdown();
  }

  @Test
  void orWithAColumnThatIsNotSentReadsAllNames() {
    where("outcome = 'timed_out' or email = 'bob@acme.example'")
        .sends("GET /events?limit=100&events={events}" + IN_JUNE)
        .returns("event_17", "event_19", "event_20", "event_23", "event_24")
        .sameWithoutPushdown();
  }

  @Test
  void outcomeIsASetOfNames() {
    where("outcome = 'failed'")
        .sends(
            events(
                "email_verification_failed,magic_auth_failed,mfa_failed,oauth_failed,"
                    + "passkey_failed,password_failed,sso_failed"))
        .returns("event_16", "event_18", "event_22", "event_23")
        .sameWithoutPushdown();
  }

  @Test
  void noOutcomeIsRadar() {
    where("outcome is null")
        .sends(events("radar_risk_detected"))
        .returns("event_19", "event_20")
        .sameWithoutPushdown();
  }

  @Test
  void anOutcomeThatDoesNotExistSendsNothing() {
    where("outcome = 'maybe'").sendsNothing().returnsNothing().sameWithoutPushdown();
  }

  @Test
  void methodIsASetOfNamesAndRadarHasAny() {
    where("method = 'password'")
        .sends(events("password_failed,password_succeeded,radar_risk_detected"))
        .returns("event_19", "event_22", "event_23", "event_24")
        .sameWithoutPushdown();
  }

  @Test
  void aMethodThatOnlyRadarHasIsFound() {
    where("method = 'Magic-Link'")
        .sends(events("radar_risk_detected"))
        .returns("event_20")
        .sameWithoutPushdown();
  }

  @Test
  void methodAndOutcomeAreOneName() {
    where("method = 'sso' and outcome = 'failed'")
        .sends(events("sso_failed"))
        .returns("event_16", "event_18")
        .sameWithoutPushdown();
  }

  @Test
  void aMethodWithoutThatOutcomeSendsNothing() {
    where("method = 'password' and outcome = 'started'")
        .sendsNothing()
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void organizationIdIsSentWithTheNames() {
    where("organization_id = 'org_acme' and outcome = 'started'")
        .sends(events("sso_started&organization_id=org_acme"))
        .returns("event_14")
        .sameWithoutPushdown();
  }

  @Test
  void organizationIdsAreOneListEach() {
    where("organization_id in ('org_acme', 'org_beta') and method = 'sso' and outcome = 'failed'")
        .sends(
            events("sso_failed&organization_id=org_acme"),
            events("sso_failed&organization_id=org_beta"))
        .returns("event_16")
        .sameWithoutPushdown();
  }

  @Test
  void anOrganizationThatTheServiceDoesNotKnowIsNoRow() {
    where("organization_id in ('org_none', 'org_acme') and outcome = 'timed_out'")
        .sends(
            events("sso_timed_out&organization_id=org_acme"),
            events("sso_timed_out&organization_id=org_none"))
        .returns("event_17")
        .sameWithoutPushdown();
  }

  @Test
  void whatTheApiCannotFilterReadsAllNames() {
    for (var filter :
        new String[] {
          "id = 'event_16'",
          "connection_id = 'conn_new' and error_code is not null",
          "error_code = 'idp_error' and organization_id > 'org_b'",
          "organization_id like 'org_b%' and session_id is null",
          "organization_id is not null and error_message like 'It%' and user_id is null"
              + " and connection_id <> 'conn_deleted'"
        }) {
      where(filter)
          .sends("GET /events?limit=100&events={events}" + IN_JUNE)
          .returns("event_16")
          .sameWithoutPushdown();
    }
  }

  @Test
  void connectionTypeIsLookedUpWhenItIsSelected() {
    sql("select id, connection_type from workos_auth_event where method = 'sso'" + JUNE)
        .sends(
            events("sso_failed,sso_started,sso_succeeded,sso_timed_out,radar_risk_detected"),
            "GET /connections?limit=100")
        .returns(
            "event_14|OktaSAML",
            "event_15|OktaSAML",
            "event_16|BrandNewOIDC",
            "event_17|null",
            "event_18|null",
            "event_21|BrandNewOIDC")
        .sameWithoutPushdown();
  }

  @Test
  void connectionTypeIsLookedUpWhenItIsFiltered() {
    where("connection_type = 'OktaSAML'")
        .sends("GET /events?limit=100&events={events}" + IN_JUNE, "GET /connections?limit=100")
        .returns("event_14", "event_15")
        .sameWithoutPushdown();
  }

  @Test
  void aLookupThatFailsFailsTheStatement() {
    API.server().fail(Fault.every("/connections", Answer.message(403, "Forbidden")));

    sql("select id, connection_type from workos_auth_event").fails("42501", "GET /connections");
    sql("select id from workos_auth_event where id = 'event_15'").returns("event_15");
  }

  @Test
  void connectionTypeIsNotLookedUpWhereNoEventHasAConnection() {
    sql("select id, connection_type from workos_auth_event where method = 'mfa'" + JUNE)
        .sends(events("mfa_failed,mfa_succeeded,radar_risk_detected"))
        .returnsNothing();
  }

  @Test
  void namesThatTheServiceDoesNotKnowAreLeftOutWithAWarning() {
    API.server().quirks(Quirk.NEWER_EVENTS_UNKNOWN);

    var query =
        where("outcome in ('started', 'succeeded') and method = 'sso'")
            .sends(events("sso_started,sso_succeeded"), events("sso_succeeded"))
            .returns("event_15", "event_21");
    org.assertj.core.api.Assertions.assertThat(String.join("", query.outcome().warnings()))
        .containsOnlyOnce("authentication.sso_started");
  }

  @Test
  void aServiceThatIgnoresItsFiltersChangesNothing() {
    API.server().quirks(Quirk.EVENTS_FILTER_IGNORED, Quirk.ORGANIZATION_FILTER_IGNORED);

    where("organization_id in ('org_beta', 'org_none') and outcome = 'failed' and method = 'sso'")
        .returns("event_16")
        .sameWithoutPushdown();
  }
}
