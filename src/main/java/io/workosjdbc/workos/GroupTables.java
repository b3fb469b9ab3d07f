package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.each;
import static io.workosjdbc.workos.Lists.eachOrganization;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.List;

/** The tables of groups and who is in them (API reference, Groups). */
final class GroupTables {

  private static final List<Column> COLUMNS =
      List.of(
          id("group"),
          organizationId(),
          text("name", "Name, as people read it."),
          text("description", "What it is for."),
          createdAt(),
          updatedAt());

  static final Resource GROUP =
      Resource.named("workos_group")
          .describedAs("A group of members of an organization.")
          .listedBy(
              list("/organizations/{organizationId}/groups")
                  .per(eachOrganization("organizationId")))
          .columns(COLUMNS);

  static final Resource GROUP_MEMBERSHIP =
      Resource.named("workos_group_membership")
          .describedAs("A membership that is in a group.")
          .listedBy(
              list("/organizations/{organizationId}/groups/{groupId}/organization-memberships")
                  .per(
                      Scope.of(
                          "workos_group",
                          new Scope.Key("organizationId", "organization_id", "organization_id"),
                          new Scope.Key("groupId", "group_id", "id"))))
          .uniqueWithin("group_id")
          .columns(
              MembershipColumns.COLUMNS,
              text("group_id", "The group.").references("workos_group").bound());

  static final Resource MEMBERSHIP_GROUP =
      Resource.named("workos_membership_group")
          .describedAs(
              "A group that a membership is in: workos_group_membership from the other side.")
          .listedBy(
              list("/user_management/organization_memberships/{omId}/groups")
                  .per(
                      each("workos_organization_membership", "omId", "organization_membership_id")))
          .uniqueWithin("organization_membership_id")
          .columns(
              COLUMNS,
              text("organization_membership_id", "The membership.")
                  .references("workos_organization_membership")
                  .bound());

  private GroupTables() {}
}
