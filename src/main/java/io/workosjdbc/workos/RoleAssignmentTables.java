package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Parameter.equality;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.each;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.List;
import java.util.stream.Stream;

/** The tables of role assignments (API reference, Authorization). */
final class RoleAssignmentTables {

  private static final List<Column> ASSIGNMENT =
      List.of(
          id("assignment"),
          text("role_slug", "The role.").from("role.slug").references("workos_role", "slug"),
          text("resource_id", "The resource that it is about.")
              .from("resource.id")
              .references("workos_authorization_resource"),
          text("resource_type_slug", "Type of that resource.").from("resource.resource_type_slug"),
          text("resource_external_id", "Identifier of that resource in your own system.")
              .from("resource.external_id"),
          createdAt(),
          updatedAt());

  private static final List<Column> OF_MEMBERSHIP =
      Stream.concat(
              ASSIGNMENT.stream(),
              Stream.of(
                  text("organization_membership_id", "The membership that has the role.")
                      .references("workos_organization_membership"),
                  text(
                          "source_type",
                          "direct, or group when the membership has it through a group.")
                      .from("source.type"),
                  text("group_role_assignment_id", "The assignment of that group.")
                      .from("source.group_role_assignment_id")
                      .references("workos_group_role_assignment")))
          .toList();

  static final Resource GROUP_ROLE_ASSIGNMENT =
      Resource.named("workos_group_role_assignment")
          .describedAs("A role that a group has on a resource.")
          .listedBy(
              list("/authorization/groups/{group_id}/role_assignments")
                  .per(each("workos_group", "group_id", "group_id")))
          .columns(ASSIGNMENT, text("group_id", "The group.").references("workos_group"));

  static final Resource MEMBERSHIP_ROLE_ASSIGNMENT =
      Resource.named("workos_membership_role_assignment")
          .describedAs("A role that a membership has on a resource, listed by membership.")
          .listedBy(
              list("/authorization/organization_memberships/{organization_membership_id}/role_assignments")
                  .per(
                      each(
                          "workos_organization_membership",
                          "organization_membership_id",
                          "organization_membership_id"))
                  .narrowedBy(equality("resource_id")))
          .columns(OF_MEMBERSHIP);

  static final Resource RESOURCE_ROLE_ASSIGNMENT =
      Resource.named("workos_resource_role_assignment")
          .describedAs("A role that a membership has on a resource, listed by resource.")
          .listedBy(
              list("/authorization/resources/{resource_id}/role_assignments")
                  .per(each("workos_authorization_resource", "resource_id", "resource_id"))
                  .narrowedBy(equality("role_slug")))
          .columns(OF_MEMBERSHIP);

  private RoleAssignmentTables() {}
}
