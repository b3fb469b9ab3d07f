package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.CommonColumns.userId;
import static io.workosjdbc.workos.Lists.array;
import static io.workosjdbc.workos.Lists.eachUser;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Resource;

/**
 * The tables of how users sign in (API reference, User Management, Multi-Factor Auth). What is
 * shown only when a factor was enrolled is masked in lists, too, should one show it.
 */
final class UserCredentialTables {

  static final Resource USER_IDENTITY =
      Resource.named("workos_user_identity")
          .describedAs("An account elsewhere with which a user signs in.")
          .listedBy(array("/user_management/users/{id}/identities").per(eachUser("id")))
          .uniqueWithin("user_id", "provider")
          .columns(
              text("idp_id", "Identifier of the user at the provider."),
              userId("The user.").bound(),
              text("type", "OAuth."),
              text("provider", "The provider, such as GoogleOAuth."));

  static final Resource AUTH_FACTOR =
      Resource.named("workos_auth_factor")
          .describedAs("A second factor of a user.")
          .listedBy(
              list("/user_management/users/{userlandUserId}/auth_factors")
                  .per(eachUser("userlandUserId")))
          .fetchedBy("id", "/auth/factors/{}")
          .secret("totp.secret")
          .secret("totp.uri")
          .secret("totp.qr_code")
          .columns(
              id("factor"),
              userId("The user.").bound(),
              text("type", "totp, sms, webauthn or generic_otp."),
              text("phone_number", "Where texts are sent to.").from("sms.phone_number"),
              text("totp_issuer", "What an authenticator shows as the issuer.").from("totp.issuer"),
              text("totp_user", "What an authenticator shows as the user.").from("totp.user"),
              createdAt(),
              updatedAt());

  private UserCredentialTables() {}
}
