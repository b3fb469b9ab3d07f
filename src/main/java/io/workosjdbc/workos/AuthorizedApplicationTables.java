package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.userId;
import static io.workosjdbc.workos.Lists.eachOrganization;
import static io.workosjdbc.workos.Lists.eachUser;
import static io.workosjdbc.workos.Lists.unsorted;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.List;

/** The tables of applications that users let in (API reference, Connect). */
final class AuthorizedApplicationTables {

  private static final List<Column> COLUMNS =
      List.of(
          id("authorization"),
          text("application_id", "The application.")
              .from("application.id")
              .references("workos_connect_application"),
          text("application_name", "Name of the application.").from("application.name"),
          json("granted_scopes", "The scopes that were granted, as a JSON array."),
          text("oauth_resource", "What it may be used for."),
          json("application", "The application, as a JSON object."));

  static final Resource ORGANIZATION_AUTHORIZED_APPLICATION =
      Resource.named("workos_organization_authorized_application")
          .describedAs("An application that a user let in on behalf of an organization.")
          .listedBy(
              unsorted("/organizations/{organization_id}/authorized_applications")
                  .per(eachOrganization("organization_id")))
          .uniqueWithin("organization_id")
          .columns(
              COLUMNS,
              organizationId("The organization.").bound(),
              userId("The user who let it in."));

  static final Resource USER_AUTHORIZED_APPLICATION =
      Resource.named("workos_user_authorized_application")
          .describedAs("An application that a user let in.")
          .listedBy(
              unsorted("/user_management/users/{user_id}/authorized_applications")
                  .per(eachUser("user_id")))
          .uniqueWithin("user_id")
          .columns(COLUMNS, userId("The user.").bound());

  private AuthorizedApplicationTables() {}
}
