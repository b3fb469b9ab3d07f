package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.CommonColumns.userId;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.List;

/**
 * The tables of codes that were sent to users, each got by its id alone (API reference, User
 * Management). The codes themselves are masked.
 */
final class ChallengeTables {

  private static final List<Column> COLUMNS =
      List.of(
          id("challenge"),
          userId("The user that it was sent to."),
          text("email", "The email address that it was sent to."),
          timestamp("expires_at", "When it ends (UTC)."),
          createdAt());

  static final Resource EMAIL_VERIFICATION =
      Resource.named("workos_email_verification")
          .describedAs("A code by which a user proves an email address; its id must be given.")
          .listedBy(
              Listing.ofObject("/user_management/email_verification/{id}").per(Scope.given("id")))
          .secret("code")
          .columns(COLUMNS, text("code", "A secret, masked."), updatedAt());

  static final Resource MAGIC_AUTH =
      Resource.named("workos_magic_auth")
          .describedAs("A code by which a user signs in; its id must be given.")
          .listedBy(Listing.ofObject("/user_management/magic_auth/{id}").per(Scope.given("id")))
          .secret("code")
          .columns(COLUMNS, text("code", "A secret, masked."), updatedAt());

  static final Resource PASSWORD_RESET =
      Resource.named("workos_password_reset")
          .describedAs("A link by which a user chooses a new password; its id must be given.")
          .listedBy(Listing.ofObject("/user_management/password_reset/{id}").per(Scope.given("id")))
          .secret("password_reset_token")
          .secret("password_reset_url")
          .columns(
              COLUMNS,
              text("password_reset_token", "A secret, masked."),
              text("password_reset_url", "A secret, masked."));

  static final Resource RADAR_CHALLENGE =
      Resource.named("workos_radar_challenge")
          .describedAs("A code that Radar asked a user for; its id must be given.")
          .listedBy(
              Listing.ofObject("/user_management/radar_challenges/{id}").per(Scope.given("id")))
          .secret("code")
          .columns(COLUMNS, text("type", "email."), text("code", "A secret, masked."), updatedAt());

  private ChallengeTables() {}
}
