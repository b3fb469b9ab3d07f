package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.integer;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.resource.Parameter.equality;

import io.workosjdbc.resource.Resource;

/** {@code workos_directory} (API reference, Directory). */
final class DirectoryTable {

  static final Resource DIRECTORY =
      Resource.named("workos_directory")
          .describedAs("A directory: where an organization's people and groups are synced from.")
          .listedBy(
              Lists.list("/directories")
                  .narrowedBy(equality("organization_id"), equality("domain")))
          .fetchedBy("id", "/directories/{}")
          .announcedBy(Announcements.DIRECTORIES)
          .columns(
              text("id", "Identifier of the directory."),
              text("name", "Name, as people read it."),
              text("directory_type", "Provider, such as okta scim v2.0.").from("type"),
              text("state", "linked, validating, invalid_credentials, unlinked or deleting."),
              text("organization_id", "The organization that it belongs to.")
                  .references("workos_organization"),
              text("domain", "Its domain."),
              text("external_key", "Its identifier at the provider."),
              integer("active_users", "How many of its users are active.")
                  .from("metadata.users.active"),
              integer("inactive_users", "How many of its users are inactive.")
                  .from("metadata.users.inactive"),
              integer("groups_count", "How many groups it has.").from("metadata.groups"),
              timestamp("created_at", "When it was created (UTC)."),
              timestamp("updated_at", "When it last changed (UTC)."));

  private DirectoryTable() {}
}
