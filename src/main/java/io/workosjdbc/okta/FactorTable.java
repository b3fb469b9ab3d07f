package io.workosjdbc.okta;

import static io.workosjdbc.okta.Lists.createdAt;
import static io.workosjdbc.okta.Lists.lastUpdated;
import static io.workosjdbc.okta.Lists.whole;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;

/** {@code okta_factor} (api/okta.md section 8). */
final class FactorTable {

  static final Resource FACTOR =
      Resource.named("okta_factor")
          .describedAs("A second factor that a user has enrolled: one request for each user.")
          .listedBy(
              whole("/api/v1/users/{userId}/factors", 5)
                  .per(Scope.given(new Scope.Key("userId", "user_id", "id"))))
          .uniqueWithin("user_id")
          .secret("_embedded.activation")
          .columns(
              text("id", "Identifier of the factor."),
              text("user_id", "The user.").references("okta_user").bound(),
              text("factor_type", "push, sms, token:software:totp, webauthn, ...")
                  .from("factorType"),
              text("provider", "OKTA, GOOGLE, FIDO, ..."),
              text("vendor_name", "Its maker.").from("vendorName"),
              text("status", "ACTIVE, PENDING_ACTIVATION, INACTIVE, ..."),
              createdAt(),
              lastUpdated(),
              json("profile", "What it is reached by, as a JSON object."));

  private FactorTable() {}
}
