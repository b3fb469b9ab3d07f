package io.workosjdbc.demo;

import static io.workosjdbc.demo.Catalogue.USERS;
import static io.workosjdbc.demo.Things.object;
import static io.workosjdbc.demo.Things.text;

import com.google.common.base.Splitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the users, who are the people of the events, and what hangs under them. */
final class UserThings {
  private final Cast cast;
  private final Dice dice;
  private final Things things;

  UserThings(Cast cast, Things things) {
    this.cast = cast;
    this.dice = cast.dice();
    this.things = things;
  }

  void make() {
    int number = 0;
    for (Person person : cast.people()) {
      Instant createdAt = dice.between(cast.daysAgo(500), cast.daysAgo(91));
      user(person, number, createdAt);
      credentials(person, number, createdAt);
      if (number % 3 == 0 && !cast.dormant().contains(person.id())) {
        session(person);
      }
      if (number % 12 == 0) {
        apiKey(person, createdAt);
      }
      if (number % 20 == 0) {
        challenges(person);
      }
      number++;
    }
  }

  private void user(Person person, int number, Instant createdAt) {
    Map<String, Set<String>> keys = Things.keys("email", person.email());
    person.organizationId().ifPresent(id -> keys.put("organization_id", Set.of(id)));
    person.organizationId().ifPresent(id -> keys.put("organization", Set.of(id)));
    boolean isKnown = number % 4 == 0;
    if (isKnown) {
      keys.put("external_id", Set.of("u-" + number));
    }
    things.add(USERS, person.id(), createdAt, json(person, number, createdAt), keys);
  }

  private Fields json(Person person, int number, Instant createdAt) {
    boolean isNameless = number % 9 == 8;
    Optional<String> first = isNameless ? Optional.empty() : Optional.of(name(person, 0));
    Optional<String> last = isNameless ? Optional.empty() : Optional.of(name(person, 1));
    Fields json =
        object("user", person.id())
            .putOrNull("first_name", first)
            .putOrNull("last_name", last)
            .putOrNull("name", first.map(name -> name + " " + last.orElse("")))
            .putOrNull(
                "profile_picture_url",
                number % 5 == 0
                    ? Optional.of("https://pictures.example/" + number + ".png")
                    : Optional.empty())
            .put("email", person.email())
            .put("email_verified", number % 7 != 6)
            .putOrNull(
                "external_id", number % 4 == 0 ? Optional.of("u-" + number) : Optional.empty());
    if (number % 2 == 0) {
      json.put("metadata", number % 6 == 0 ? Map.of("plan", "pro") : Map.of());
    }
    return json.putOrNull("last_sign_in_at", text(lastSignIn(person, createdAt)))
        .putOrNull("locale", number % 3 == 0 ? Optional.of("en-US") : Optional.empty())
        .put("created_at", createdAt)
        .put("updated_at", dice.between(createdAt, cast.now()));
  }

  /** One of three who do not sign in never did. */
  private Optional<Instant> lastSignIn(Person person, Instant createdAt) {
    return cast.dormant().contains(person.id())
        ? dice.maybe(0.67, () -> dice.between(createdAt, cast.daysAgo(91)))
        : Optional.ofNullable(cast.lastSignIns().get(person.id()));
  }

  /** The first or the second word of {@code ann.baker12@acme.example}. */
  private static String name(Person person, int word) {
    String local = Splitter.on('@').splitToList(person.email()).get(0);
    String name = Splitter.on('.').splitToList(local).get(word).replaceAll("\\d", "");
    return PersonGenerator.written(name);
  }

  private void credentials(Person person, int number, Instant createdAt) {
    if (person.way() == Person.Way.OAUTH) {
      String idp = dice.token(21);
      Fields json =
          new Fields()
              .put("idp_id", idp)
              .put("type", "OAuth")
              .put("provider", dice.pick(List.of("GoogleOAuth", "MicrosoftOAuth", "GithubOAuth")));
      things.add(USERS + "/{id}/identities", idp, createdAt, json, "id", person.id());
    }
    if (number % 5 == 0) {
      String id = dice.id("auth_factor", createdAt);
      Fields json = object("authentication_factor", id);
      if (number % 10 == 0) {
        json.put("type", "sms").put("user_id", person.id());
        json.put("sms", Map.of("phone_number", "+1555010" + (1000 + number)));
      } else {
        json.put("type", "totp").put("user_id", person.id());
        json.put("totp", Map.of("issuer", "Demo", "user", person.email()));
      }
      json.put("created_at", createdAt).put("updated_at", createdAt);
      String list = USERS + "/{userlandUserId}/auth_factors";
      things.add(list, id, createdAt, json, "userlandUserId", person.id());
    }
  }

  private void session(Person person) {
    Instant start = cast.within(6);
    String id = dice.id("session", start);
    Fields json = object("session", id);
    if (dice.chance(0.03)) {
      Map<String, @Nullable Object> impersonator =
          new Fields()
              .put("email", "support@demo.example")
              .putOrNull("reason", dice.maybe(0.5, () -> "Ticket 4711"))
              .toMap();
      json.put("impersonator", impersonator);
    }
    String method =
        switch (person.way()) {
          case SSO -> "sso";
          case PASSWORD -> "password";
          case MAGIC_AUTH -> "magic_code";
          case OAUTH -> "oauth";
          case PASSKEY -> "passkey";
        };
    json.put("ip_address", person.ipAddress())
        .putIfPresent("organization_id", person.organizationId())
        .put("user_agent", person.userAgent())
        .put("user_id", person.id())
        .put("auth_method", method)
        .put("status", "active")
        .put("expires_at", start.plus(Duration.ofDays(30)))
        .putOrNull("ended_at", Optional.empty())
        .put("created_at", start)
        .put("updated_at", start);
    things.add(USERS + "/{id}/sessions", id, start, json, "id", person.id());
  }

  private void apiKey(Person person, Instant createdAt) {
    if (person.organizationId().isEmpty()) {
      return;
    }
    String organization = person.organizationId().get();
    String id = dice.id("api_key", createdAt);
    Map<String, Object> owner =
        Map.of("type", "user", "id", person.id(), "organization_id", organization);
    things.add(
        USERS + "/{userId}/api_keys",
        id,
        createdAt,
        OrganizationThings.apiKey(cast, id, owner, createdAt),
        "userId",
        person.id(),
        "organization_id",
        organization);
  }

  /** Codes that were sent lately, each got by its id alone. */
  private void challenges(Person person) {
    for (String kind : List.of("email_verification", "magic_auth", "radar_challenge")) {
      Instant sent = cast.within(1);
      String id = dice.id(kind, sent);
      Fields json = object(kind, id);
      if (kind.equals("radar_challenge")) {
        json.put("type", "email");
      }
      json.put("user_id", person.id())
          .put("email", person.email())
          .put("expires_at", sent.plusSeconds(600))
          .put("created_at", sent)
          .put("updated_at", sent)
          .put("code", "secret-code-" + dice.below(1_000_000));
      String folder = kind.equals("radar_challenge") ? "radar_challenges" : kind;
      things.add("/user_management/" + folder + "/{id}", id, sent, json, "id", id);
    }
    Instant sent = cast.within(1);
    String id = dice.id("password_reset", sent);
    String token = "secret-token-" + dice.token(20);
    Fields json =
        object("password_reset", id)
            .put("user_id", person.id())
            .put("email", person.email())
            .put("password_reset_token", token)
            .put("password_reset_url", "https://demo.example/reset?token=" + token)
            .put("expires_at", sent.plusSeconds(3600))
            .put("created_at", sent);
    things.add("/user_management/password_reset/{id}", id, sent, json, "id", id);
  }
}
