package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.bool;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Resource;
import java.util.Map;

/** The tables of what an environment is set to (API reference, User Management, Webhooks). */
final class SettingTables {

  static final Resource REDIRECT_URI =
      Resource.named("workos_redirect_uri")
          .describedAs("A URI that users may be sent to after they signed in.")
          .listedBy(list("/user_management/redirect_uris"))
          .columns(
              id("redirect URI"),
              text("uri", "The URI."),
              bool("is_default", "Whether it is taken when none is asked for.").from("default"),
              createdAt(),
              updatedAt());

  static final Resource CORS_ORIGIN =
      Resource.named("workos_cors_origin")
          .describedAs("A web origin that may call WorkOS from a browser.")
          .listedBy(list("/user_management/cors_origins"))
          .columns(id("origin"), text("origin", "The origin."), createdAt(), updatedAt());

  static final Resource WEBHOOK_ENDPOINT =
      Resource.named("workos_webhook_endpoint")
          .describedAs("Where events are sent to.")
          .listedBy(list("/webhook_endpoints"))
          .secret("secret")
          .columns(
              id("endpoint"),
              text("endpoint_url", "The URL."),
              text("status", "enabled or disabled.")
                  .from("status", "enabled") // Some services say it as a boolean.
                  .reworded(Map.of("true", "enabled", "false", "disabled")),
              json("events", "The names of the events that are sent, as a JSON array."),
              text("secret", "A secret, masked."),
              createdAt(),
              updatedAt());

  static final Resource JWT_TEMPLATE =
      Resource.named("workos_jwt_template")
          .describedAs("The template of the claims in access tokens; there is one, or none.")
          .listedBy(Listing.ofObject("/user_management/jwt_template"))
          .columns(text("content", "The template."), createdAt(), updatedAt());

  private SettingTables() {}
}
