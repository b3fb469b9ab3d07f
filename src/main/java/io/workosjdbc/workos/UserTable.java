package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.bool;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.resource.Parameter.equality;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Resource;

/** {@code workos_user} (API reference, User Management: User). */
final class UserTable {

  static final Resource USER =
      Resource.named("workos_user")
          .describedAs("A user: a person who signs in, in however many organizations.")
          .listedBy(list("/user_management/users").narrowedBy(equality("email")).expecting(20))
          .fetchedBy("id", "/user_management/users/{}")
          .fetchedBy("external_id", "/user_management/users/external_id/{}")
          .columns(
              id("user"),
              text("email", "Email address."),
              text("first_name", "First name."),
              text("last_name", "Last name."),
              text("name", "Whole name."),
              bool("email_verified", "Whether the address was proven to be theirs."),
              text("external_id", "Their identifier in your own system."),
              json("metadata", "Key-value pairs that you attached, as a JSON object."),
              text("profile_picture_url", "Where their picture is."),
              text("locale", "Preferred language, such as en-US."),
              timestamp("last_sign_in_at", "When they last signed in (UTC)."),
              createdAt(),
              updatedAt());

  private UserTable() {}
}
