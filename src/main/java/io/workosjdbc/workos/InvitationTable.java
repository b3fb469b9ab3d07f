package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.resource.Parameter.equality;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Resource;

/** {@code workos_invitation} (API reference, User Management: Invitation). */
final class InvitationTable {

  static final Resource INVITATION =
      Resource.named("workos_invitation")
          .describedAs("An invitation to sign up, or to become a member of an organization.")
          .listedBy(
              list("/user_management/invitations")
                  .narrowedBy(equality("organization_id"), equality("email")))
          .fetchedBy("id", "/user_management/invitations/{}")
          .secret("token")
          .secret("accept_invitation_url")
          .columns(
              id("invitation"),
              text("email", "Who is invited."),
              text("state", "pending, accepted, expired or revoked."),
              organizationId("The organization that they are invited to, if it is one."),
              text("role_slug", "The role that they will have.").references("workos_role", "slug"),
              text("inviter_user_id", "The user who invited them.").references("workos_user"),
              text("accepted_user_id", "The user who accepted it.").references("workos_user"),
              text("token", "A secret, masked."),
              text("accept_invitation_url", "A secret, masked."),
              timestamp("accepted_at", "When it was accepted (UTC)."),
              timestamp("revoked_at", "When it was revoked (UTC)."),
              timestamp("expires_at", "When it ends (UTC)."),
              createdAt(),
              updatedAt());

  private InvitationTable() {}
}
