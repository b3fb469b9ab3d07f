package io.workosjdbc.demo;

import static io.workosjdbc.demo.Things.object;
import static io.workosjdbc.demo.Things.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what hangs under organizations, people aside. */
final class OrganizationThings {
  private final Cast cast;
  private final Dice dice;
  private final Things things;

  OrganizationThings(Cast cast, Things things) {
    this.cast = cast;
    this.dice = cast.dice();
    this.things = things;
  }

  void make() {
    int number = 0;
    for (DemoOrganization organization : cast.organizations()) {
      for (DemoOrganization.Domain domain : organization.domains()) {
        var json = new Fields();
        domain.json(organization.id()).forEach((name, value) -> json.putOrNull(name, opt(value)));
        things.add("/organization_domains", domain.id(), domain.createdAt(), json);
      }
      if (number % 3 == 0) {
        Instant createdAt = dice.between(organization.createdAt(), cast.now());
        String id = dice.id("api_key", createdAt);
        Map<String, Object> owner = Map.of("type", "organization", "id", organization.id());
        things.add(
            "/organizations/{organizationId}/api_keys",
            id,
            createdAt,
            apiKey(cast, id, owner, createdAt),
            "organizationId",
            organization.id());
      }
      auditLog(organization, number);
      number++;
    }
  }

  private static Optional<Object> opt(@Nullable Object value) {
    return Optional.ofNullable(value);
  }

  static Fields apiKey(Cast cast, String id, Map<String, Object> owner, Instant createdAt) {
    Dice dice = cast.dice();
    return object("api_key", id)
        .put("owner", owner)
        .put("name", dice.pick(List.of("Production", "Staging", "CI")))
        .put("obfuscated_value", "sk_..." + dice.token(4))
        .putOrNull("last_used_at", text(dice.maybe(0.7, () -> cast.within(20))))
        .putOrNull("expires_at", text(dice.maybe(0.3, () -> cast.inTheNext(200))))
        .put("permissions", List.of("documents:read"))
        .put("created_at", createdAt)
        .put("updated_at", createdAt);
  }

  /** Not every organization has an audit log. */
  private void auditLog(DemoOrganization organization, int number) {
    Instant createdAt = organization.createdAt();
    String id = organization.id();
    if (number % 4 != 3) {
      var json =
          new Fields()
              .put("organization_id", id)
              .put("retention_period_in_days", number % 2 == 0 ? 30 : 365)
              .put("state", number % 8 == 6 ? "inactive" : "active");
      if (number % 5 == 0) {
        var stream =
            new Fields()
                .put("id", dice.id("audit_log_stream", createdAt))
                .put("type", dice.pick(List.of("Datadog", "Splunk", "S3")))
                .put("state", number % 10 == 0 ? "active" : "error")
                .putOrNull("last_synced_at", text(dice.maybe(0.8, () -> cast.within(1))))
                .put("created_at", createdAt);
        json.put("log_stream", stream.toMap());
      }
      things.add("/organizations/{id}/audit_log_configuration", id, createdAt, json, "id", id);
    }
    if (number % 2 == 0) {
      var days = Optional.of(30).filter(period -> number % 4 == 0);
      var json = new Fields().putOrNull("retention_period_in_days", days);
      things.add("/organizations/{id}/audit_logs_retention", id, createdAt, json, "id", id);
    }
  }
}
