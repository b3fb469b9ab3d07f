package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.bool;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.CommonColumns.userId;

import io.workosjdbc.resource.Column;
import java.util.List;

/** The columns of organization memberships, whoever lists them. */
final class MembershipColumns {

  static final List<Column> COLUMNS =
      List.of(
          id("membership"),
          userId("The user."),
          organizationId("The organization that the user is a member of."),
          text("organization_name", "Name of that organization."),
          text("status", "active, inactive or pending."),
          bool("directory_managed", "Whether a directory decides about it."),
          json("custom_attributes", "Attributes of your own, as a JSON object."),
          createdAt(),
          updatedAt());

  private MembershipColumns() {}
}
