package io.workosjdbc.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Makes the whole environment from the options: the same seed and time give the same data. */
final class DataGenerator {
  /** How many different events a mass of events repeats. */
  private static final int PATTERNS = 1000;

  private DataGenerator() {}

  static DemoData generate(DemoOptions options) {
    Instant now = options.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Dice dice = new Dice(options.seed());
    var organizations = new OrganizationGenerator(dice, now).generate();
    var connectionGenerator = new ConnectionGenerator(dice, now);
    var connections = connectionGenerator.generate(organizations);
    var directories = new DirectoryGenerator(dice, now).generate(organizations);
    var people =
        new PersonGenerator(dice, now)
            .generate(organizations, connections, connectionGenerator.deleted());
    List<DemoObject> entities = new ArrayList<>(organizations);
    entities.addAll(connections);
    entities.addAll(directories);
    var events = new EventGenerator(dice, people, now);
    return DemoData.of(
        entities,
        options
            .massEvents()
            .<EventLog>map(mass -> MassEvents.of(mass, now, events.generate(PATTERNS)))
            .orElseGet(() -> StoredEvents.of(events.generate(options.eventCount()))));
  }
}
