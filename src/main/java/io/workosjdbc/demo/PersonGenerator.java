package io.workosjdbc.demo;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the people: a handful to some thirty per organization, and some who belong to none. */
final class PersonGenerator {
  private static final List<String> FIRST_NAMES =
      words(
          "ann bob carla dmitri elena farid grace hiro ines jonas kemi lars mei noor olga pedro"
              + " quinn rosa sven tara umar vera wei ximena yusuf zoe");
  private static final List<String> LAST_NAMES =
      words(
          "abe baker costa dietz evans fischer garcia haddad ito jensen kumar lopez meyer nowak"
              + " okafor petrov quist rossi sato tanaka ueda vogel weber xu young zimmer");
  private static final List<String> USER_AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15",
          "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
          "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36");
  private static final List<Person.Way> WAYS =
      List.of(
          Person.Way.PASSWORD,
          Person.Way.PASSWORD,
          Person.Way.PASSWORD,
          Person.Way.MAGIC_AUTH,
          Person.Way.MAGIC_AUTH,
          Person.Way.OAUTH,
          Person.Way.OAUTH,
          Person.Way.PASSKEY);

  private final Dice dice;
  private final Instant now;

  PersonGenerator(Dice dice, Instant now) {
    this.dice = dice;
    this.now = now;
  }

  /**
   * People of every organization, by SSO where it has a connection. Some SSO people use a
   * connection that was deleted since, or one that belongs to no organization.
   */
  List<Person> generate(
      List<DemoOrganization> organizations,
      List<DemoConnection> connections,
      List<String> deleted) {
    List<Person> people = new ArrayList<>();
    for (DemoOrganization organization : organizations) {
      Optional<String> connection = connectionOf(organization, connections);
      int count = 3 + dice.below(dice.chance(0.25) ? 30 : 10);
      String domain = organization.domainNames().stream().findFirst().orElse("mail.example");
      for (int i = 0; i < count; i++) {
        people.add(
            connection.isPresent() && dice.chance(0.8)
                ? person(domain, Optional.of(organization.id()), connection, Person.Way.SSO)
                : person(
                    domain, Optional.of(organization.id()), Optional.empty(), dice.pick(WAYS)));
      }
    }
    for (String connection : deleted) {
      Optional<String> organization = Optional.of(dice.pick(organizations).id());
      people.add(person("gone.example", organization, Optional.of(connection), Person.Way.SSO));
    }
    connections.stream()
        .filter(connection -> connection.organizationId().isEmpty())
        .map(connection -> Optional.of(connection.id()))
        .map(id -> person("lone.example", Optional.empty(), id, Person.Way.SSO))
        .forEach(people::add);
    for (int i = 0; i < 30; i++) {
      people.add(person("mail.example", Optional.empty(), Optional.empty(), dice.pick(WAYS)));
    }
    return people;
  }

  /** Some who have an account and do not use it. */
  List<Person> dormant(List<DemoOrganization> organizations) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      DemoOrganization organization = dice.pick(organizations);
      String domain = organization.domainNames().stream().findFirst().orElse("mail.example");
      Optional<String> id = Optional.of(organization.id());
      people.add(person(domain, id, Optional.empty(), dice.pick(WAYS)));
    }
    return people;
  }

  private static Optional<String> connectionOf(
      DemoOrganization organization, List<DemoConnection> connections) {
    return connections.stream()
        .filter(connection -> connection.organizationId().equals(Optional.of(organization.id())))
        .filter(connection -> connection.state().equals("active"))
        .map(DemoConnection::id)
        .findFirst();
  }

  private Person person(
      String domain, Optional<String> organization, Optional<String> connection, Person.Way way) {
    String email = name(dice) + dice.below(100) + "@" + domain;
    return new Person(
        dice.id(
            "user", dice.between(now.minus(Duration.ofDays(500)), now.minus(Duration.ofDays(91)))),
        email,
        organization,
        connection,
        way,
        ipAddress(),
        dice.pick(USER_AGENTS));
  }

  /** A first and a last name, such as {@code ann.baker}. */
  static String name(Dice dice) {
    return dice.pick(FIRST_NAMES) + "." + dice.pick(LAST_NAMES);
  }

  /** The word of a name as people write it. */
  static String written(String word) {
    return Ascii.toUpperCase(word.substring(0, 1)) + word.substring(1);
  }

  /** From the ranges reserved for documentation. */
  private String ipAddress() {
    return dice.chance(0.1)
        ? "2001:db8::" + Integer.toHexString(1 + dice.below(65_535))
        : dice.pick(List.of("192.0.2.", "198.51.100.")) + (1 + dice.below(254));
  }

  private static List<String> words(String text) {
    return Splitter.on(' ').splitToList(text);
  }
}
