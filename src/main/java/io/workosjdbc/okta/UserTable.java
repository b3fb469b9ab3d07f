package io.workosjdbc.okta;

import static io.workosjdbc.okta.Lists.createdAt;
import static io.workosjdbc.okta.Lists.lastUpdated;
import static io.workosjdbc.okta.Lists.list;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.List;
import java.util.stream.Stream;

/** {@code okta_user} (api/okta.md section 5). */
final class UserTable {

  static final Resource USER =
      Resource.named("okta_user")
          .describedAs("A user: a person who signs in, deprovisioned ones among them.")
          .listedBy(list("/api/v1/users", 200).narrowedBy(UserExpressions.USERS).expecting(20))
          .fetchedBy("id", "/api/v1/users/{}")
          .secret("credentials.password")
          .secret("credentials.recovery_question")
          .columns(
              Stream.of(List.of(id()), Profile.NAMES, state(), Profile.DETAILS)
                  .flatMap(List::stream)
                  .toList(),
              json("profile", "The whole profile with its custom attributes, as a JSON object."));

  private UserTable() {}

  private static Column id() {
    return text("id", "Identifier of the user.");
  }

  private static List<Column> state() {
    return List.of(
        text("status", "ACTIVE, DEPROVISIONED, LOCKED_OUT, STAGED, SUSPENDED, ..."),
        createdAt(),
        timestamp("activated_at", "When they were activated (UTC).").from("activated"),
        timestamp("status_changed", "When the status last changed (UTC).").from("statusChanged"),
        timestamp("last_login", "When they last signed in (UTC).").from("lastLogin"),
        lastUpdated(),
        timestamp("password_changed", "When the password was set (UTC).").from("passwordChanged"),
        text("transitioning_to_status", "The status that it is about to have.")
            .from("transitioningToStatus"),
        text("realm_id", "The realm that they belong to.").from("realmId"),
        text("type_id", "Identifier of the kind of user.").from("type.id"),
        text("provider_type", "Who checks the password: OKTA, ACTIVE_DIRECTORY, FEDERATION, ...")
            .from("credentials.provider.type"),
        text("provider_name", "Its name.").from("credentials.provider.name"));
  }
}
