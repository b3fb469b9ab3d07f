package io.workosjdbc.okta;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;

import io.workosjdbc.resource.Column;
import java.util.List;

/** The columns that both tables of events have (api/okta.md section 7). */
final class LogColumns {

  static final List<Column> SHARED =
      List.of(
          text("id", "Identifier of the event.").from("uuid"),
          text("event_type", "Kind of the event, such as user.session.start.").from("eventType"),
          text("result", "SUCCESS, FAILURE, ALLOW, DENY, CHALLENGE, ...").from("outcome.result"),
          text("reason", "Why, as text.").from("outcome.reason"),
          text("severity", "DEBUG, INFO, WARN or ERROR."),
          text("actor_id", "Who did it.").from("actor.id").references("okta_user"),
          text("actor_type", "What did it, such as User or SystemPrincipal.").from("actor.type"),
          text("actor_alternate_id", "Who did it, by login.").from("actor.alternateId"),
          text("actor_display_name", "Who did it, by name.").from("actor.displayName"),
          text("authentication_provider", "Who checked: OKTA_AUTHENTICATION_PROVIDER, ...")
              .from("authenticationContext.authenticationProvider"),
          text("credential_type", "What was checked: PASSWORD, OTP, ASSERTION, ...")
              .from("authenticationContext.credentialType"),
          text("session_id", "The session; failed sign-ins have none.")
              .from("authenticationContext.externalSessionId"),
          text("ip_address", "Where it came from.").from("client.ipAddress"),
          text("country", "The country of that address.")
              .from("client.geographicalContext.country"),
          text("user_agent", "The browser or program.").from("client.userAgent.rawUserAgent"),
          text("transaction_id", "What events of one action share.").from("transaction.id"),
          timestamp("created_at", "When it happened (UTC).").from("published"));

  private LogColumns() {}
}
