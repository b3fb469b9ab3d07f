package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.array;
import static io.workosjdbc.workos.Lists.each;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Resource;

/**
 * The tables of Connect applications and their secrets (API reference, Connect). What is shown only
 * when a secret was created is masked in lists, too, should one show it.
 */
final class ConnectApplicationTables {

  static final Resource CONNECT_APPLICATION =
      Resource.named("workos_connect_application")
          .describedAs("An application that signs users in through WorkOS.")
          .listedBy(
              list("/connect/applications")
                  .always("registration_types", "dynamic", "authenticated"))
          .fetchedBy("id", "/connect/applications/{}")
          .columns(
              id("application"),
              text("client_id", "Its OAuth client id."),
              text("name", "Name, as people read it."),
              text("description", "What it is for."),
              json("scopes", "The scopes that it may ask for, as a JSON array."),
              createdAt(),
              updatedAt());

  static final Resource CONNECT_CLIENT_SECRET =
      Resource.named("workos_connect_client_secret")
          .describedAs(
              "A client secret of an application, of which only the last characters are shown.")
          .listedBy(
              array("/connect/applications/{id}/client_secrets")
                  .per(each("workos_connect_application", "id", "application_id")))
          .secret("secret")
          .columns(
              id("client secret"),
              text("application_id", "The application.")
                  .references("workos_connect_application")
                  .bound(),
              text("secret_hint", "The last characters."),
              timestamp("last_used_at", "When it was last used (UTC)."),
              createdAt(),
              updatedAt());

  private ConnectApplicationTables() {}
}
