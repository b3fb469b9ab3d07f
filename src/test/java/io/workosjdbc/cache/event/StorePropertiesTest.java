package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;

/** Whatever is done to some stores of one folder, in whatever order: what they say is true. */
class StorePropertiesTest {

  private static final List<EventScope> SCOPES =
      List.of(
          Events.ALL,
          Events.named(Events.NAMES.get(0), Events.NAMES.get(1)),
          Events.ofOrganization("org_1"));

  private static final List<List<Column>> COLUMNS =
      List.of(
          Events.COLUMNS, Events.RESOURCE.columns(), Events.columns("id", "created_at", "email"));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-02-05T00:00:00Z"));
  private final Events events = new Events(Duration.ofMinutes(7));
  private final Path folder = create();

  private static Path create() {
    try {
      return Files.createTempDirectory("store");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterTry
  void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  /** What somebody does with one of the stores. */
  record Step(Deed deed, int store, Window window, int scope, int columns) {}

  enum Deed {
    FETCH_GAPS,
    FETCH_GAPS_BACKWARDS,
    READ,
    PUBLISH,
    PUBLISH_SLICES,
    WAIT,
    TIDY
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var start = Arbitraries.integers().between(-50, 2000).map(n -> n * 13L);
    var width = Arbitraries.integers().between(1, 600).map(n -> n * n / 60 + 1L);
    var window =
        Combinators.combine(start, width)
            .as(
                (from, minutes) -> {
                  var first = Events.START.plus(Duration.ofMinutes(from));
                  return new Window(first, first.plus(Duration.ofMinutes(minutes)));
                });
    return Combinators.combine(
            Arbitraries.of(Deed.class),
            Arbitraries.of(0, 1, 2),
            window,
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(3, 0),
                net.jqwik.api.Tuple.of(1, 1),
                net.jqwik.api.Tuple.of(1, 2)),
            Arbitraries.frequency(
                net.jqwik.api.Tuple.of(5, 0),
                net.jqwik.api.Tuple.of(1, 1),
                net.jqwik.api.Tuple.of(1, 2)))
        .as(Step::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(80);
  }

  @Property(tries = 20)
  void whatTheStoresSayIsTrue(@ForAll("steps") List<Step> steps) {
    var testers = List.of(open(), open(), open());
    for (var step : steps) {
      run(step, testers.get(step.store()));
    }
    for (var tester : testers) {
      clock.advance(Duration.ofSeconds(2));
      var all = new Window(Events.START, Events.START.plus(Duration.ofDays(20)));
      tester.readTruly(StoreTester.question(all));
    }
  }

  private StoreTester open() {
    var options = StoreTester.options(clock);
    return new StoreTester(EventStore.onDisk(folder, options), events, clock);
  }

  private void run(Step step, StoreTester tester) {
    var question =
        EventQuestion.of(SCOPES.get(step.scope()), step.window(), COLUMNS.get(step.columns()));
    switch (step.deed()) {
      case FETCH_GAPS -> fetchGaps(question, tester);
      case FETCH_GAPS_BACKWARDS -> fetchGaps(StoreTester.backwards(question), tester);
      case READ -> tester.readTruly(question);
      case PUBLISH -> publish(question.scope(), step.window(), question.columns(), tester);
      case PUBLISH_SLICES -> publishSlices(question, tester);
      case WAIT -> clock.advance(Duration.between(step.window().from(), step.window().to()));
      case TIDY -> tester.store.tidy();
    }
  }

  private void fetchGaps(EventQuestion question, StoreTester tester) {
    for (var gap : tester.readTruly(question)) {
      publish(question.scope(), gap, question.columns(), tester);
    }
    var believed = clock.instant().minus(Duration.ofMinutes(5));
    assertThat(tester.readTruly(question))
        .allSatisfy(gap -> assertThat(gap.from()).isAfterOrEqualTo(believed));
    assertThat(question.direction()).isIn(Direction.ASCENDING, Direction.DESCENDING);
  }

  private void publishSlices(EventQuestion question, StoreTester tester) {
    var width = question.window().width().dividedBy(30).plusMillis(1);
    var from = question.window().from();
    while (from.isBefore(question.window().to())) {
      var to = from.plus(width);
      publish(question.scope(), new Window(from, to), question.columns(), tester);
      from = to;
    }
  }

  /** The service knows nothing of what is yet to happen; the rest it knows. */
  private void publish(EventScope scope, Window window, List<Column> columns, StoreTester tester) {
    var now = clock.instant();
    var answer = events.answer(scope, window, columns, now);
    int time = columns.indexOf(Events.RESOURCE.required("created_at"));
    var rows =
        answer.rows().stream().filter(row -> (Long) row[time] <= now.toEpochMilli()).toList();
    tester.store.publish(new EventAnswer(scope, window, columns, rows, now));
  }
}
