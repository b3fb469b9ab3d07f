package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Parameter.equality;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.each;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.RateLimit;
import io.workosjdbc.resource.Resource;

/** The tables of who is in directories (API reference, Directory Sync). */
final class DirectoryPeopleTables {

  /**
   * The API answers 4 requests a second for each directory (API reference, Rate limits). It says so
   * of people; groups take their turn with them.
   */
  private static final RateLimit EACH_DIRECTORY = new RateLimit("directory", "directory_id", 4);

  static final Resource DIRECTORY_USER =
      Resource.named("workos_directory_user")
          .describedAs(
              "A person in a directory; the API answers 4 requests a second for each directory.")
          .listedBy(
              list("/directory_users")
                  .per(each("workos_directory", "directory", "directory_id"))
                  .narrowedBy(equality("email"), equality("idp_id"))
                  .limitedTo(EACH_DIRECTORY)
                  .expecting(3))
          .fetchedBy("id", "/directory_users/{}")
          .columns(
              id("directory user"),
              text("directory_id", "The directory.").references("workos_directory"),
              organizationId("The organization of the directory."),
              text("idp_id", "Identifier at the provider."),
              text("email", "Email address."),
              text("first_name", "First name."),
              text("last_name", "Last name."),
              text("name", "Whole name."),
              text("state", "active, suspended or inactive."),
              text("role_slug", "The role.").from("role.slug").references("workos_role", "slug"),
              json("roles", "All roles, as a JSON array."),
              json("custom_attributes", "Attributes that you mapped, as a JSON object."),
              json("raw_attributes", "What the provider sent, as a JSON object (deprecated)."),
              json("emails", "All email addresses, as a JSON array (deprecated)."),
              text("job_title", "Job title (deprecated)."),
              text("username", "Name at the provider (deprecated)."),
              json(
                  "groups",
                  "Groups, as a JSON array (deprecated: see workos_directory_group_membership)."),
              createdAt(),
              updatedAt());

  static final Resource DIRECTORY_GROUP =
      Resource.named("workos_directory_group")
          .describedAs("A group in a directory.")
          .listedBy(
              list("/directory_groups")
                  .per(each("workos_directory", "directory", "directory_id"))
                  .limitedTo(EACH_DIRECTORY))
          .fetchedBy("id", "/directory_groups/{}")
          .columns(
              id("directory group"),
              text("directory_id", "The directory.").references("workos_directory"),
              organizationId("The organization of the directory."),
              text("idp_id", "Identifier at the provider."),
              text("name", "Name, as people read it."),
              json("raw_attributes", "What the provider sent, as a JSON object."),
              createdAt(),
              updatedAt());

  static final Resource DIRECTORY_GROUP_MEMBERSHIP =
      Resource.named("workos_directory_group_membership")
          .describedAs(
              "That a person is in a group of a directory: one list of people for each group.")
          .listedBy(
              list("/directory_users")
                  .per(
                      each("workos_directory_group", "group", "directory_group_id")
                          .knowing("directory_id"))
                  .limitedTo(EACH_DIRECTORY))
          .uniqueWithin("directory_group_id")
          .columns(
              text("directory_user_id", "The person.")
                  .from("id")
                  .references("workos_directory_user"),
              text("directory_group_id", "The group.").references("workos_directory_group").bound(),
              text("directory_id", "The directory of the person.").references("workos_directory"),
              organizationId("The organization of the directory."),
              text("email", "Email address of the person."),
              text("state", "active, suspended or inactive."),
              createdAt());

  private DirectoryPeopleTables() {}
}
