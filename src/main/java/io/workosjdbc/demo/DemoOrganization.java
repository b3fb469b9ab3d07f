package io.workosjdbc.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An organization: fact sheet section 7, {@code workos_organization}. */
public record DemoOrganization(
    String id,
    String name,
    List<Domain> domains,
    Map<String, String> metadata,
    Optional<String> externalId,
    Optional<String> stripeCustomerId,
    Optional<Boolean> allowProfilesOutsideOrganization,
    Instant createdAt,
    Instant updatedAt)
    implements DemoObject {

  /**
   * A domain of an organization; the verification token is a secret that the API lists all the
   * same.
   */
  public record Domain(
      String id,
      String domain,
      Optional<String> state,
      Optional<String> verificationStrategy,
      Optional<String> verificationToken,
      Instant createdAt) {

    Map<String, @Nullable Object> json(String organizationId) {
      return new Fields()
          .put("object", "organization_domain")
          .put("id", id)
          .put("organization_id", organizationId)
          .put("domain", domain)
          .putIfPresent("state", state)
          .putIfPresent("verification_prefix", verificationToken.map(token -> "workos-demo"))
          .putIfPresent("verification_token", verificationToken)
          .putIfPresent("verification_strategy", verificationStrategy)
          .put("created_at", createdAt)
          .put("updated_at", createdAt)
          .toMap();
    }
  }

  public DemoOrganization {
    domains = List.copyOf(domains);
    metadata = Map.copyOf(metadata);
  }

  /** An organization with a name and nothing else. */
  public static DemoOrganization of(String id, String name, Instant createdAt) {
    return new DemoOrganization(
        id,
        name,
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        createdAt,
        createdAt);
  }

  /** The names of the domains, in the API's order. */
  public List<String> domainNames() {
    return domains.stream().map(Domain::domain).toList();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return new Fields()
        .put("object", "organization")
        .put("id", id)
        .put("name", name)
        .put("domains", domains.stream().map(domain -> domain.json(id)).toList())
        .put("metadata", metadata)
        .putOrNull("external_id", externalId)
        .putIfPresent("stripe_customer_id", stripeCustomerId)
        .put("created_at", createdAt)
        .put("updated_at", updatedAt)
        .putIfPresent("allow_profiles_outside_organization", allowProfilesOutsideOrganization)
        .toMap();
  }
}
