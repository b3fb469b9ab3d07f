package io.workosjdbc.demo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A directory: fact sheet section 7, {@code workos_directory}. */
public record DemoDirectory(
    String id,
    String organizationId,
    String externalKey,
    String directoryType,
    String state,
    String name,
    Optional<String> domain,
    Optional<Counts> counts,
    Instant createdAt,
    Instant updatedAt)
    implements DemoObject {

  /** The object's {@code metadata}: how many users and groups the last sync brought. */
  public record Counts(int activeUsers, int inactiveUsers, int groups) {

    Map<String, @Nullable Object> json() {
      var users = new Fields().put("active", activeUsers).put("inactive", inactiveUsers).toMap();
      return new Fields().put("users", users).put("groups", groups).toMap();
    }
  }

  /** A linked directory without domain and counts. */
  public static DemoDirectory of(String id, String organizationId, String name, Instant createdAt) {
    return new DemoDirectory(
        id,
        organizationId,
        "k3y",
        "okta scim v2.0",
        "linked",
        name,
        Optional.empty(),
        Optional.empty(),
        createdAt,
        createdAt);
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return new Fields()
        .put("object", "directory")
        .put("id", id)
        .put("organization_id", organizationId)
        .put("external_key", externalKey)
        .put("type", directoryType)
        .put("state", state)
        .put("name", name)
        .putIfPresent("domain", domain)
        .putIfPresent("metadata", counts.map(Counts::json))
        .put("created_at", createdAt)
        .put("updated_at", updatedAt)
        .toMap();
  }
}
