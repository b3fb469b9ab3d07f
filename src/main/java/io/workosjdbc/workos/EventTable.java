package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.userId;

import io.workosjdbc.resource.Resource;
import java.util.List;

/** {@code workos_event} (API reference, Events): everything that happens. */
final class EventTable {

  /**
   * An event shows the object as its list does, or within another object, and what it was before
   * within its context. A code is one of these at the top alone: within an error it is none.
   */
  private static final List<String> SECRETS =
      List.of(
          "token",
          "secret",
          "password",
          "private_key",
          "client_secret",
          "access_token",
          "refresh_token",
          "verification_token",
          "accept_invitation_url",
          "password_reset_token",
          "password_reset_url");

  static final Resource EVENT =
      Resource.named("workos_event")
          .describedAs("An event: something that happened in the environment, of whatever kind.")
          .listedBy(Events.listOf(EventNames.ALL, EventNames.CLASSIC))
          .secret("data.code")
          .secret("data.value")
          .secret("context.previous_attributes.code")
          .secret("context.previous_attributes.value")
          .secretWithin("data", SECRETS)
          .secretWithin("context", SECRETS)
          .columns(
              text("id", "Identifier of the event."),
              text("event_type", "Name of the event, such as user.created.").from("event"),
              text("object_type", "Kind of the object that it is about, such as user.")
                  .from("data.object"),
              text("object_id", "Identifier of the object that it is about.").from("data.id"),
              organizationId(
                      "The organization that the object belongs to; of an organization itself see"
                          + " object_id.")
                  .from("data.organization_id", "data.sso.organization_id"),
              userId("The user, also where it is about the user.")
                  .from("data.user_id", "data.user.id")
                  .orWhere("data.object", "user", "data.id"),
              text("connection_id", "The connection, also where it is about the connection.")
                  .from("data.sso.connection_id", "data.connection_id")
                  .orWhere("data.object", "connection", "data.id")
                  .references("workos_connection"),
              text("directory_id", "The directory, also where it is about the directory.")
                  .from("data.directory_id")
                  .orWhere("data.object", "directory", "data.id")
                  .references("workos_directory"),
              text("actor_id", "Who did it, where that is told.").from("context.actor.id"),
              text("actor_source", "api, dashboard, admin_portal or system.")
                  .from("context.actor.source"),
              json("data", "The object, as JSON, secrets masked."),
              json("context", "What is told of the circumstances, as a JSON object."),
              timestamp("created_at", "When it happened (UTC)."));

  private EventTable() {}
}
