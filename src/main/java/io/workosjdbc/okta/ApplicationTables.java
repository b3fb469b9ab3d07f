package io.workosjdbc.okta;

import static io.workosjdbc.okta.Lists.createdAt;
import static io.workosjdbc.okta.Lists.lastUpdated;
import static io.workosjdbc.okta.Lists.list;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.resource.Expressions.Operator.EQUAL;

import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Expressions.Attribute;
import io.workosjdbc.resource.Expressions.Grammar;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;

/** Applications and who may use them (api/okta.md section 8). */
final class ApplicationTables {

  /** Whether comparisons can be joined is not documented. */
  private static final Expressions APPLICATIONS =
      Expressions.of(
          Grammar.of(
              "filter",
              1,
              Attribute.of("id", "id", EQUAL),
              Attribute.of("name", "name", EQUAL),
              Attribute.of("status", "status", EQUAL)));

  static final Resource APPLICATION =
      Resource.named("okta_application")
          .describedAs("An application that people sign in to through Okta.")
          .listedBy(list("/api/v1/apps", 200).narrowedBy(APPLICATIONS).expecting(2))
          .fetchedBy("id", "/api/v1/apps/{}")
          .secret("credentials.oauthClient.client_secret")
          .secret("credentials.password")
          .columns(
              text("id", "Identifier of the application."),
              text("name", "What it is, such as salesforce."),
              text("label", "Name, as people read it."),
              text("status", "ACTIVE, INACTIVE or DELETED."),
              text("sign_on_mode", "SAML_2_0, OPENID_CONNECT, BOOKMARK, ...").from("signOnMode"),
              createdAt(),
              lastUpdated(),
              text("orn", "Okta's resource name."),
              json("features", "What is provisioned, as a JSON array."),
              json("visibility", "Where it is shown, as a JSON object."),
              json("accessibility", "How it is reached, as a JSON object."),
              json("credentials", "How names are made and what is signed with, as a JSON object."),
              json("settings", "Its settings, as a JSON object."));

  static final Resource APPLICATION_USER =
      Resource.named("okta_application_user")
          .describedAs("That a user may use an application: one list for each application.")
          .listedBy(
              list("/api/v1/apps/{appId}/users", 500)
                  .per(
                      Scope.of("okta_application", new Scope.Key("appId", "application_id", "id"))))
          .uniqueWithin("application_id")
          .secret("credentials.password")
          .columns(
              text("user_id", "The user.").from("id").references("okta_user"),
              text("application_id", "The application.").references("okta_application").bound(),
              text("user_name", "What they are called there.").from("credentials.userName"),
              text("external_id", "Their identifier there.").from("externalId"),
              text("scope", "USER when assigned themselves, GROUP through a group."),
              text("status", "ACTIVE, PROVISIONED, SUSPENDED, ..."),
              text("sync_state", "Whether the profile is in step.").from("syncState"),
              createdAt(),
              lastUpdated(),
              timestamp("status_changed", "When the status last changed (UTC).")
                  .from("statusChanged"),
              timestamp("last_sync", "When the profile was last synced (UTC).").from("lastSync"),
              timestamp("password_changed", "When the password was set (UTC).")
                  .from("passwordChanged"),
              json("profile", "The profile there, as a JSON object."));

  private ApplicationTables() {}
}
