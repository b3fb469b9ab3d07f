package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.bool;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.resource.Parameter.element;

import io.workosjdbc.resource.Resource;

/** {@code workos_organization} (API reference, Organization). */
final class OrganizationTable {

  static final Resource ORGANIZATION =
      Resource.named("workos_organization")
          .describedAs("An organization: a customer whose people sign in through WorkOS.")
          .listedBy(Lists.list("/organizations").narrowedBy(element("domains", "domains")))
          .fetchedBy("id", "/organizations/{}")
          .fetchedBy("external_id", "/organizations/external_id/{}")
          .secret("domains.verification_token")
          .announcedBy(Announcements.ORGANIZATIONS)
          .columns(
              text("id", "Identifier of the organization."),
              text("name", "Name, as people read it."),
              text("domains", "Its domains, separated by commas.").joining("domains", "domain"),
              text("external_id", "Its identifier in your own system."),
              text("stripe_customer_id", "Its customer in Stripe."),
              json("metadata", "Key-value pairs that you attached, as a JSON object."),
              bool(
                  "allow_profiles_outside_organization",
                  "Whether people outside its domains may sign in (deprecated)."),
              timestamp("created_at", "When it was created (UTC)."),
              timestamp("updated_at", "When it last changed (UTC)."));

  private OrganizationTable() {}
}
