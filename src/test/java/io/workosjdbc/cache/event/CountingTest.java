package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Borders;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Extraction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Rows that come once with their number stand for the rows that there are. */
class CountingTest {

  /** 10,000 events, in two chunks. */
  private static final Window ALL = window(0, 20_000);

  private static final Set<String> FEW_VALUES =
      Set.of("event_type", "organization_id", "method", "outcome", "created_at");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-05T00:00:00Z"));
  private final Events events = new Events(Duration.ofMinutes(2));
  private final StoreTester tester =
      new StoreTester(EventStore.inMemory(StoreTester.options(clock)), events, clock);

  CountingTest() {
    tester.publish(ALL);
  }

  private static Window window(int from, int to) {
    return new Window(
        Events.START.plus(Duration.ofMinutes(from)), Events.START.plus(Duration.ofMinutes(to)));
  }

  private static Borders borders(Duration step, int... minutes) {
    var instants = new ArrayList<Instant>();
    for (int minute : minutes) {
      instants.add(Events.START.plus(Duration.ofMinutes(minute)));
    }
    return new Borders(instants, step);
  }

  private static EventQuestion question(
      Window window, Optional<Borders> borders, String... columns) {
    var count =
        new Column(
            "_count", ColumnType.INTEGER, "n", new Extraction.Count(borders), Optional.empty());
    var all = Stream.concat(Events.columns(columns).stream(), Stream.of(count)).toList();
    return EventQuestion.of(Events.ALL, window, all);
  }

  private List<Object[]> rows(EventQuestion question) {
    var rows = new ArrayList<Object[]>();
    tester.store.read(question).forEachRemaining(stretch -> add(stretch, rows));
    return rows;
  }

  private static void add(Stretch stretch, List<Object[]> rows) {
    ((Stored) stretch).rows().forEachRemaining(rows::add);
  }

  /** How often each combination of values comes, its time as good as it is. */
  private Map<List<Object>, Long> numbers(EventQuestion question, Borders borders) {
    int count = question.columns().size() - 1;
    var numbers = new HashMap<List<Object>, Long>();
    for (var row : rows(question)) {
      var values = new ArrayList<Object>();
      for (int column = 0; column < count; column++) {
        boolean isTime = question.columns().get(column).name().equals("created_at");
        values.add(isTime ? borders.next((Long) row[column]) : row[column]);
      }
      numbers.merge(values, (Long) row[count], Long::sum);
    }
    return numbers;
  }

  private long total(EventQuestion question) {
    int count = question.columns().size() - 1;
    return rows(question).stream().mapToLong(row -> (Long) row[count]).sum();
  }

  @Test
  void aCountWithoutColumnsIsARowForEachChunk() {
    var question = question(ALL, Optional.of(borders(Duration.ZERO)));

    assertThat(rows(question)).hasSize(2);
    assertThat(total(question)).isEqualTo(10_000);
  }

  @Test
  void rowsThatAreAlikeComeOnce() {
    var none = borders(Duration.ZERO);
    var question = question(ALL, Optional.of(none), "organization_id", "created_at");

    assertThat(rows(question)).hasSizeLessThan(20);
    assertThat(numbers(question, none))
        .isEqualTo(numbers(question(ALL, Optional.empty(), "organization_id", "created_at"), none))
        .hasSize(6);
    assertThat(rows(question(ALL, Optional.empty(), "organization_id"))).hasSize(10_000);
  }

  @Test
  void whatTellsTimesApartIsNotMerged() {
    var hours = borders(Duration.ofHours(1));
    assertThat(numbers(question(ALL, Optional.of(hours), "created_at"), hours)).hasSize(334);

    // Every tenth event comes together with the one before.
    var exact = borders(Duration.ZERO, 16);
    assertThat(numbers(question(ALL, Optional.of(exact), "created_at"), exact).values())
        .containsExactlyInAnyOrder(8L, 2L, 9_990L);
  }

  @Test
  void columnsOfManyValuesAreGivenRowByRow() {
    var question = question(ALL, Optional.of(borders(Duration.ZERO)), "id", "outcome");

    assertThat(rows(question)).hasSize(10_000).allMatch(row -> row[2].equals(1L));
  }

  @Provide
  Arbitrary<Borders> someBorders() {
    return Arbitraries.integers()
        .between(-10, 20_010)
        .array(int[].class)
        .ofMaxSize(5)
        .flatMap(
            minutes ->
                Arbitraries.of(0, 1, 24).map(step -> borders(Duration.ofHours(step), minutes)));
  }

  @Provide
  Arbitrary<Set<String>> someColumns() {
    return Arbitraries.of(FEW_VALUES).set();
  }

  @Property(tries = 30)
  void theNumbersAreThoseOfTheRows(
      @ForAll("someBorders") Borders borders,
      @ForAll("someColumns") Set<String> columns,
      @ForAll boolean isBackwards) {
    // From the middle of one time to that of another.
    var window =
        new Window(ALL.from().plus(Duration.ofMinutes(1001)), ALL.to().minusSeconds(90_000));
    var names = columns.toArray(String[]::new);
    var merged = question(window, Optional.of(borders), names);
    var single = question(window, Optional.empty(), names);
    if (isBackwards) {
      merged = merged.withDirection(Direction.DESCENDING);
    }

    assertThat(rows(single)).hasSizeGreaterThan(8192);
    assertThat(numbers(merged, borders)).isEqualTo(numbers(single, borders));
  }
}
