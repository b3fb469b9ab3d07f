package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;

/** {@code workos_agent_registration} (API reference, Agents). */
final class AgentRegistrationTable {

  static final Resource AGENT_REGISTRATION =
      Resource.named("workos_agent_registration")
          .describedAs(
              "A registration of an agent; its id must be given, because the API lists none.")
          .listedBy(Listing.ofObject("/agents/registrations/{id}").per(Scope.given("id")))
          .columns(
              id("registration"),
              organizationId(),
              text("status", "unverified, verified, expired or revoked."),
              text("kind", "anonymous, service_auth or identity_assertion."),
              text("user_id", "The user whom the agent acts for.")
                  .from("agent_identity.userland_user_id")
                  .references("workos_user"),
              json("agent_identity", "Who the agent is, as a JSON object."),
              json("claim", "How it was claimed, as a JSON object."),
              createdAt(),
              updatedAt());

  private AgentRegistrationTable() {}
}
