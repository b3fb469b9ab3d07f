package io.workosjdbc.driver;

import static io.workosjdbc.driver.PropertySpec.property;

import java.util.Map;

/** The connection properties that Okta describes in its own words (api/okta.md section 1). */
final class OktaProperties {

  static final Map<ConnectionProperty, PropertySpec> OWN =
      Map.of(
          ConnectionProperty.API_KEY,
          property(
                  "token",
                  PropertyType.secret(),
                  "An API token of the Okta organization, or an OAuth access token with the scopes"
                      + " okta.users.read, okta.groups.read, okta.logs.read and okta.apps.read.")
              .hidden()
              .needed()
              .alsoNamed("password")
              .fromEnvironment("OKTA_TOKEN"),
          ConnectionProperty.API_KEY_FILE,
          property(
              "tokenFile",
              PropertyType.file(),
              "A file whose only content is the token; read at connect when token is not given."),
          ConnectionProperty.BASE_URL,
          property(
                  "domain",
                  PropertyType.domain(),
                  "The organization's domain, such as acme.okta.com, or a whole URL.")
              .needed()
              .alsoNamed("baseUrl")
              .fromEnvironment("OKTA_DOMAIN"),
          ConnectionProperty.SCHEMA,
          ConnectionProperty.SCHEMA.spec().withDefault("okta"),
          ConnectionProperty.DEMO,
          property(
                  "demo",
                  PropertyType.flag(),
                  "Query a built-in demonstration organization instead of Okta; needs no token.")
              .withDefault("false"),
          ConnectionProperty.REQUESTS_PER_SECOND,
          ConnectionProperty.REQUESTS_PER_SECOND.spec().withDefault("10"));

  private OktaProperties() {}
}
