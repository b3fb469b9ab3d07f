package io.workosjdbc.demo;

import static io.workosjdbc.demo.Catalogue.USERS;
import static io.workosjdbc.demo.Things.object;
import static io.workosjdbc.demo.Things.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes Connect applications, data integrations, and who uses them. */
final class ApplicationThings {
  private final Cast cast;
  private final Dice dice;
  private final Things things;

  ApplicationThings(Cast cast, Things things) {
    this.cast = cast;
    this.dice = cast.dice();
    this.things = things;
  }

  void make() {
    List<DemoThing> applications = new ArrayList<>();
    for (String name : List.of("Portal", "Mobile", "Partner", "Agent")) {
      applications.add(application(name));
    }
    List<DemoThing> integrations = new ArrayList<>();
    for (String slug : List.of("github", "slack", "notion")) {
      integrations.add(integration(slug));
    }
    for (Person person : cast.people()) {
      if (dice.chance(0.1)) {
        authorization(person, dice.pick(applications));
      }
      if (dice.chance(0.1)) {
        provider(person, dice.pick(integrations));
      }
    }
    for (DemoOrganization organization : cast.organizations()) {
      if (dice.chance(0.4)) {
        configuration(organization, dice.pick(integrations));
      }
    }
  }

  private DemoThing application(String name) {
    Instant createdAt = dice.between(cast.daysAgo(400), cast.daysAgo(100));
    String id = dice.id("conn_app", createdAt);
    Fields json =
        object("connect_application", id)
            .put("client_id", dice.id("client", createdAt))
            .putOrNull("description", dice.maybe(0.5, () -> name + " of the demo"))
            .put("name", name)
            .put("scopes", List.of("openid", "email"))
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    String secretId = dice.id("secret", createdAt);
    Fields secret =
        object("connect_application_secret", secretId)
            .put("secret_hint", dice.token(4))
            .putOrNull("last_used_at", text(dice.maybe(0.5, () -> cast.within(30))))
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    String list = "/connect/applications/{id}/client_secrets";
    things.add(list, secretId, createdAt, secret, "id", id);
    String type = name.equals("Agent") ? "dynamic" : "authenticated";
    return things.add("/connect/applications", id, createdAt, json, "registration_types", type);
  }

  private void authorization(Person person, DemoThing application) {
    Instant createdAt = cast.within(90);
    String id = dice.id("authorized_app", createdAt);
    Fields json =
        object("authorized_connect_application", id)
            .put("granted_scopes", List.of("openid"))
            .putIfPresent("oauth_resource", dice.maybe(0.3, () -> "https://api.demo.example"))
            .put("application", application.json());
    String list = USERS + "/{user_id}/authorized_applications";
    DemoThing ofUser = things.add(list, id, createdAt, json, "user_id", person.id());
    person
        .organizationId()
        .ifPresent(
            organization ->
                things.add(
                    "/organizations/{organization_id}/authorized_applications",
                    ofUser.id(),
                    createdAt,
                    json.put("user_id", person.id()),
                    "organization_id",
                    organization));
  }

  private DemoThing integration(String slug) {
    Instant createdAt = dice.between(cast.daysAgo(400), cast.daysAgo(100));
    String id = dice.id("data_integration", createdAt);
    Map<String, @Nullable Object> credentials =
        new Fields()
            .put("type", "custom")
            .putOrNull("client_id", Optional.of("id-" + slug))
            .putOrNull("redacted_client_secret", Optional.of("...ab12"))
            .toMap();
    Fields json =
        object("data_integration", id)
            .put("slug", slug)
            .put("integration_type", slug)
            .putOrNull("description", Optional.empty())
            .put("enabled", !slug.equals("notion"))
            .put("state", "valid")
            .putOrNull("scopes", dice.maybe(0.7, () -> List.of("read")))
            .put("redirect_uri", "https://demo.example/pipes/" + slug)
            .put("auth_methods", List.of("oauth"))
            .put("credentials", credentials)
            .putOrNull("installation", Optional.empty())
            .put("config", Map.of())
            .putOrNull("custom_provider", Optional.empty())
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    return things.add("/data-integrations", id, createdAt, json, "slug", slug);
  }

  private void provider(Person person, DemoThing integration) {
    Instant connectedAt = cast.within(80);
    String slug = String.valueOf(integration.json().get("slug"));
    String accountId = dice.id("data_installation", connectedAt);
    Fields account =
        object("connected_account", accountId)
            .put("user_id", person.id())
            .putOrNull("organization_id", person.organizationId())
            .put("scopes", List.of("read"))
            .put("auth_method", "oauth")
            .putOrNull("api_key_last_4", Optional.empty())
            .put("state", dice.chance(0.8) ? "connected" : "needs_reauthorization")
            .put("created_at", connectedAt)
            .put("updated_at", connectedAt);
    var keys = Things.keys("user_id", person.id(), "slug", slug);
    person.organizationId().ifPresent(id -> keys.put("organization_id", Set.of(id)));
    things.add(
        USERS + "/{user_id}/connected_accounts/{slug}", accountId, connectedAt, account, keys);
    Fields inside = new Fields();
    account.toMap().forEach((name, value) -> inside.putOrNull(name, Optional.ofNullable(value)));
    inside.put("userlandUserId", person.id()).putOrNull("organizationId", person.organizationId());
    inside.put("createdAt", connectedAt).put("updatedAt", connectedAt);
    Instant createdAt = integration.createdAt();
    Fields json =
        object("data_provider", integration.id())
            .put("name", slug)
            .putOrNull("description", Optional.empty())
            .put("slug", slug)
            .put("integration_type", slug)
            .put("credentials_type", "custom")
            .putOrNull("scopes", Optional.of(List.of("read")))
            .put("ownership", "userland_user")
            .put("created_at", createdAt)
            .put("updated_at", createdAt)
            .put("integrationType", slug)
            .put("credentialsType", "custom")
            .put("createdAt", createdAt)
            .put("updatedAt", createdAt)
            .put("connected_account", inside.toMap());
    String list = USERS + "/{user_id}/data_providers";
    things.add(list, integration.id(), createdAt, json, "user_id", person.id());
  }

  private void configuration(DemoOrganization organization, DemoThing integration) {
    Instant createdAt = dice.between(organization.createdAt(), cast.now());
    String id = dice.id("data_integration_configuration", createdAt);
    String slug = String.valueOf(integration.json().get("slug"));
    Map<String, @Nullable Object> credentials =
        new Fields()
            .put("credentials_type", "shared")
            .put("has_credentials", false)
            .putOrNull("client_id", Optional.empty())
            .putOrNull("client_secret_last_four", Optional.empty())
            .put("redirect_uri", "https://demo.example/pipes/" + slug)
            .toMap();
    Fields json =
        object("data_integration_configuration", id)
            .put("organization_id", organization.id())
            .put("slug", slug)
            .put("name", slug)
            .put("enabled", true)
            .putOrNull("scopes", Optional.empty())
            .put("config", Map.of("channel", "general"))
            .put("created_at", createdAt)
            .put("updated_at", createdAt)
            .putIfPresent("credentials", dice.maybe(0.5, () -> credentials));
    String list = "/organizations/{organizationId}/data_integration_configurations";
    things.add(list, id, createdAt, json, "organizationId", organization.id());
  }
}
