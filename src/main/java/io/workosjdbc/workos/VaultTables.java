package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.bool;
import static io.workosjdbc.resource.Column.integer;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.each;
import static io.workosjdbc.workos.Lists.ofServiceSize;
import static io.workosjdbc.workos.Lists.whole;

import io.workosjdbc.resource.Resource;

/** The tables of Vault objects; values are never read (API reference, Vault). */
final class VaultTables {

  static final Resource VAULT_OBJECT =
      Resource.named("workos_vault_object")
          .describedAs("An object in the vault: that it exists, never its value.")
          .listedBy(ofServiceSize("/vault/v1/kv"))
          .secret("value")
          .columns(id("object"), text("name", "Its name."), updatedAt());

  static final Resource VAULT_OBJECT_VERSION =
      Resource.named("workos_vault_object_version")
          .describedAs("A version of an object in the vault: that it exists, never its value.")
          .listedBy(
              whole("/vault/v1/kv/{id}/versions")
                  .per(each("workos_vault_object", "id", "object_id")))
          .secret("value")
          .uniqueWithin("object_id")
          .columns(
              id("version"),
              text("object_id", "The object.").references("workos_vault_object").bound(),
              bool("current_version", "Whether it is the newest."),
              text("etag", "Changes with the content."),
              integer("size", "How many bytes it has."),
              createdAt());

  private VaultTables() {}
}
