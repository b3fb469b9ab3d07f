package io.workosjdbc.cache.event;

import io.workosjdbc.request.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Uses a store as a process of its own: reads random windows, compares them with the truth and
 * fetches what is missing, until a file {@code stop} lies in the folder.
 */
final class StoreProcess {

  static final Events EVENTS = new Events(Duration.ofSeconds(40));
  private static final Duration HISTORY = Duration.ofDays(12);

  /** So little that something is evicted all the time. */
  private static final long MAX_BYTES = 600_000;

  private final StoreTester tester;
  private final Random random;

  StoreProcess(Path folder, Random random) {
    var end = Events.START.plus(Duration.ofDays(10));
    var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), end));
    var options = new StoreOptions("soak", clock, MAX_BYTES, StoreTester.RETENTION, HISTORY);
    this.tester = new StoreTester(EventStore.onDisk(folder, options), EVENTS, clock);
    this.random = random;
  }

  /**
   * Runs until it is told to stop, or fails.
   *
   * @param args the folder and a seed
   */
  public static void main(String[] args) {
    var folder = Path.of(args[0]);
    var process = new StoreProcess(folder, new Random(Long.parseLong(args[1])));
    while (Files.notExists(folder.resolve("stop"))) {
      process.step();
    }
  }

  /** One question, after which a part of what was missing is there. */
  void step() {
    var question = question();
    for (var gap : tester.readTruly(question)) {
      publish(question, gap);
    }
    tester.readTruly(StoreTester.backwards(question));
    if (random.nextInt(20) == 0) {
      tester.store.tidy();
    }
  }

  private EventQuestion question() {
    var from = Events.START.plusSeconds(random.nextInt(9 * 24 * 3600));
    double part = random.nextDouble();
    var window = new Window(from, from.plusSeconds((long) (part * part * 24 * 3600) + 1));
    var scope = random.nextInt(4) == 0 ? Events.ofOrganization("org_2") : Events.ALL;
    var columns =
        random.nextInt(8) == 0 ? Events.RESOURCE.columns() : Events.columns("id", "email");
    return EventQuestion.of(scope, window, columns);
  }

  /** Slice by slice, and sometimes not to the end. */
  private void publish(EventQuestion question, Window gap) {
    var columns =
        question.columns().equals(Events.RESOURCE.columns()) ? question.columns() : Events.COLUMNS;
    var from = gap.from();
    while (from.isBefore(gap.to()) && random.nextInt(12) != 0) {
      var to = from.plusSeconds(1 + random.nextInt(3 * 3600));
      to = to.isAfter(gap.to()) ? gap.to() : to;
      tester.publish(question.scope(), new Window(from, to), columns);
      from = to;
    }
  }
}
