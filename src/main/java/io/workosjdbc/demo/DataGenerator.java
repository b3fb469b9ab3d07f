package io.workosjdbc.demo;

import com.google.common.base.Suppliers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the whole environment from the options: the same seed and time give the same data. */
final class DataGenerator {
  /** How many different events a mass of events repeats. */
  private static final int PATTERNS = 1000;

  private DataGenerator() {}

  /** What everything else is about; the dice are where they stand after it. */
  record Basis(
      Dice dice,
      Instant now,
      List<DemoOrganization> organizations,
      List<DemoConnection> connections,
      List<DemoDirectory> directories,
      List<Person> people) {

    /** So many sign-in events, oldest first. */
    List<DemoEvent> events(int count) {
      return new EventGenerator(dice, people, now).generate(count);
    }
  }

  static Basis basis(DemoOptions options) {
    Instant now = options.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Dice dice = new Dice(options.seed());
    var organizations = new OrganizationGenerator(dice, now).generate();
    var connectionGenerator = new ConnectionGenerator(dice, now);
    var connections = connectionGenerator.generate(organizations);
    var directories = new DirectoryGenerator(dice, now).generate(organizations);
    var people =
        new PersonGenerator(dice, now)
            .generate(organizations, connections, connectionGenerator.deleted());
    return new Basis(dice, now, organizations, connections, directories, people);
  }

  static DemoData generate(DemoOptions options) {
    var basis = basis(options);
    var connections = basis.connections();
    List<DemoObject> entities = new ArrayList<>(basis.organizations());
    entities.addAll(connections);
    entities.addAll(basis.directories());
    if (options.massEvents().isPresent()) {
      var log = MassEvents.of(options.massEvents().get(), basis.now(), basis.events(PATTERNS));
      return DemoData.of(entities, List::of, () -> log);
    }
    var stored = basis.events(options.eventCount());
    Supplier<Rest> rest =
        Suppliers.memoize(
            () ->
                rest(
                    cast(basis, new Dice(~options.seed()), stored),
                    connections,
                    Math.min(60, options.eventCount() / 100)));
    return DemoData.of(
        entities,
        () -> rest.get().things().all(),
        () ->
            StoredEvents.of(
                Stream.concat(stored.stream(), rest.get().changes().stream()).toList()));
  }

  /** The dice of what is made later, so that events are the same whether it is asked for or not. */
  private static Cast cast(Basis basis, Dice dice, List<DemoEvent> events) {
    var dormant = new PersonGenerator(dice, basis.now()).dormant(basis.organizations());
    return new Cast(
        dice,
        basis.now(),
        basis.organizations(),
        basis.directories(),
        Stream.concat(basis.people().stream(), dormant.stream()).toList(),
        dormant.stream().map(Person::id).collect(Collectors.toSet()),
        Cast.lastSignIns(events));
  }

  /** What is made only when it is asked for. */
  private record Rest(Things things, List<LoggedEvent> changes) {}

  private static Rest rest(Cast cast, List<DemoConnection> connections, int changesOfEach) {
    var things = new Things();
    new UserThings(cast, things).make();
    new MembershipThings(cast, things).make();
    new OrganizationThings(cast, things).make();
    new DirectoryThings(cast, things).make();
    new AuthorizationThings(cast, things).make();
    new SettingThings(cast, things).make();
    new ApplicationThings(cast, things).make();
    var changes = new ChangeGenerator(cast).generate(things, connections, changesOfEach);
    return new Rest(things, changes);
  }
}
