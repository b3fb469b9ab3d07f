package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Parameter.equality;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.List;
import java.util.Set;

/** The tables of resources that permissions are about (API reference, Authorization). */
final class AuthorizationResourceTables {

  private static final List<Column> COLUMNS =
      List.of(
          id("resource"),
          text("name", "Name, as people read it."),
          text("description", "What it is."),
          text("resource_type_slug", "What kind of resource it is."),
          text("external_id", "Its identifier in your own system."),
          organizationId(),
          text("parent_resource_id", "The resource that it is part of.")
              .references("workos_authorization_resource"),
          createdAt(),
          updatedAt());

  static final Resource AUTHORIZATION_RESOURCE =
      Resource.named("workos_authorization_resource")
          .describedAs(
              "A resource of your application, such as a project, that permissions are about.")
          .listedBy(
              list("/authorization/resources")
                  .narrowedBy(
                      equality("organization_id"),
                      equality("resource_type_slug"),
                      new Parameter.Equality("resource_external_id", "external_id", Set.of()),
                      equality("parent_resource_id")))
          .fetchedBy("id", "/authorization/resources/{}")
          .columns(COLUMNS);

  static final Resource MEMBERSHIP_RESOURCE =
      Resource.named("workos_membership_resource")
          .describedAs("A resource below another one on which a membership has a permission.")
          .listedBy(
              list("/authorization/organization_memberships/{organization_membership_id}/resources")
                  .per(
                      Scope.given(
                          "organization_membership_id", "permission_slug", "parent_resource_id"),
                      Scope.given(
                          "organization_membership_id",
                          "permission_slug",
                          "parent_resource_external_id",
                          "parent_resource_type_slug")))
          .uniqueWithin("organization_membership_id", "permission_slug")
          .columns(
              COLUMNS,
              text("organization_membership_id", "The membership; must be given.")
                  .references("workos_organization_membership")
                  .bound(),
              text("permission_slug", "The permission; must be given.")
                  .references("workos_permission", "slug")
                  .bound(),
              text("parent_resource_external_id", "Names the parent, instead of its id.").bound(),
              text("parent_resource_type_slug", "Type of the parent that its external id names.")
                  .bound());

  static final Resource RESOURCE_MEMBERSHIP =
      Resource.named("workos_resource_membership")
          .describedAs("A membership that has a permission on a resource; both must be given.")
          .listedBy(
              list("/authorization/resources/{resource_id}/organization_memberships")
                  .per(Scope.given("resource_id", "permission_slug")))
          .uniqueWithin("resource_id", "permission_slug")
          .columns(
              MembershipColumns.COLUMNS,
              text("user_email", "Email address of the user.").from("user.email"),
              json("user", "The user, as a JSON object."),
              text("resource_id", "The resource; must be given.")
                  .references("workos_authorization_resource")
                  .bound(),
              text("permission_slug", "The permission; must be given.")
                  .references("workos_permission", "slug")
                  .bound());

  private AuthorizationResourceTables() {}
}
