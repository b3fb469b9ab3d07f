package io.workosjdbc.demo;

import io.workosjdbc.demo.Collection.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All lists but the oldest four: fact sheet sections 7 to 9. */
final class Catalogue {
  static final String ORGANIZATIONS = "/organizations";
  static final String USERS = "/user_management/users";
  static final String MEMBERSHIPS = "/user_management/organization_memberships";
  static final String RESOURCES = "/authorization/resources";

  private static final String MEMBERSHIP_AUTHORIZATION =
      "/authorization/organization_memberships/{organization_membership_id}/";

  private static final List<Collection> ALL = new Catalogue().collections();

  private final List<Collection> collections = new ArrayList<>();

  private Catalogue() {
    users();
    organizations();
    authorization();
    settings();
  }

  /** What answers to a path. */
  static Optional<Collection> find(List<String> segments) {
    return ALL.stream().filter(each -> each.keys(segments).isPresent()).findFirst();
  }

  private List<Collection> collections() {
    return List.copyOf(collections);
  }

  private void users() {
    single(USERS + "/external_id/{external_id}", USERS);
    pages(USERS, "email", "organization_id", "organization");
    single(USERS + "/{self}", USERS);
    pages(USERS + "/{id}/sessions");
    array(USERS + "/{id}/identities");
    pages(USERS + "/{userlandUserId}/auth_factors");
    single("/auth/factors/{self}", USERS + "/{userlandUserId}/auth_factors");
    pages(USERS + "/{userId}/api_keys", "organization_id");
    pages(USERS + "/{userId}/feature-flags");
    pages(USERS + "/{user_id}/authorized_applications");
    whole(USERS + "/{user_id}/data_providers", "organization_id");
    var account = USERS + "/{user_id}/connected_accounts/{slug}";
    add(account, Style.OBJECT, List.of(), Set.of("organization_id"), Map.of());
    single("/user_management/email_verification/{id}");
    single("/user_management/magic_auth/{id}");
    single("/user_management/password_reset/{id}");
    single("/user_management/radar_challenges/{id}");
    pages("/user_management/invitations", "organization_id", "email");
    single("/user_management/invitations/{self}", "/user_management/invitations");
    add(
        MEMBERSHIPS,
        Style.PAGES,
        List.of(Set.of("user_id", "organization_id")),
        Set.of("user_id", "organization_id"),
        Map.of("statuses", Optional.of("active")));
    single(MEMBERSHIPS + "/{self}", MEMBERSHIPS);
    pages(MEMBERSHIPS + "/{omId}/groups");
  }

  private void organizations() {
    single("/organization_domains/{self}", "/organization_domains");
    pages("/organizations/{organizationId}/api_keys");
    whole("/organizations/{organizationId}/data_integration_configurations");
    pages("/organizations/{organizationId}/feature-flags");
    pages("/organizations/{organizationId}/groups");
    pages("/organizations/{organizationId}/groups/{groupId}/organization-memberships");
    pages("/organizations/{organization_id}/authorized_applications");
    object("/organizations/{id}/audit_log_configuration");
    object("/organizations/{id}/audit_logs_retention");
    var directoryOrGroup = List.of(Set.of("directory", "group"));
    var filters = Set.of("directory", "group", "idp_id", "email");
    add("/directory_users", Style.PAGES, directoryOrGroup, filters, Map.of());
    single("/directory_users/{self}", "/directory_users");
    var directoryOrUser = List.of(Set.of("directory", "user"));
    add("/directory_groups", Style.PAGES, directoryOrUser, Set.of("directory", "user"), Map.of());
    single("/directory_groups/{self}", "/directory_groups");
  }

  private void authorization() {
    whole("/authorization/roles");
    single("/authorization/roles/{slug}", "/authorization/roles");
    pages("/authorization/permissions");
    single("/authorization/permissions/{slug}", "/authorization/permissions");
    whole("/authorization/organizations/{organizationId}/roles");
    pages(
        RESOURCES,
        "organization_id",
        "resource_type_slug",
        "resource_external_id",
        "parent_resource_id");
    single(RESOURCES + "/{self}", RESOURCES);
    pages("/authorization/groups/{group_id}/role_assignments");
    pages(RESOURCES + "/{resource_id}/role_assignments", "role_slug");
    add(
        RESOURCES + "/{resource_id}/organization_memberships",
        Style.PAGES,
        List.of(Set.of("permission_slug")),
        Set.of("permission_slug", "assignment"),
        Map.of());
    pages(MEMBERSHIP_AUTHORIZATION + "role_assignments", "resource_id");
    add(
        MEMBERSHIP_AUTHORIZATION + "resources",
        Style.PAGES,
        List.of(
            Set.of("permission_slug"), Set.of("parent_resource_id", "parent_resource_external_id")),
        Set.of(
            "permission_slug",
            "parent_resource_id",
            "parent_resource_external_id",
            "parent_resource_type_slug"),
        Map.of());
    pages(MEMBERSHIP_AUTHORIZATION + "resources/{resource_id}/permissions");
  }

  private void settings() {
    pages("/feature-flags");
    single("/feature-flags/{slug}", "/feature-flags");
    pages("/audit_logs/actions");
    pages("/audit_logs/actions/{actionName}/schemas");
    object("/audit_logs/exports/{auditLogExportId}");
    var registrations = Map.of("registration_types", Optional.of("authenticated"));
    add("/connect/applications", Style.PAGES, List.of(), Set.of("organization_id"), registrations);
    single("/connect/applications/{self}", "/connect/applications");
    array("/connect/applications/{id}/client_secrets");
    pages("/data-integrations");
    single("/data-integrations/{slug}", "/data-integrations");
    pages("/vault/v1/kv", "search", "updatedAfter");
    whole("/vault/v1/kv/{id}/versions");
    pages("/user_management/redirect_uris");
    pages("/user_management/cors_origins");
    pages("/webhook_endpoints");
    object("/user_management/jwt_template");
    object("/agents/registrations/{id}");
  }

  private void pages(String path, String... singles) {
    add(path, Style.PAGES, List.of(), Set.of(singles), Map.of());
  }

  private void whole(String path, String... singles) {
    add(path, Style.WHOLE, List.of(), Set.of(singles), Map.of());
  }

  private void array(String path) {
    add(path, Style.ARRAY, List.of(), Set.of(), Map.of());
  }

  private void object(String path) {
    add(path, Style.OBJECT, List.of(), Set.of(), Map.of());
  }

  private void single(String path) {
    single(path, path);
  }

  /** One object of a list, which is why nothing is asked of its parent. */
  private void single(String path, String list) {
    collections.add(
        new Collection(path, list, Style.OBJECT, Map.of(), List.of(), Set.of(), Map.of()));
  }

  private void add(
      String path,
      Style style,
      List<Set<String>> required,
      Set<String> singles,
      Map<String, Optional<String>> lists) {
    collections.add(new Collection(path, path, style, parents(path), required, singles, lists));
  }

  /** The object before a key in the path must exist, where there is a list of such objects. */
  private static Map<String, String> parents(String path) {
    Map<String, String> parents = new HashMap<>();
    if (path.startsWith("/organizations/{") || path.startsWith("/authorization/organizations/{")) {
      parents.put(firstKey(path), ORGANIZATIONS);
    } else if (path.startsWith(USERS + "/{")) {
      parents.put(firstKey(path), USERS);
    } else if (path.startsWith(MEMBERSHIPS + "/{") || path.startsWith(MEMBERSHIP_AUTHORIZATION)) {
      parents.put(firstKey(path), MEMBERSHIPS);
    } else if (path.startsWith(RESOURCES + "/{")) {
      parents.put(firstKey(path), RESOURCES);
    } else if (path.startsWith("/connect/applications/{")) {
      parents.put(firstKey(path), "/connect/applications");
    }
    return parents;
  }

  private static String firstKey(String path) {
    return path.substring(path.indexOf('{') + 1, path.indexOf('}'));
  }
}
