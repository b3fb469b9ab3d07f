package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the connections: every state of the fact sheet and one made-up one, 25 types and one
 * made-up one.
 */
final class ConnectionGenerator {
  private static final List<String> TYPES =
      List.of(
          "OktaSAML",
          "AzureSAML",
          "GoogleOAuth",
          "GoogleSAML",
          "GitHubOAuth",
          "OktaOIDC",
          "EntraIdOIDC",
          "Pending",
          "GenericSAML",
          "GenericOIDC",
          "OneLoginSAML",
          "MicrosoftOAuth",
          "PingOneSAML",
          "JumpCloudSAML",
          "HyperionSAML",
          "ADFSSAML",
          "AdpOidc",
          "AppleOAuth",
          "Auth0Migration",
          "CyberArkSAML",
          "DuoSAML",
          "TestIdp",
          "KeycloakSAML",
          "LoginGovOidc",
          "VMwareSAML",
          "XeroOAuth");

  /** Every third to fifth connection is not active; the states follow one another. */
  private static final List<String> OTHER_STATES =
      List.of("inactive", "validating", "draft", "requires_type", "deleting", "quarantined");

  private final Dice dice;
  private final Instant now;

  ConnectionGenerator(Dice dice, Instant now) {
    this.dice = dice;
    this.now = now;
  }

  /** One or two connections for most organizations, and three that belong to none. */
  List<DemoConnection> generate(List<DemoOrganization> organizations) {
    List<DemoConnection> connections = new ArrayList<>();
    for (int i = 0; i < organizations.size(); i++) {
      int count = i % 7 == 6 ? 0 : i % 6 == 1 ? 2 : 1;
      for (int n = 0; n < count; n++) {
        connections.add(connection(connections.size(), Optional.of(organizations.get(i))));
      }
    }
    for (int i = 0; i < 3; i++) {
      connections.add(connection(connections.size(), Optional.empty()));
    }
    return connections;
  }

  /** Ids of connections that events name and the API no longer has. */
  List<String> deleted() {
    Instant createdAt = now.minus(Duration.ofDays(400));
    return List.of(
        dice.id("conn", createdAt), dice.id("conn", createdAt), dice.id("conn", createdAt));
  }

  private DemoConnection connection(int number, Optional<DemoOrganization> organization) {
    String type = TYPES.get(number % TYPES.size());
    Instant earliest =
        organization.map(DemoOrganization::createdAt).orElse(now.minus(Duration.ofDays(200)));
    Instant createdAt = dice.between(earliest, now);
    return new DemoConnection(
        dice.id("conn", createdAt),
        organization.map(DemoOrganization::id),
        type,
        organization.map(DemoOrganization::name).orElse("Unassigned") + " " + type,
        state(number, type),
        organization.map(DemoOrganization::domainNames).orElse(List.of()),
        createdAt,
        dice.between(createdAt, now));
  }

  private static String state(int number, String type) {
    if (type.equals("Pending")) {
      return "requires_type";
    }
    return number % 4 == 3 ? OTHER_STATES.get(number / 4 % OTHER_STATES.size()) : "active";
  }
}
