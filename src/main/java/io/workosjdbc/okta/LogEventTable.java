package io.workosjdbc.okta;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;

import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Resource;

/** {@code okta_log_event} (api/okta.md section 7): the whole System Log. */
final class LogEventTable {

  static final Resource LOG_EVENT =
      Resource.named("okta_log_event")
          .describedAs("An event of the System Log: something that happened, of whatever kind.")
          .listedBy(LogEvents.listOf(Expressions.of(LogEvents.FILTER)))
          .columns(
              LogColumns.SHARED,
              text("display_message", "What happened, in words.").from("displayMessage"),
              text("legacy_event_type", "What older versions called it.").from("legacyEventType"),
              text("version", "Version of the event's shape."),
              text("transaction_type", "WEB or JOB.").from("transaction.type"),
              text("credential_provider", "Who holds the credential.")
                  .from("authenticationContext.credentialProvider"),
              text("interface", "How the sign-in came in.").from("authenticationContext.interface"),
              text("os", "The operating system.").from("client.userAgent.os"),
              text("browser", "The browser's name.").from("client.userAgent.browser"),
              text("device", "Computer, Mobile, ...").from("client.device"),
              text("client_id", "The OAuth client.").from("client.id"),
              text("zone", "The network zone.").from("client.zone"),
              text("city", "The city of the address.").from("client.geographicalContext.city"),
              text("state", "The state of the address.").from("client.geographicalContext.state"),
              text("postal_code", "The postal code of the address.")
                  .from("client.geographicalContext.postalCode"),
              json("target", "What it was done to, as a JSON array."),
              json("actor", "Who did it, as a JSON object."),
              json("client", "Where it came from, as a JSON object."),
              json("request", "The addresses on the way, as a JSON object."),
              json("authentication_context", "How the actor is known, as a JSON object.")
                  .from("authenticationContext"),
              json("security_context", "What is known of the network, as a JSON object.")
                  .from("securityContext"),
              json("debug_context", "Whatever else was written down, as a JSON object.")
                  .from("debugContext"));

  private LogEventTable() {}
}
