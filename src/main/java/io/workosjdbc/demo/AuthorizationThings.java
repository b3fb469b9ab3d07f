package io.workosjdbc.demo;

import static io.workosjdbc.demo.Catalogue.MEMBERSHIPS;
import static io.workosjdbc.demo.Catalogue.RESOURCES;
import static io.workosjdbc.demo.Things.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes roles, permissions, resources, and who has which. */
final class AuthorizationThings {
  private static final String MEMBERSHIP =
      "/authorization/organization_memberships/{organization_membership_id}/";

  private static final String GROUPS = "/organizations/{organizationId}/groups";

  private static final List<String> PERMISSIONS =
      List.of("documents:read", "documents:write", "billing:manage", "widgets:users");

  private final Cast cast;
  private final Dice dice;
  private final Things things;

  AuthorizationThings(Cast cast, Things things) {
    this.cast = cast;
    this.dice = cast.dice();
    this.things = things;
  }

  void make() {
    List<DemoThing> permissions = new ArrayList<>();
    for (String slug : PERMISSIONS) {
      permissions.add(permission(slug));
    }
    List<DemoThing> roles = new ArrayList<>();
    for (String slug : List.of("admin", "member", "auditor")) {
      roles.add(role("/authorization/roles", slug, "EnvironmentRole"));
    }
    for (DemoOrganization organization : cast.organizations()) {
      String list = "/authorization/organizations/{organizationId}/roles";
      roles.forEach(role -> things.add(list, role, "organizationId", organization.id()));
      if (dice.chance(0.2)) {
        role(list, "org-reviewer", "OrganizationRole", "organizationId", organization.id());
      }
      resources(organization, permissions);
    }
  }

  private DemoThing permission(String slug) {
    Instant createdAt = dice.between(cast.daysAgo(1000), cast.daysAgo(900));
    String id = dice.id("perm", createdAt);
    Fields json =
        object("permission", id)
            .put("slug", slug)
            .put("name", PersonGenerator.written(slug.replace(':', ' ')))
            .putOrNull(
                "description", dice.maybe(0.5, () -> "Lets somebody use " + slug.split(":", 2)[0]))
            .put("system", slug.startsWith("widgets"))
            .put("resource_type_slug", "organization")
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    return things.add("/authorization/permissions", id, createdAt, json, "slug", slug);
  }

  private DemoThing role(String list, String slug, String type, String... keys) {
    Instant createdAt = dice.between(cast.daysAgo(1000), cast.daysAgo(900));
    String id = dice.id("role", createdAt);
    Fields json =
        new Fields()
            .put("slug", slug)
            .put("object", "role")
            .put("id", id)
            .put("name", PersonGenerator.written(slug.replace('-', ' ')))
            .putOrNull("description", dice.maybe(0.5, () -> "Given to " + slug + "s"))
            .put("type", type)
            .put("resource_type_slug", "organization")
            .put("permissions", slug.equals("admin") ? PERMISSIONS : PERMISSIONS.subList(0, 1))
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    return keys.length > 0
        ? things.add(list, id, createdAt, json, keys)
        : things.add(list, id, createdAt, json, "slug", slug);
  }

  /** A workspace of the organization with a project in it, which some members may see. */
  private void resources(DemoOrganization organization, List<DemoThing> permissions) {
    DemoThing workspace = resource(organization, "workspace", Optional.empty());
    DemoThing project = resource(organization, "project", Optional.of(workspace));
    var memberships =
        things.of(MEMBERSHIPS).stream()
            .filter(each -> each.has("organization_id", organization.id()))
            .limit(2)
            .toList();
    for (DemoThing membership : memberships) {
      String om = membership.id();
      assignment(om, project, "member", Optional.empty());
      things.add(
          MEMBERSHIP + "resources",
          project,
          "organization_membership_id",
          om,
          "permission_slug",
          "documents:read",
          "parent_resource_id",
          workspace.id(),
          "parent_resource_external_id",
          String.valueOf(workspace.json().get("external_id")),
          "parent_resource_type_slug",
          "workspace");
      String list = MEMBERSHIP + "resources/{resource_id}/permissions";
      String key = "organization_membership_id";
      things.add(list, permissions.get(0), key, om, "resource_id", project.id());
      things.add(
          RESOURCES + "/{resource_id}/organization_memberships",
          new DemoThing("", om, membership.createdAt(), Map.of(), withoutRoles(membership)),
          "resource_id",
          project.id(),
          "permission_slug",
          "documents:read",
          "assignment",
          "direct");
    }
    for (DemoThing group : things.of(GROUPS)) {
      if (group.has("organizationId", organization.id())) {
        Optional<String> ofGroup = Optional.of(groupAssignment(group, project));
        things.of(GROUPS + "/{groupId}/organization-memberships").stream()
            .filter(member -> member.has("groupId", group.id()))
            .forEach(member -> assignment(member.id(), project, "admin", ofGroup));
      }
    }
  }

  private static Map<String, @Nullable Object> withoutRoles(DemoThing membership) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(membership.json());
    json.remove("role");
    json.remove("roles");
    return json;
  }

  private DemoThing resource(
      DemoOrganization organization, String type, Optional<DemoThing> parent) {
    Instant createdAt = dice.between(organization.createdAt(), cast.now());
    String id = dice.id("authz_resource", createdAt);
    String externalId = type + "-" + dice.below(100_000);
    Fields json =
        object("authorization_resource", id)
            .put("name", organization.name() + " " + type)
            .putOrNull("description", Optional.empty())
            .put("organization_id", organization.id())
            .putOrNull("parent_resource_id", parent.map(DemoThing::id))
            .put("external_id", externalId)
            .put("resource_type_slug", type)
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    var keys =
        Things.keys(
            "organization_id",
            organization.id(),
            "resource_type_slug",
            type,
            "resource_external_id",
            externalId);
    parent.ifPresent(each -> keys.put("parent_resource_id", Set.of(each.id())));
    return things.add(RESOURCES, id, createdAt, json, keys);
  }

  private Fields about(Fields json, String role, DemoThing resource, Instant createdAt) {
    return json.put("role", Map.of("slug", role))
        .put(
            "resource",
            new Fields()
                .put("id", resource.id())
                .putOrNull("external_id", Optional.ofNullable(resource.json().get("external_id")))
                .put("resource_type_slug", "project")
                .toMap())
        .put("created_at", createdAt)
        .put("updated_at", createdAt);
  }

  /** A role that a membership has itself, or through an assignment of its group. */
  private void assignment(
      String membership, DemoThing project, String role, Optional<String> ofGroup) {
    Instant createdAt = cast.within(80);
    String id = dice.id("role_assignment", createdAt);
    Fields json =
        object("role_assignment", id)
            .put("organization_membership_id", membership)
            .put(
                "source",
                new Fields()
                    .put("type", ofGroup.isPresent() ? "group" : "direct")
                    .putOrNull("group_role_assignment_id", ofGroup)
                    .toMap());
    about(json, role, project, createdAt);
    DemoThing assignment =
        things.add(
            RESOURCES + "/{resource_id}/role_assignments",
            id,
            createdAt,
            json,
            "resource_id",
            project.id(),
            "role_slug",
            role);
    things.add(
        MEMBERSHIP + "role_assignments",
        assignment,
        "organization_membership_id",
        membership,
        "resource_id",
        project.id());
  }

  private String groupAssignment(DemoThing group, DemoThing project) {
    Instant createdAt = cast.within(80);
    String id = dice.id("gra", createdAt);
    Fields json = object("group_role_assignment", id).put("group_id", group.id());
    about(json, "admin", project, createdAt);
    String list = "/authorization/groups/{group_id}/role_assignments";
    things.add(list, id, createdAt, json, "group_id", group.id());
    return id;
  }
}
