package io.workosjdbc.demo;

import static io.workosjdbc.demo.Things.object;
import static io.workosjdbc.demo.Things.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what belongs to the environment as a whole: flags, audit-log actions, vault, settings. */
final class SettingThings {
  private final Cast cast;
  private final Dice dice;
  private final Things things;

  SettingThings(Cast cast, Things things) {
    this.cast = cast;
    this.dice = cast.dice();
    this.things = things;
  }

  void make() {
    for (String slug : List.of("new-editor", "dark-mode", "beta-export")) {
      flag(slug);
    }
    for (String name : List.of("user.signed_in", "document.updated", "invoice.paid")) {
      action(name);
    }
    for (String name : List.of("db-password", "stripe-key", "smtp")) {
      vault(name);
    }
    for (String site : List.of("https://app.demo.example", "http://localhost:3000")) {
      Fields uri = new Fields().put("uri", site + "/callback").put("default", site.contains("app"));
      add("redirect_uri", "redir", "/user_management/redirect_uris", uri);
      Fields origin = new Fields().put("origin", site);
      add("cors_origin", "cors_origin", "/user_management/cors_origins", origin);
      Fields endpoint =
          new Fields()
              .put("endpoint_url", site + "/webhooks")
              .put("secret", "secret-token-" + dice.token(24))
              .put("status", site.contains("app") ? "enabled" : "disabled")
              .put("events", List.of("user.created", "dsync.user.created"));
      add("webhook_endpoint", "we", "/webhook_endpoints", endpoint);
    }
    Fields template =
        new Fields()
            .put("object", "jwt_template")
            .put("content", "{\"plan\": \"{{user.metadata.plan}}\"}")
            .put("created_at", cast.daysAgo(300))
            .put("updated_at", cast.daysAgo(200));
    String jwt = "/user_management/jwt_template";
    things.add(jwt, "jwt_template", cast.daysAgo(300), template);
    export();
    registration();
  }

  /** Adds an object with an id, and the times at which it was made and changed. */
  private DemoThing add(String kind, String prefix, String list, Fields members, String... keys) {
    Instant createdAt = dice.between(cast.daysAgo(400), cast.daysAgo(100));
    String id = dice.id(prefix, createdAt);
    Fields json = object(kind, id);
    members.toMap().forEach((name, value) -> json.putOrNull(name, Optional.ofNullable(value)));
    json.put("created_at", createdAt).put("updated_at", createdAt);
    return things.add(list, id, createdAt, json, keys);
  }

  private void flag(String slug) {
    Map<String, @Nullable Object> owner =
        new Fields()
            .put("email", "owner@demo.example")
            .putOrNull("first_name", Optional.of("Olga"))
            .putOrNull("last_name", Optional.empty())
            .toMap();
    Fields json =
        new Fields()
            .put("slug", slug)
            .put("name", slug.replace('-', ' '))
            .putOrNull("description", dice.maybe(0.5, () -> "Turns it on"))
            .putOrNull("owner", dice.maybe(0.7, () -> owner))
            .put("tags", List.of("ui"))
            .put("enabled", !slug.startsWith("beta"))
            .put("default_value", slug.startsWith("dark"));
    DemoThing flag = add("feature_flag", "flag", "/feature-flags", json, "slug", slug);
    for (DemoOrganization organization : cast.organizations()) {
      if (dice.chance(0.4)) {
        String list = "/organizations/{organizationId}/feature-flags";
        things.add(list, flag, "organizationId", organization.id());
      }
    }
    for (Person person : cast.people()) {
      if (dice.chance(0.1)) {
        things.add(Catalogue.USERS + "/{userId}/feature-flags", flag, "userId", person.id());
      }
    }
  }

  private void action(String name) {
    Instant createdAt = dice.between(cast.daysAgo(400), cast.daysAgo(100));
    List<Map<String, Object>> targets = List.of(Map.of("type", name.split("\\.", -1)[0]));
    Fields newest = new Fields();
    for (int version = 1; version <= 2; version++) {
      newest =
          new Fields()
              .put("object", "audit_log_schema")
              .put("version", version)
              .put("targets", targets)
              .put("metadata", Map.of("type", "object"))
              .put("created_at", createdAt.plusSeconds(version * 3600L));
      String list = "/audit_logs/actions/{actionName}/schemas";
      String id = name + "/" + version;
      things.add(list, id, createdAt.plusSeconds(version), newest, "actionName", name);
    }
    Fields json =
        new Fields()
            .put("object", "audit_log_action")
            .put("name", name)
            .put("schema", newest.toMap())
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    things.add("/audit_logs/actions", name, createdAt, json);
  }

  private void vault(String name) {
    Instant createdAt = dice.between(cast.daysAgo(400), cast.daysAgo(100));
    String id = dice.id("key", createdAt);
    Fields json =
        new Fields()
            .put("id", id)
            .put("name", name)
            .putOrNull("updated_at", text(dice.maybe(0.8, () -> createdAt)));
    things.add("/vault/v1/kv", id, createdAt, json);
    for (int version = 0; version < 2; version++) {
      String versionId = dice.id("version", createdAt);
      Fields fields =
          new Fields()
              .put("id", versionId)
              .put("created_at", createdAt)
              .put("current_version", version == 1)
              .put("etag", dice.token(8))
              .put("size", 100 + dice.below(900));
      things.add("/vault/v1/kv/{id}/versions", versionId, createdAt, fields, "id", id);
    }
  }

  private void export() {
    Fields json =
        new Fields().put("state", "ready").put("url", "https://files.example/?secret-token-1");
    String list = "/audit_logs/exports/{auditLogExportId}";
    addById("audit_log_export", "audit_log_export", list, "auditLogExportId", json);
  }

  private void registration() {
    Fields identity =
        new Fields()
            .put("id", "agent_1")
            .putOrNull("userland_user_id", cast.people().stream().findFirst().map(Person::id))
            .put("created_at", cast.daysAgo(9))
            .put("updated_at", cast.daysAgo(9));
    Fields json =
        new Fields()
            .put("agent_identity", identity.toMap())
            .put("organization_id", cast.organizations().get(0).id())
            .put("status", "verified")
            .put("kind", "anonymous")
            .putOrNull("claim", Optional.empty());
    addById("", "agent_reg", "/agents/registrations/{id}", "id", json);
  }

  private void addById(String kind, String prefix, String list, String key, Fields members) {
    Instant createdAt = cast.within(20);
    String id = dice.id(prefix, createdAt);
    Fields json = kind.isEmpty() ? new Fields().put("id", id) : object(kind, id);
    members.toMap().forEach((name, value) -> json.putOrNull(name, Optional.ofNullable(value)));
    json.put("created_at", createdAt).put("updated_at", createdAt);
    things.add(list, id, createdAt, json, key, id);
  }
}
