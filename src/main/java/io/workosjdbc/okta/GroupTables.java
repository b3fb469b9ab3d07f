package io.workosjdbc.okta;

import static io.workosjdbc.okta.Lists.TERMS;
import static io.workosjdbc.okta.Lists.createdAt;
import static io.workosjdbc.okta.Lists.lastUpdated;
import static io.workosjdbc.okta.Lists.list;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.resource.Expressions.Operator.BEGINS_WITH;
import static io.workosjdbc.resource.Expressions.Operator.CONTAINS;
import static io.workosjdbc.resource.Expressions.Operator.EQUAL;
import static io.workosjdbc.resource.Expressions.Operator.RANGE;

import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Expressions.Attribute;
import io.workosjdbc.resource.Expressions.Grammar;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;

/** Groups and who is in them (api/okta.md section 6). */
final class GroupTables {

  private static final Expressions GROUPS =
      Expressions.of(
          Grammar.of(
              "filter",
              TERMS,
              Attribute.of("id", "id", EQUAL),
              Attribute.of("type", "type", EQUAL),
              Attribute.of("last_updated", "lastUpdated", RANGE),
              Attribute.of("last_membership_updated", "lastMembershipUpdated", RANGE)),
          Grammar.of(
              "search",
              TERMS,
              Attribute.of("id", "id", EQUAL),
              Attribute.of("type", "type", EQUAL),
              Attribute.of("name", "profile.name", EQUAL, BEGINS_WITH, CONTAINS),
              Attribute.of("description", "profile.description", EQUAL, BEGINS_WITH, CONTAINS),
              Attribute.of("created_at", "created", RANGE),
              Attribute.of("last_updated", "lastUpdated", RANGE),
              Attribute.of("last_membership_updated", "lastMembershipUpdated", RANGE)));

  static final Resource GROUP =
      Resource.named("okta_group")
          .describedAs("A group: of Okta's own, of an application, or built in.")
          .listedBy(list("/api/v1/groups", 200).narrowedBy(GROUPS).expecting(5))
          .fetchedBy("id", "/api/v1/groups/{}")
          .columns(
              text("id", "Identifier of the group."),
              text("name", "Name, as people read it.").from("profile.name"),
              text("description", "What it is for.").from("profile.description"),
              text("type", "OKTA_GROUP, APP_GROUP or BUILT_IN."),
              json("object_class", "What kind of object it is, as a JSON array.")
                  .from("objectClass"),
              createdAt(),
              lastUpdated(),
              timestamp("last_membership_updated", "When its members last changed (UTC).")
                  .from("lastMembershipUpdated"),
              text("sam_account_name", "Name in Active Directory.").from("profile.samAccountName"),
              text("windows_domain_qualified_name", "The same with the domain.")
                  .from("profile.windowsDomainQualifiedName"),
              text("dn", "Distinguished name in Active Directory.").from("profile.dn"),
              text("group_type", "Security or distribution, in Active Directory.")
                  .from("profile.groupType"),
              text("group_scope", "How far it reaches in Active Directory.")
                  .from("profile.groupScope"),
              text("external_id", "Identifier in Active Directory.").from("profile.externalId"),
              json("profile", "The whole profile with its custom attributes, as a JSON object."));

  static final Resource GROUP_MEMBER =
      Resource.named("okta_group_member")
          .describedAs("That a user is in a group: one list of users for each group.")
          .listedBy(
              list("/api/v1/groups/{groupId}/users", 200)
                  .per(Scope.of("okta_group", new Scope.Key("groupId", "group_id", "id"))))
          .uniqueWithin("group_id")
          .secret("credentials.password")
          .secret("credentials.recovery_question")
          .columns(
              text("user_id", "The user.").from("id").references("okta_user"),
              text("group_id", "The group.").references("okta_group").bound(),
              text("login", "The user's login.").from("profile.login"),
              text("email", "The user's email address.").from("profile.email"),
              text("status", "The user's status."));

  private GroupTables() {}
}
