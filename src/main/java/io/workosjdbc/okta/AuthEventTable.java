package io.workosjdbc.okta;

import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Resource;
import java.util.stream.Stream;

/** {@code okta_auth_event} (api/okta.md section 7): the sign-in family of the System Log. */
final class AuthEventTable {

  private static final String SIGN_INS =
      LogEvents.ofTypes(
          Stream.of("user.authentication", "user.session", "user.mfa"),
          Stream.of("policy.evaluate_sign_on"));

  static final Resource AUTH_EVENT =
      Resource.named("okta_auth_event")
          .describedAs("An authentication event: one step of somebody's attempt to sign in.")
          .listedBy(LogEvents.listOf(Expressions.of(LogEvents.FILTER).always(SIGN_INS)))
          .columns(LogColumns.SHARED);

  private AuthEventTable() {}
}
