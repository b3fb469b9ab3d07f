package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Parameter.choice;
import static io.workosjdbc.workos.Lists.eachOrganization;
import static io.workosjdbc.workos.Lists.eachUser;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Resource;
import java.util.List;
import java.util.Set;

/**
 * {@code workos_organization_membership} (API reference, User Management: Organization Membership).
 */
final class OrganizationMembershipTable {

  /** Without statuses the list would have the active ones only. */
  private static final List<String> STATUSES = List.of("active", "inactive", "pending");

  static final Resource ORGANIZATION_MEMBERSHIP =
      Resource.named("workos_organization_membership")
          .describedAs("A membership: that a user belongs to an organization, and with which role.")
          .listedBy(
              list("/user_management/organization_memberships")
                  .per(eachOrganization("organization_id"), eachUser("user_id"))
                  .narrowedBy(choice("statuses", "status", STATUSES, Set.copyOf(STATUSES))))
          .fetchedBy("id", "/user_management/organization_memberships/{}")
          .columns(
              MembershipColumns.COLUMNS,
              text("role_slug", "The role.").from("role.slug").references("workos_role", "slug"),
              json("roles", "All roles, as a JSON array."),
              text("user_email", "Email address of the user.").from("user.email"),
              text("user_name", "Whole name of the user.").from("user.name"),
              json("user", "The user, as a JSON object."));

  private OrganizationMembershipTable() {}
}
