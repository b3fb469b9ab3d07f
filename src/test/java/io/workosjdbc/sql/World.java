package io.workosjdbc.sql;

import static io.workosjdbc.sql.StoryTime.at;

import io.workosjdbc.demo.DemoConnection;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoDirectory;
import io.workosjdbc.demo.DemoEvent;
import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.DemoOrganization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small environment, made by hand so that its values can stand in the tests. */
final class World {

  /** All of them, as requests list them. */
  static final String EVENT_NAMES =
      "authentication.email_verification_failed,authentication.email_verification_succeeded,"
          + "authentication.magic_auth_failed,authentication.magic_auth_succeeded,"
          + "authentication.mfa_failed,authentication.mfa_succeeded,"
          + "authentication.oauth_failed,authentication.oauth_succeeded,"
          + "authentication.passkey_failed,authentication.passkey_succeeded,"
          + "authentication.password_failed,authentication.password_succeeded,"
          + "authentication.reauthentication_succeeded,"
          + "authentication.sso_failed,authentication.sso_started,"
          + "authentication.sso_succeeded,authentication.sso_timed_out,"
          + "authentication.radar_risk_detected";

  private World() {}

  /** Five organizations, seven connections, four directories, 24 events. */
  static DemoData data() {
    var objects = new ArrayList<DemoObject>();
    objects.addAll(organizations());
    objects.addAll(connections());
    objects.addAll(directories());
    objects.addAll(WorldEvents.all());
    return DemoData.of(objects);
  }

  private static List<DemoObject> organizations() {
    return List.of(
        organization("org_acme", "Acme", "2026-01-01T00:00:00Z", "crm-1", "acme.example,acme.test"),
        organization("org_beta", "Beta", "2026-02-01T00:00:00Z", "crm/2 é", "beta.example"),
        organization("org_gamma", "Gamma", "2026-03-01T00:00:00Z", "", ""),
        organization("org_delta", "100% delta_co", "2026-03-01T00:00:00Z", "", "acme.test"),
        organization(
            "org_zoe", "Zoë \"O'Hara\"", "2026-04-01T12:34:56.789Z", "crm-5", "zoe.example"));
  }

  private static DemoOrganization organization(
      String id, String name, String created, String externalId, String domains) {
    var createdAt = at(created);
    boolean isAcme = id.equals("org_acme");
    return new DemoOrganization(
        id,
        name,
        list(domains).stream()
            .map(
                domain ->
                    new DemoOrganization.Domain(
                        "org_domain_" + domain,
                        domain,
                        Optional.of("verified"),
                        Optional.of("dns"),
                        Optional.of("secret-token"),
                        createdAt))
            .toList(),
        isAcme ? Map.of("tier", "gold") : Map.of(),
        text(externalId),
        isAcme ? Optional.of("cus_1") : Optional.empty(),
        isAcme ? Optional.of(true) : Optional.empty(),
        createdAt,
        createdAt.plusSeconds(60));
  }

  private static List<DemoObject> connections() {
    return List.of(
        connection("conn_okta", "org_acme", "OktaSAML", "active", "acme.example"),
        connection("conn_github", "org_acme", "GitHubOAuth", "active", ""),
        connection("conn_pending", "org_beta", "Pending", "requires_type", "beta.example"),
        connection("conn_new", "org_beta", "BrandNewOIDC", "draft", "beta.example,beta.test"),
        connection("conn_google", "org_gamma", "GoogleOAuth", "inactive", ""),
        connection("conn_orphan", "", "OktaSAML", "validating", "acme.test"),
        connection("conn_gone", "org_gone", "OktaSAML", "deleting", ""));
  }

  private static DemoConnection connection(
      String id, String organization, String type, String state, String domains) {
    var createdAt = at("2026-05-01T08:00:00Z").plusSeconds(id.length());
    return new DemoConnection(
        id, text(organization), type, "Sign in " + id, state, list(domains), createdAt, createdAt);
  }

  private static List<DemoObject> directories() {
    return List.of(
        directory("directory_okta", "org_acme", "linked", "acme.example", "2026-05-02T00:00:00Z"),
        directory("directory_hr", "org_acme", "unlinked", "", "2026-05-03T00:00:00Z"),
        directory("directory_entra", "org_beta", "linked", "beta.example", "2026-05-04T00:00:00Z"),
        directory(
            "directory_gone", "org_gone", "deleting", "acme.example", "2026-05-05T00:00:00Z"));
  }

  private static DemoDirectory directory(
      String id, String organization, String state, String domain, String created) {
    Optional<DemoDirectory.Counts> counts =
        id.equals("directory_okta")
            ? Optional.of(new DemoDirectory.Counts(12, 1, 3))
            : Optional.empty();
    return new DemoDirectory(
        id,
        organization,
        "key-" + id,
        "okta scim v2.0",
        state,
        "Sync " + id,
        text(domain),
        counts,
        at(created),
        at(created));
  }

  static Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static List<String> list(String values) {
    return values.isEmpty() ? List.of() : List.of(values.split(",", -1));
  }

  /** An event of the SSO family. */
  static DemoEvent sso(
      String id, String name, String createdAt, String organization, String connection) {
    return WorldEvents.sso(id, name, createdAt, organization, connection);
  }
}
