package io.workosjdbc.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An SSO connection: fact sheet section 7, {@code workos_connection}. */
public record DemoConnection(
    String id,
    Optional<String> organizationId,
    String connectionType,
    String name,
    String state,
    List<String> domains,
    Instant createdAt,
    Instant updatedAt)
    implements DemoObject {

  public DemoConnection {
    domains = List.copyOf(domains);
  }

  /** An active connection without organization and domains. */
  public static DemoConnection of(
      String id, String connectionType, String name, Instant createdAt) {
    return new DemoConnection(
        id, Optional.empty(), connectionType, name, "active", List.of(), createdAt, createdAt);
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return new Fields()
        .put("object", "connection")
        .put("id", id)
        .putIfPresent("organization_id", organizationId)
        .put("connection_type", connectionType)
        .put("name", name)
        .put("state", state)
        .put("status", state.equals("active") ? "linked" : "unlinked")
        .put("domains", domains.stream().map(this::domainJson).toList())
        .put("created_at", createdAt)
        .put("updated_at", updatedAt)
        .toMap();
  }

  private Map<String, @Nullable Object> domainJson(String domain) {
    String suffix = id.substring(id.indexOf('_') + 1);
    return new Fields()
        .put(
            "id",
            "conn_domain_" + suffix.substring(0, suffix.length() - 1) + domains.indexOf(domain))
        .put("object", "connection_domain")
        .put("domain", domain)
        .toMap();
  }
}
