package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;

import io.workosjdbc.resource.Column;

/** Columns that most tables have. */
final class CommonColumns {

  private CommonColumns() {}

  static Column id(String what) {
    return text("id", "Identifier of the " + what + ".");
  }

  static Column organizationId() {
    return organizationId("The organization that it belongs to.");
  }

  static Column organizationId(String description) {
    return text("organization_id", description).references("workos_organization");
  }

  static Column userId(String description) {
    return text("user_id", description).references("workos_user");
  }

  static Column createdAt() {
    return timestamp("created_at", "When it was created (UTC).");
  }

  static Column updatedAt() {
    return timestamp("updated_at", "When it last changed (UTC).");
  }
}
