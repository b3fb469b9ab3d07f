package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;

import io.workosjdbc.resource.Resource;

/** {@code workos_auth_event} (API reference, Events): the authentication family of events. */
final class AuthEventTable {

  static final Resource AUTH_EVENT =
      Resource.named("workos_auth_event")
          .describedAs("An authentication event: one step of somebody's attempt to sign in.")
          .listedBy(Events.listOf(AuthEvents.NAMES, AuthEvents.CLASSIC))
          .columns(
              text("id", "Identifier of the event."),
              text("event_type", "Name of the event.").from("event"),
              text("outcome", "succeeded, failed, started or timed_out.")
                  .derivedFrom("event_type", AuthEvents.OUTCOMES),
              text("method", "How they signed in: sso, password, oauth, magic_auth, ...")
                  .derivedFrom("event_type", AuthEvents.METHODS, "data.auth_method"),
              text("organization_id", "The organization; only single sign-on events carry one.")
                  .from("data.sso.organization_id", "data.organization_id")
                  .references("workos_organization"),
              text("user_id", "The user, where one is known.").from("data.user_id"),
              text("email", "The email address given.").from("data.email"),
              text("connection_id", "The connection; only single sign-on events carry one.")
                  .from("data.sso.connection_id")
                  .references("workos_connection"),
              text("connection_type", "Type of that connection, looked up in workos_connection.")
                  .lookedUp("connection_id", "workos_connection", "connection_type"),
              text("ip_address", "Where the attempt came from.").from("data.ip_address"),
              text("user_agent", "The browser or program.").from("data.user_agent"),
              text("session_id", "The session; only single sign-on events carry one.")
                  .from("data.sso.session_id"),
              text("error_code", "Why it failed, as a code.").from("data.error.code"),
              text("error_message", "Why it failed, in words.").from("data.error.message"),
              timestamp("created_at", "When it happened (UTC)."));

  private AuthEventTable() {}
}
