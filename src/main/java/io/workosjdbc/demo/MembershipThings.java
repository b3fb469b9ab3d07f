package io.workosjdbc.demo;

import static io.workosjdbc.demo.Catalogue.MEMBERSHIPS;
import static io.workosjdbc.demo.Things.object;
import static io.workosjdbc.demo.Things.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes who belongs to which organization and group, and who is invited. */
final class MembershipThings {
  private static final String GROUPS = "/organizations/{organizationId}/groups";

  private final Cast cast;
  private final Dice dice;
  private final Things things;

  MembershipThings(Cast cast, Things things) {
    this.cast = cast;
    this.dice = cast.dice();
    this.things = things;
  }

  void make() {
    for (DemoOrganization organization : cast.organizations()) {
      List<DemoThing> memberships = new ArrayList<>();
      for (Person person : cast.members(organization)) {
        memberships.add(membership(organization, person, memberships.size()));
      }
      for (int i = dice.below(3); i > 0; i--) {
        invitation(Optional.of(organization), memberships);
      }
      if (!memberships.isEmpty()) {
        for (String name : List.of("Admins", "Billing").subList(0, 1 + dice.below(2))) {
          group(organization, name, memberships);
        }
      }
    }
    invitation(Optional.empty(), List.of());
  }

  private DemoThing membership(DemoOrganization organization, Person person, int number) {
    Instant createdAt = dice.between(organization.createdAt(), cast.daysAgo(1));
    String id = dice.id("om", createdAt);
    String status = number % 11 == 10 ? "inactive" : number % 7 == 6 ? "pending" : "active";
    String role = number % 5 == 0 ? "admin" : "member";
    Fields json = common(id, person.id(), organization, status, createdAt);
    json.put("role", Map.of("slug", role))
        .put("roles", List.of(Map.of("slug", role)))
        .put("user", user(person));
    Map<String, Set<String>> keys =
        Things.keys(
            "user_id", person.id(), "organization_id", organization.id(), "statuses", status);
    return things.add(MEMBERSHIPS, id, createdAt, json, keys);
  }

  private Map<String, @Nullable Object> user(Person person) {
    return things.of(Catalogue.USERS).stream()
        .filter(user -> user.id().equals(person.id()))
        .findFirst()
        .orElseThrow()
        .json();
  }

  private Fields common(
      String id, String user, DemoOrganization organization, String status, Instant createdAt) {
    return object("organization_membership", id)
        .put("user_id", user)
        .put("organization_id", organization.id())
        .put("status", status)
        .put("directory_managed", dice.chance(0.3))
        .put("organization_name", organization.name())
        .put("custom_attributes", dice.chance(0.2) ? Map.of("desk", "B-12") : Map.of())
        .put("created_at", createdAt)
        .put("updated_at", dice.between(createdAt, cast.now()));
  }

  private void invitation(Optional<DemoOrganization> organization, List<DemoThing> memberships) {
    Instant createdAt = cast.within(60);
    String id = dice.id("invitation", createdAt);
    String state = dice.pick(List.of("pending", "accepted", "expired", "revoked"));
    String email = "guest" + dice.below(1000) + "@mail.example";
    String token = "secret-token-" + dice.token(20);
    Optional<Instant> later = Optional.of(createdAt.plusSeconds(86_400));
    boolean accepted = state.equals("accepted");
    Optional<Object> someone = memberships.stream().findFirst().map(each -> userOf(each));
    Fields json =
        object("invitation", id)
            .put("email", email)
            .put("state", state)
            .putOrNull("accepted_at", text(later.filter(when -> accepted)))
            .putOrNull("revoked_at", text(later.filter(when -> state.equals("revoked"))))
            .put("expires_at", createdAt.plus(Duration.ofDays(7)))
            .putOrNull("organization_id", organization.map(DemoOrganization::id))
            .putOrNull("inviter_user_id", someone)
            .putOrNull("accepted_user_id", someone.filter(user -> accepted))
            .putOrNull("role_slug", organization.map(each -> "member"))
            .put("created_at", createdAt)
            .put("updated_at", createdAt)
            .put("token", token)
            .put("accept_invitation_url", "https://demo.example/invite?token=" + token);
    Map<String, Set<String>> keys = Things.keys("email", email);
    organization.ifPresent(each -> keys.put("organization_id", Set.of(each.id())));
    things.add("/user_management/invitations", id, createdAt, json, keys);
  }

  private static Object userOf(DemoThing membership) {
    return String.valueOf(membership.json().get("user_id"));
  }

  private void group(DemoOrganization organization, String name, List<DemoThing> memberships) {
    Instant createdAt = dice.between(organization.createdAt(), cast.now());
    String id = dice.id("group", createdAt);
    Fields json =
        object("group", id)
            .put("organization_id", organization.id())
            .put("name", name)
            .putOrNull("description", dice.maybe(0.5, () -> name + " of the company"))
            .put("created_at", createdAt)
            .put("updated_at", createdAt);
    DemoThing group = things.add(GROUPS, id, createdAt, json, "organizationId", organization.id());
    for (int i = 0; i < memberships.size(); i += 3) {
      DemoThing membership = memberships.get(i);
      Fields member =
          common(
              membership.id(),
              userOf(membership).toString(),
              organization,
              String.valueOf(membership.json().get("status")),
              membership.createdAt());
      things.add(
          GROUPS + "/{groupId}/organization-memberships",
          membership.id(),
          membership.createdAt(),
          member,
          "organizationId",
          organization.id(),
          "groupId",
          id);
      things.add(MEMBERSHIPS + "/{omId}/groups", group, "omId", membership.id());
    }
  }
}
