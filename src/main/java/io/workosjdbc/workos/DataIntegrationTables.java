package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.bool;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.CommonColumns.userId;
import static io.workosjdbc.workos.Lists.eachOrganization;
import static io.workosjdbc.workos.Lists.eachUser;
import static io.workosjdbc.workos.Lists.list;
import static io.workosjdbc.workos.Lists.whole;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;

/** The tables of data integrations (API reference, Pipes). */
final class DataIntegrationTables {

  static final Resource DATA_INTEGRATION =
      Resource.named("workos_data_integration")
          .describedAs("A data integration that has credentials of your own or of an organization.")
          .listedBy(list("/data-integrations"))
          .fetchedBy("slug", "/data-integrations/{}")
          .columns(
              id("integration"),
              text("slug", "Its name in code."),
              text("integration_type", "The provider, such as github."),
              text("description", "What it is for."),
              bool("enabled", "Whether it can be used."),
              text("state", "valid, invalid or requested."),
              json("scopes", "The scopes that it asks for, as a JSON array."),
              text("redirect_uri", "Where the provider sends people back to."),
              json("auth_methods", "oauth, api_key, client_credentials, as a JSON array."),
              text("credentials_type", "custom or organization.").from("credentials.type"),
              json("credentials", "Its credentials without their secret, as a JSON object."),
              json("installation", "Its installation, as a JSON object."),
              json("config", "Its settings, as a JSON object."),
              json("custom_provider", "How a provider of your own is reached, as a JSON object."),
              createdAt(),
              updatedAt());

  static final Resource DATA_INTEGRATION_CONFIGURATION =
      Resource.named("workos_data_integration_configuration")
          .describedAs("How an organization uses a data integration.")
          .listedBy(
              whole("/organizations/{organizationId}/data_integration_configurations")
                  .per(eachOrganization("organizationId")))
          .columns(
              id("configuration"),
              organizationId(),
              text("slug", "The integration.").references("workos_data_integration", "slug"),
              text("name", "Name, as people read it."),
              bool("enabled", "Whether the organization can use it."),
              json("scopes", "The scopes that it asks for, as a JSON array."),
              json("config", "Its settings, as a JSON object."),
              text("credentials_type", "shared, custom or organization.")
                  .from("credentials.credentials_type"),
              bool("has_credentials", "Whether there are any.").from("credentials.has_credentials"),
              json("credentials", "Its credentials without their secret, as a JSON object."),
              createdAt(),
              updatedAt());

  static final Resource USER_DATA_PROVIDER =
      Resource.named("workos_user_data_provider")
          .describedAs(
              "A data integration as a user sees it, with their account if they connected one.")
          .listedBy(
              whole("/user_management/users/{user_id}/data_providers").per(eachUser("user_id")))
          .uniqueWithin("user_id")
          .columns(
              id("provider"),
              userId("The user.").bound(),
              text("slug", "The integration.").references("workos_data_integration", "slug"),
              text("name", "Name, as people read it."),
              text("description", "What it is for."),
              text("integration_type", "The provider, such as github."),
              text("credentials_type", "Whose credentials it uses."),
              text("ownership", "userland_user or organization."),
              json("scopes", "The scopes that it asks for, as a JSON array."),
              json("auth_methods", "oauth, api_key, client_credentials, as a JSON array."),
              text("connected_account_id", "The account that the user connected.")
                  .from("connected_account.id"),
              text("connected_account_state", "connected, needs_reauthorization or disconnected.")
                  .from("connected_account.state"),
              json("connected_account", "That account, as a JSON object."),
              createdAt(),
              updatedAt());

  static final Resource CONNECTED_ACCOUNT =
      Resource.named("workos_connected_account")
          .describedAs("The account that a user connected to an integration; both must be given.")
          .listedBy(
              Listing.ofObject("/user_management/users/{user_id}/connected_accounts/{slug}")
                  .per(
                      Scope.given("user_id", "slug"),
                      Scope.given("user_id", "slug", "organization_id")))
          .columns(
              id("account"),
              userId("The user; must be given.").bound(),
              text("slug", "The integration; must be given.")
                  .references("workos_data_integration", "slug")
                  .bound(),
              organizationId("The organization for which it was connected."),
              text("state", "connected, needs_reauthorization or disconnected."),
              text("auth_method", "oauth, api_key or client_credentials."),
              json("scopes", "The scopes that were granted, as a JSON array."),
              text("client_id", "OAuth client id."),
              text("api_key_last_4", "The last characters of the API key."),
              text("client_secret_last_4", "The last characters of the client secret."),
              json("config", "Its settings, as a JSON object."),
              createdAt(),
              updatedAt());

  private DataIntegrationTables() {}
}
