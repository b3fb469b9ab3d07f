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

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.List;

/** The tables of feature flags (API reference, Feature Flags). */
final class FeatureFlagTables {

  private static final List<Column> COLUMNS =
      List.of(
          id("flag"),
          text("slug", "Its name in code."),
          text("name", "Name, as people read it."),
          text("description", "What it is for."),
          bool("enabled", "Whether it is on at all."),
          bool("default_value", "What it is for those whom it does not target."),
          json("tags", "Its tags, as a JSON array."),
          text("owner_email", "Email address of its owner.").from("owner.email"),
          json("owner", "Its owner, as a JSON object."),
          createdAt(),
          updatedAt());

  static final Resource FEATURE_FLAG =
      Resource.named("workos_feature_flag")
          .describedAs("A feature flag.")
          .listedBy(list("/feature-flags"))
          .fetchedBy("slug", "/feature-flags/{}")
          .columns(COLUMNS);

  static final Resource ORGANIZATION_FEATURE_FLAG =
      Resource.named("workos_organization_feature_flag")
          .describedAs("A feature flag that is on for an organization.")
          .listedBy(
              list("/organizations/{organizationId}/feature-flags")
                  .per(eachOrganization("organizationId")))
          .uniqueWithin("organization_id")
          .columns(COLUMNS, organizationId("The organization.").bound());

  static final Resource USER_FEATURE_FLAG =
      Resource.named("workos_user_feature_flag")
          .describedAs("A feature flag that is on for a user, directly or through a membership.")
          .listedBy(list("/user_management/users/{userId}/feature-flags").per(eachUser("userId")))
          .uniqueWithin("user_id")
          .columns(COLUMNS, userId("The user.").bound());

  private FeatureFlagTables() {}
}
