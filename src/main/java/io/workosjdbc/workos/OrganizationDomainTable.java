package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.elements;

import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import java.util.Set;

/** {@code workos_organization_domain} (API reference, Organization Domains). */
final class OrganizationDomainTable {

  /** The API has no list of domains; every organization shows its own. */
  static final Resource ORGANIZATION_DOMAIN =
      Resource.named("workos_organization_domain")
          .describedAs("A domain of an organization, read from the list of organizations.")
          .listedBy(
              elements("/organizations", "domains")
                  .narrowedBy(new Parameter.Equality("domains", "domain", Set.of())))
          .fetchedBy("id", "/organization_domains/{}")
          .fetchedWith("organization_id", "/organizations/{}", "domains")
          .secret("verification_token")
          .columns(
              id("domain"),
              organizationId(),
              text("domain", "The domain, such as acme.example."),
              text("state", "verified, pending, failed, unverified or legacy_verified."),
              text("verification_strategy", "dns or manual."),
              text("verification_prefix", "Name of the DNS record that proves it."),
              text("verification_token", "A secret, masked."),
              createdAt(),
              updatedAt());

  private OrganizationDomainTable() {}
}
