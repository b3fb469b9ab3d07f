package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.eachOrganization;
import static io.workosjdbc.workos.Lists.whole;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.List;

/** The tables of roles (API reference, Roles). */
final class RoleTables {

  private static final List<Column> COLUMNS =
      List.of(
          id("role"),
          text("slug", "Its name in code."),
          text("name", "Name, as people read it."),
          text("description", "What it is for."),
          text("type", "EnvironmentRole or OrganizationRole."),
          text("resource_type_slug", "The type of resource that it is about."),
          json("permissions", "The slugs of its permissions, as a JSON array."),
          createdAt(),
          updatedAt());

  static final Resource ROLE =
      Resource.named("workos_role")
          .describedAs("A role of the environment, which every organization has.")
          .listedBy(whole("/authorization/roles"))
          .fetchedBy("slug", "/authorization/roles/{}")
          .columns(COLUMNS);

  static final Resource ORGANIZATION_ROLE =
      Resource.named("workos_organization_role")
          .describedAs("A role that an organization has: those of the environment, and its own.")
          .listedBy(
              whole("/authorization/organizations/{organizationId}/roles")
                  .per(eachOrganization("organizationId")))
          .uniqueWithin("organization_id")
          .columns(COLUMNS, organizationId("The organization.").bound());

  private RoleTables() {}
}
