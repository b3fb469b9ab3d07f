package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.CommonColumns.userId;
import static io.workosjdbc.workos.Lists.eachUser;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Resource;

/** {@code workos_session} (API reference, User Management: Session). */
final class SessionTable {

  static final Resource SESSION =
      Resource.named("workos_session")
          .describedAs("A session of a user that has not ended; the API lists no others.")
          .listedBy(list("/user_management/users/{id}/sessions").per(eachUser("id")))
          .columns(
              id("session"),
              userId("The user."),
              organizationId("The organization that they signed in to."),
              text("status", "active, expired or revoked."),
              text(
                  "auth_method",
                  "How they signed in: sso, password, oauth, passkey, magic_code, ..."),
              text("ip_address", "Where they signed in from."),
              text("user_agent", "The browser or program."),
              text("impersonator_email", "Who acts as the user, if somebody does.")
                  .from("impersonator.email"),
              text("impersonator_reason", "Why.").from("impersonator.reason"),
              timestamp("expires_at", "When it will end (UTC)."),
              timestamp("ended_at", "When it ended (UTC)."),
              createdAt(),
              updatedAt());

  private SessionTable() {}
}
