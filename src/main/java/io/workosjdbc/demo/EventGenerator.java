package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the authentication events of the last 90 days: sign-ins of people, and bursts of attacks
 * from few addresses.
 */
final class EventGenerator {
  /**
   * Nothing leaves the retention of 90 days while a test runs, and nothing happens in the future.
   */
  private static final Duration OLDEST = Duration.ofDays(90).minusHours(1);

  private static final List<AuthKind> ATTACKS =
      List.of(AuthKind.PASSWORD_FAILED, AuthKind.PASSWORD_FAILED, AuthKind.MAGIC_AUTH_FAILED);

  private final Dice dice;
  private final EventFactory factory;
  private final List<Person> people;
  private final Instant start;
  private final Instant end;

  EventGenerator(Dice dice, List<Person> people, Instant now) {
    this.dice = dice;
    this.factory = new EventFactory(dice);
    this.people = people;
    this.start = now.minus(OLDEST);
    this.end = now.minusSeconds(1);
  }

  /** So many events, oldest first; every kind occurs when there are at least 18. */
  List<DemoEvent> generate(int count) {
    List<DemoEvent> events = new ArrayList<>(count + 8);
    OfficeHours officeHours = new OfficeHours(start, end);
    for (AuthKind kind : AuthKind.values()) {
      events.add(factory.event(kind, dice.pick(people), officeHours.pick(dice)));
    }
    for (int burst = count / 1800; burst > 0; burst--) {
      attack(events, dice.between(start, end.minusSeconds(3600)));
    }
    while (events.size() < count) {
      for (DemoEvent event :
          SignIn.events(dice, factory, dice.pick(people), officeHours.pick(dice))) {
        if (event.createdAt().isBefore(end)) {
          events.add(event);
        }
      }
    }
    List<DemoEvent> wanted = new ArrayList<>(events.subList(0, count));
    wanted.sort(Comparator.comparing(DemoEvent::createdAt).thenComparing(DemoEvent::id));
    return wanted;
  }

  /** 40 to 130 failures within minutes from one or two addresses, some in the same millisecond. */
  private void attack(List<DemoEvent> events, Instant begin) {
    String address = "203.0.113." + (1 + dice.below(60));
    String otherAddress = dice.chance(0.5) ? address : "203.0.113." + (1 + dice.below(60));
    AuthKind kind = dice.pick(ATTACKS);
    Instant time = begin;
    for (int left = 40 + dice.below(90); left > 0; left--) {
      String from = dice.chance(0.7) ? address : otherAddress;
      events.add(factory.attack(kind, dice.pick(people), time, from, "python-requests/2.32"));
      time = dice.chance(0.3) ? time : time.plusMillis(50 + dice.below(3000));
    }
  }
}
