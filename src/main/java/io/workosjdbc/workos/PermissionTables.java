package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.bool;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.List;

/** The tables of permissions (API reference, Permissions). */
final class PermissionTables {

  private static final List<Column> COLUMNS =
      List.of(
          id("permission"),
          text("slug", "Its name in code."),
          text("name", "Name, as people read it."),
          text("description", "What it allows."),
          bool("is_system", "Whether WorkOS made it.").from("system"),
          text("resource_type_slug", "The type of resource that it is about."),
          createdAt(),
          updatedAt());

  static final Resource PERMISSION =
      Resource.named("workos_permission")
          .describedAs("A permission, which roles have.")
          .listedBy(list("/authorization/permissions"))
          .fetchedBy("slug", "/authorization/permissions/{}")
          .columns(COLUMNS);

  static final Resource MEMBERSHIP_RESOURCE_PERMISSION =
      Resource.named("workos_membership_resource_permission")
          .describedAs("A permission that a membership has on a resource; both must be given.")
          .listedBy(
              list("/authorization/organization_memberships/{organization_membership_id}/resources/{resource_id}/permissions")
                  .per(Scope.given("organization_membership_id", "resource_id")))
          .uniqueWithin("organization_membership_id", "resource_id")
          .columns(
              COLUMNS,
              text("organization_membership_id", "The membership; must be given.")
                  .references("workos_organization_membership")
                  .bound(),
              text("resource_id", "The resource; must be given.")
                  .references("workos_authorization_resource")
                  .bound());

  private PermissionTables() {}
}
