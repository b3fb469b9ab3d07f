package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.resource.Parameter.equality;
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

/**
 * The tables of API keys that organizations and users made (API reference, API Keys). What is shown
 * only when a key was created is masked in lists, too, should one show it.
 */
final class ApiKeyTables {

  private static final List<Column> COLUMNS =
      List.of(
          id("API key"),
          text("name", "Name, as people read it."),
          text("obfuscated_value", "Its first and last characters."),
          json("permissions", "The slugs of its permissions, as a JSON array."),
          timestamp("last_used_at", "When it was last used (UTC)."),
          timestamp("expires_at", "When it ends (UTC)."),
          createdAt(),
          updatedAt());

  static final Resource ORGANIZATION_API_KEY =
      Resource.named("workos_organization_api_key")
          .describedAs("An API key of an organization.")
          .listedBy(
              list("/organizations/{organizationId}/api_keys")
                  .per(eachOrganization("organizationId")))
          .secret("value")
          .columns(COLUMNS, organizationId().from("owner.id"));

  static final Resource USER_API_KEY =
      Resource.named("workos_user_api_key")
          .describedAs("An API key of a user.")
          .listedBy(
              list("/user_management/users/{userId}/api_keys")
                  .per(eachUser("userId"))
                  .narrowedBy(equality("organization_id")))
          .secret("value")
          .columns(
              COLUMNS,
              userId("The user that it belongs to.").from("owner.id"),
              organizationId("The organization in which it can be used.")
                  .from("owner.organization_id"));

  private ApiKeyTables() {}
}
