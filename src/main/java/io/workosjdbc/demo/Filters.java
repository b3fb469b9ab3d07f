package io.workosjdbc.demo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the filters of the three entity lists mean: fact sheet sections 7 and 10. */
final class Filters {
  /**
   * The values of the connection_type filter; objects have four more, and another spelling of
   * GitHub.
   */
  private static final Set<String> CONNECTION_TYPES =
      Set.of(
          "ADFSSAML",
          "AdpOidc",
          "AppleOAuth",
          "Auth0SAML",
          "AzureSAML",
          "BitbucketOAuth",
          "CasSAML",
          "CloudflareSAML",
          "ClassLinkSAML",
          "CleverOIDC",
          "CyberArkSAML",
          "DiscordOAuth",
          "DuoSAML",
          "EntraIdOIDC",
          "GenericOIDC",
          "GenericSAML",
          "GithubOAuth",
          "GitLabOAuth",
          "GoogleOAuth",
          "GoogleOIDC",
          "GoogleSAML",
          "GrokOAuth",
          "XOAuth",
          "IntuitOAuth",
          "JumpCloudSAML",
          "KeycloakSAML",
          "LastPassSAML",
          "LinkedInOAuth",
          "LoginGovOidc",
          "MagicLink",
          "MicrosoftOAuth",
          "MiniOrangeSAML",
          "NetIqSAML",
          "OktaOIDC",
          "OktaSAML",
          "OneLoginSAML",
          "OracleSAML",
          "PingFederateSAML",
          "PingOneSAML",
          "RipplingSAML",
          "SalesforceSAML",
          "ShibbolethGenericSAML",
          "ShibbolethSAML",
          "SimpleSamlPhpSAML",
          "SalesforceOAuth",
          "SlackOAuth",
          "VercelMarketplaceOAuth",
          "VercelOAuth",
          "VMwareSAML",
          "XeroOAuth");

  private Filters() {}

  /** {@code domains} matches any of its names, {@code search} a part of the name in any case. */
  static Predicate<DemoOrganization> organizations(Query query, Environment environment) {
    List<String> domains = query.list("domains");
    return Filters.<DemoOrganization>named(query, DemoOrganization::name)
        .and(
            organization ->
                domains.isEmpty()
                    || organization.domainNames().stream().anyMatch(domains::contains));
  }

  static Predicate<DemoConnection> connections(Query query, Environment environment) {
    Optional<String> organization = organization(query, environment);
    Optional<String> domain = query.text("domain");
    Optional<String> type = query.text("connection_type").map(Filters::connectionType);
    return Filters.<DemoConnection>named(query, DemoConnection::name)
        .and(
            connection ->
                organization.isEmpty() || connection.organizationId().equals(organization))
        .and(connection -> domain.isEmpty() || connection.domains().contains(domain.get()))
        .and(connection -> type.isEmpty() || connection.connectionType().equals(type.get()));
  }

  static Predicate<DemoDirectory> directories(Query query, Environment environment) {
    Optional<String> organization = organization(query, environment);
    Optional<String> domain = query.text("domain");
    return Filters.<DemoDirectory>named(query, DemoDirectory::name)
        .and(
            directory ->
                organization.isEmpty() || directory.organizationId().equals(organization.get()))
        .and(directory -> domain.isEmpty() || directory.domain().equals(domain));
  }

  private static <T> Predicate<T> named(Query query, Function<T, String> name) {
    Optional<String> part = query.text("search").map(text -> text.toLowerCase(Locale.ROOT));
    return object ->
        part.isEmpty() || name.apply(object).toLowerCase(Locale.ROOT).contains(part.get());
  }

  private static Optional<String> organization(Query query, Environment environment) {
    Optional<String> id = query.text("organization_id");
    if (id.isPresent()
        && environment.has(Quirk.UNKNOWN_ORGANIZATION_REFUSED)
        && !environment.hasOrganization(id.get())) {
      throw Refusal.of(422, "Organization not found: '" + id.get() + "'.");
    }
    return id;
  }

  /** The type that objects have for a value of the filter. */
  private static String connectionType(String value) {
    if (!CONNECTION_TYPES.contains(value)) {
      throw Refusal.invalid("connection_type", "invalid_enum_value");
    }
    return value.equals("GithubOAuth") ? "GitHubOAuth" : value;
  }
}
