package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.resource.Parameter.element;
import static io.workosjdbc.resource.Parameter.equality;

import io.workosjdbc.resource.Resource;
import java.util.Set;

/** {@code workos_connection} (API reference, Connection). */
final class ConnectionTable {

  /**
   * The types by which the list can be filtered. Objects may have others, for which the whole list
   * is read: Pending, Auth0Migration and TestIdp, and GitHubOAuth, which the filter spells
   * GithubOAuth.
   */
  private static final Set<String> FILTERABLE_TYPES =
      Set.of(
          """
          ADFSSAML AdpOidc AppleOAuth Auth0SAML AzureSAML BitbucketOAuth CasSAML
          ClassLinkSAML CleverOIDC CloudflareSAML CyberArkSAML DiscordOAuth DuoSAML
          EntraIdOIDC GenericOIDC GenericSAML GithubOAuth GitLabOAuth GoogleOAuth GoogleOIDC
          GoogleSAML GrokOAuth IntuitOAuth JumpCloudSAML KeycloakSAML LastPassSAML
          LinkedInOAuth LoginGovOidc MagicLink MicrosoftOAuth MiniOrangeSAML NetIqSAML
          OktaOIDC OktaSAML OneLoginSAML OracleSAML PingFederateSAML PingOneSAML
          RipplingSAML SalesforceOAuth SalesforceSAML ShibbolethGenericSAML ShibbolethSAML
          SimpleSamlPhpSAML SlackOAuth VercelMarketplaceOAuth VercelOAuth VMwareSAML
          XeroOAuth XOAuth
          """
              .strip()
              .split("\\s+"));

  static final Resource CONNECTION =
      Resource.named("workos_connection")
          .describedAs("A single sign-on connection: how the people of an organization sign in.")
          .listedBy(
              Lists.list("/connections")
                  .narrowedBy(
                      equality("organization_id"),
                      equality("connection_type", FILTERABLE_TYPES),
                      element("domain", "domains")))
          .fetchedBy("id", "/connections/{}")
          .announcedBy(Announcements.CONNECTIONS)
          .columns(
              text("id", "Identifier of the connection."),
              text("name", "Name, as people read it."),
              text("connection_type", "Identity provider and protocol, such as OktaSAML."),
              text("state", "requires_type, draft, active, validating, inactive or deleting."),
              text("organization_id", "The organization that it belongs to.")
                  .references("workos_organization"),
              text("domains", "Its domains, separated by commas.").joining("domains", "domain"),
              timestamp("created_at", "When it was created (UTC)."),
              timestamp("updated_at", "When it last changed (UTC)."));

  private ConnectionTable() {}
}
