package io.workosjdbc.demo;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the users of the demo Okta. */
final class OktaUsers {
  private static final List<String> OTHER_STATUSES =
      List.of(
          "DEPROVISIONED",
          "STAGED",
          "SUSPENDED",
          "PROVISIONED",
          "LOCKED_OUT",
          "PASSWORD_EXPIRED",
          "RECOVERY");
  private static final List<String> DEPARTMENTS =
      List.of("Engineering", "Sales", "Support", "Finance", "People");

  private final Dice dice;
  private final DataGenerator.Basis basis;
  private final Map<String, Instant> lastSignIns;
  private final Map<String, String> organizations = new HashMap<>();

  OktaUsers(Dice dice, DataGenerator.Basis basis, Map<String, Instant> lastSignIns) {
    this.dice = dice;
    this.basis = basis;
    this.lastSignIns = lastSignIns;
    basis.organizations().forEach(each -> organizations.put(each.id(), each.name()));
  }

  List<OktaObject> make(List<Person> people) {
    return IntStream.range(0, people.size())
        .mapToObj(number -> user(people.get(number), number))
        .toList();
  }

  private OktaObject user(Person person, int number) {
    Instant created =
        dice.between(
            basis.now().minus(Duration.ofDays(700)), basis.now().minus(Duration.ofDays(95)));
    boolean isActive = number % 6 != 5;
    String status = isActive ? "ACTIVE" : OTHER_STATUSES.get(number / 6 % OTHER_STATUSES.size());
    boolean isStaged = status.equals("STAGED");
    Optional<Instant> activated =
        isStaged ? Optional.empty() : Optional.of(created.plusSeconds(60));
    Instant changed = isActive ? created.plusSeconds(60) : dice.between(created, basis.now());
    Optional<Instant> lastLogin = Optional.ofNullable(lastSignIns.get(person.id()));
    String id = "00u" + dice.token(17);
    Fields json =
        new Fields()
            .put("id", id)
            .put("status", status)
            .put("created", created)
            .putOrNull("activated", OktaGenerator.text(activated))
            .put("statusChanged", changed)
            .putOrNull("lastLogin", OktaGenerator.text(lastLogin))
            .put("lastUpdated", dice.between(changed, basis.now()))
            .putIfPresent("passwordChanged", OktaGenerator.text(activated))
            .put("type", Map.of("id", "oty1demo0000000000001"))
            .put("profile", profile(person, number))
            .put("credentials", credentials(number));
    if (number % 40 == 7) {
      json.put("transitioningToStatus", "PROVISIONED");
    }
    json.put("_links", Map.of("self", Map.of("href", "https://demo.okta.example/users/" + id)));
    return new OktaObject(id, created, json.toMap());
  }

  private Map<String, Object> credentials(int number) {
    String type = number % 4 == 0 ? "ACTIVE_DIRECTORY" : "OKTA";
    return Map.of(
        "password", Map.of("value", "secret-" + number),
        "recovery_question", Map.of("question", "secret-question"),
        "provider", Map.of("type", type, "name", type.equals("OKTA") ? "OKTA" : "corp.example"));
  }

  /** Attributes without a value are null or left out. */
  private Map<String, ?> profile(Person person, int number) {
    var local = Splitter.on('@').splitToList(person.email()).get(0);
    var names = Splitter.on('.').splitToList(local);
    String first = name(names.get(0));
    String last = name(names.get(1));
    Fields profile =
        new Fields()
            .put("login", person.email())
            .put("email", number % 10 == 9 ? local + "@home.example" : person.email())
            .put("firstName", first)
            .put("lastName", last)
            .putOrNull("secondEmail", Optional.empty())
            .put("displayName", first + " " + last)
            .put("department", DEPARTMENTS.get(number % DEPARTMENTS.size()))
            .putIfPresent("organization", person.organizationId().map(organizations::get))
            .put("employeeNumber", Integer.toString(1000 + number))
            .put("userType", number % 5 == 0 ? "Contractor" : "Employee")
            .putOrNull("mobilePhone", Optional.empty());
    if (number % 3 == 0) {
      profile.put("title", "Lead \"" + DEPARTMENTS.get(number % DEPARTMENTS.size()) + "\"");
      profile.put("city", "Köln").put("countryCode", "DE").put("timezone", "Europe/Berlin");
    }
    if (number % 2 == 0) {
      profile.put("favouriteColour", number % 4 == 0 ? "green" : "blue");
    }
    return profile.toMap();
  }

  private static String name(String word) {
    String letters = word.replaceAll("\\d", "");
    return Ascii.toUpperCase(letters.substring(0, 1)) + letters.substring(1);
  }
}
