package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the organizations, created over the last three years; the first and the last two share a
 * millisecond.
 */
final class OrganizationGenerator {
  private static final List<String> DOMAIN_STATES =
      List.of(
          "verified", "verified", "verified", "pending", "failed", "legacy_verified", "unverified");

  private final Dice dice;
  private final Instant now;

  OrganizationGenerator(Dice dice, Instant now) {
    this.dice = dice;
    this.now = now;
  }

  /** Oldest first. */
  List<DemoOrganization> generate() {
    List<CompanyNames.Company> companies = CompanyNames.all();
    Duration step = Duration.ofDays(3 * 365).dividedBy(companies.size());
    Instant createdAt = now.minus(Duration.ofDays(3 * 365 + 30));
    List<DemoOrganization> organizations = new ArrayList<>();
    for (int i = 0; i < companies.size(); i++) {
      boolean sharesMillisecond = i == 1 || i == companies.size() - 1;
      if (!sharesMillisecond) {
        createdAt = createdAt.plus(step).plusMillis(dice.below(86_400_000));
      }
      organizations.add(organization(i, companies.get(i), createdAt));
    }
    return organizations;
  }

  private DemoOrganization organization(
      int number, CompanyNames.Company company, Instant createdAt) {
    return new DemoOrganization(
        dice.id("org", createdAt),
        company.name(),
        company.domains().stream().map(domain -> domain(domain, createdAt)).toList(),
        metadata(number),
        number % 3 == 0 ? Optional.of("cust-" + (1000 + number)) : Optional.empty(),
        dice.maybe(0.4, () -> "cus_" + dice.token(14)),
        number % 4 == 3 ? Optional.empty() : Optional.of(number % 8 == 0),
        createdAt,
        dice.between(createdAt, now));
  }

  private DemoOrganization.Domain domain(String domain, Instant createdAt) {
    String state = dice.pick(DOMAIN_STATES);
    boolean open = state.equals("pending") || state.equals("failed");
    return new DemoOrganization.Domain(
        dice.id("org_domain", createdAt),
        domain,
        dice.chance(0.05) ? Optional.empty() : Optional.of(state),
        open || dice.chance(0.8) ? Optional.of(open ? "dns" : "manual") : Optional.empty(),
        open ? Optional.of("secret-token-" + dice.token(20)) : Optional.empty(),
        createdAt);
  }

  private Map<String, String> metadata(int number) {
    return switch (number % 4) {
      case 0 -> Map.of("tier", "gold");
      case 1 -> Map.of("tier", "silver", "region", dice.pick(List.of("emea", "apac", "amer")));
      case 2 -> Map.of("note", "renews \"yearly\", see Zoë");
      default -> Map.of();
    };
  }
}
