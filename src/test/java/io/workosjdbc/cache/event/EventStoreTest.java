package io.workosjdbc.cache.event;

import static io.workosjdbc.cache.event.Events.columns;
import static io.workosjdbc.cache.event.Events.named;
import static io.workosjdbc.cache.event.Events.ofOrganization;
import static io.workosjdbc.cache.event.StoreTester.backwards;
import static io.workosjdbc.cache.event.StoreTester.question;
import static io.workosjdbc.cache.event.StoreTester.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Like;
import io.workosjdbc.request.Condition.Operator;
import io.workosjdbc.request.Operand;
import io.workosjdbc.request.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStoreTest {

  private static final Window DAY = window("2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z");
  private static final Window NOON = window("2026-02-02T12:00:00Z", "2026-02-02T13:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final Events events = new Events(Duration.ofSeconds(30));
  private StoreTester tester;

  @BeforeEach
  void open() {
    tester = open(folder);
  }

  private StoreTester open(Path path) {
    return new StoreTester(EventStore.onDisk(path, StoreTester.options(clock)), events, clock);
  }

  @Test
  void anEmptyStoreMissesEverything() {
    assertThat(tester.readTruly(question(DAY))).containsExactly(DAY);
    assertThat(tester.store.coverage(question(DAY)))
        .isEqualTo(
            new EventCoverage(List.of(), List.of(DAY), 0, java.util.Optional.empty(), false));
  }

  @Test
  void whatWasPublishedIsReadByThisAndOtherStores() {
    assertThat(tester.publish(DAY).rows()).isEqualTo(2880);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    assertThat(open(folder).readTruly(question(DAY))).isEmpty();
    assertThat(tester.store.problem()).isEmpty();
  }

  @Test
  void anIntervalWithoutEventsIsKnownToo() {
    var before = window("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
    assertThat(tester.publish(before).rows()).isZero();
    assertThat(tester.readTruly(question(before))).isEmpty();
  }

  @Test
  void onlyTheGapsAreMissing() {
    tester.publish(NOON);
    var coverage = tester.store.coverage(question(DAY));
    assertThat(coverage.stored()).containsExactly(NOON);
    assertThat(coverage.missing())
        .containsExactly(new Window(DAY.from(), NOON.from()), new Window(NOON.to(), DAY.to()))
        .isEqualTo(tester.readTruly(question(DAY)));
    assertThat(coverage.rowsAtMost()).isEqualTo(120);
    assertThat(coverage.askedAt()).contains(clock.instant());
    assertThat(coverage.isProvisional()).isFalse();
  }

  @Test
  void overlappingAnswersGiveEachEventOnce() {
    tester.publish(window("2026-02-02T00:00:00Z", "2026-02-02T14:00:00Z"));
    tester.publish(window("2026-02-02T12:30:00Z", "2026-02-03T00:00:00Z"));
    tester.publish(NOON);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    assertThat(tester.readTruly(backwards(question(DAY)))).isEmpty();
  }

  @Test
  void rowsComeInEitherDirection() {
    tester.publish(DAY);
    var rising = tester.rows(question(DAY));
    var falling = new ArrayList<>(tester.rows(backwards(question(DAY))));
    java.util.Collections.reverse(falling);
    assertThat(rising).isEqualTo(falling).hasSize(2880);
    assertThat(rising)
        .isSortedAccordingTo(java.util.Comparator.comparing(row -> (Long) row.get(14)));
  }

  @Test
  void rowsMayBePublishedNewestFirstAndTwice() {
    var answer = events.answer(Events.ALL, NOON, Events.COLUMNS, clock.instant());
    var rows = new ArrayList<>(answer.rows());
    java.util.Collections.reverse(rows);
    rows.add(answer.rows().get(0));
    tester.store.publish(new EventAnswer(Events.ALL, NOON, Events.COLUMNS, rows, clock.instant()));
    assertThat(tester.rows(question(NOON))).isEqualTo(events.truth(question(NOON)));
  }

  @Test
  void rowsOutsideTheWindowAreNotPublished() {
    var answer = events.answer(Events.ALL, DAY, Events.COLUMNS, clock.instant());
    tester.store.publish(
        new EventAnswer(Events.ALL, NOON, Events.COLUMNS, answer.rows(), clock.instant()));
    assertThat(tester.rows(question(DAY))).isEqualTo(events.truth(question(NOON)));
  }

  @Test
  void windowsFinerThanMillisecondsAreWidenedToWholeOnes() {
    var fine = new Window(NOON.from().plusNanos(1), NOON.to().plusNanos(1));
    tester.publish(fine);
    var kept = new Window(NOON.from().plusMillis(1), NOON.to());
    assertThat(tester.store.coverage(question(DAY)).stored()).containsExactly(kept);
  }

  @Test
  void onlyTheColumnsAskedForAreGiven() {
    tester.publish(DAY);
    for (var columns :
        List.of(columns("created_at"), columns("email", "id", "connection_type"), columns())) {
      assertThat(tester.readTruly(EventQuestion.of(Events.ALL, NOON, columns))).isEmpty();
    }
  }

  @Test
  void aColumnThatWasNotStoredIsNotCovered() {
    tester.publish(DAY);
    var withRaw = EventQuestion.of(Events.ALL, NOON, columns("id", "raw"));
    assertThat(tester.readTruly(withRaw)).containsExactly(NOON);
    tester.publish(Events.ALL, NOON, Events.RESOURCE.columns());
    assertThat(tester.readTruly(withRaw)).isEmpty();
    assertThat(tester.readTruly(question(DAY))).isEmpty();
  }

  @Test
  void answersNeedAKeyAndATime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tester.publish(Events.ALL, NOON, columns("id", "email")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tester.publish(Events.ALL, NOON, columns("created_at")));
  }

  @Test
  void aWiderScopeAnswersNarrowerQuestions() {
    tester.publish(DAY);
    var few = named(Events.NAMES.get(0), Events.NAMES.get(3));
    for (var scope : List.of(few, ofOrganization("org_3"), ofOrganization("org_none"))) {
      assertThat(tester.readTruly(EventQuestion.of(scope, NOON, columns("id", "email")))).isEmpty();
    }
  }

  @Test
  void aNarrowerScopeAnswersNoWiderQuestion() {
    var few = named(Events.NAMES.get(0), Events.NAMES.get(3));
    tester.publish(few, DAY, Events.COLUMNS);
    tester.publish(ofOrganization("org_3"), DAY, Events.COLUMNS);
    assertThat(tester.readTruly(question(NOON))).containsExactly(NOON);
    assertThat(tester.missing(EventQuestion.of(ofOrganization("org_1"), NOON, columns("id"))))
        .containsExactly(NOON);
    assertThat(tester.readTruly(EventQuestion.of(few, NOON, Events.COLUMNS))).isEmpty();
    assertThat(tester.readTruly(EventQuestion.of(ofOrganization("org_3"), NOON, Events.COLUMNS)))
        .isEmpty();
    assertThat(tester.readTruly(EventQuestion.of(named(Events.NAMES.get(3)), NOON, Events.COLUMNS)))
        .isEmpty();
  }

  @Test
  void rowsThatCannotMatchAreLeftOut() {
    tester.publish(DAY);
    var like = new Like("email", new Operand.Value("%7@example.%"), "", true);
    var name = new Compare("user_id", Operator.LESS, new Operand.Value("user_5"), Duration.ZERO);
    var both = like.and(name);
    assertThat(tester.rows(question(DAY).withCondition(both)))
        .isEqualTo(
            events.truth(question(DAY)).stream()
                .filter(row -> row.get(6).toString().contains("7@example."))
                .filter(row -> row.get(5).toString().compareTo("user_5") < 0)
                .toList())
        .isNotEmpty();
    var otherColumns = EventQuestion.of(Events.ALL, DAY, columns("id"));
    assertThat(tester.rows(otherColumns.withCondition(both))).isNotEmpty().hasSizeLessThan(288);
  }

  @Test
  void whatCannotBeDecidedIsLeftToTheReader() {
    tester.publish(NOON);
    var unknown = new Compare("email", Operator.EQUAL, new Operand.Placeholder("?"), Duration.ZERO);
    var either =
        new Condition.Any(
            List.of(
                new Condition.IsNull("email"),
                new Compare("user_id", Operator.EQUAL, new Operand.Value("u"), Duration.ZERO)));
    for (var condition : List.of(unknown, either)) {
      assertThat(tester.rows(question(NOON).withCondition(condition))).hasSize(120);
    }
  }

  @Test
  void aStoredStretchCanBeReadAgainAndOutlivesItsFile() {
    tester.publish(NOON);
    var stored = (Stored) tester.store.read(question(NOON)).next();
    tester.store.purge();
    for (int round = 0; round < 2; round++) {
      var rows = new ArrayList<List<Object>>();
      stored.rows().forEachRemaining(row -> rows.add(Arrays.asList(row)));
      assertThat(rows).isEqualTo(events.truth(question(NOON)));
    }
  }

  @Test
  void purgingDeletesWhatThereIs() {
    tester.publish(DAY);
    var other =
        EventStore.onDisk(
            folder,
            new StoreOptions(
                "other", clock, 1L << 30, StoreTester.RETENTION, StoreTester.RETENTION));
    other.publish(events.answer(Events.ALL, NOON, Events.COLUMNS, clock.instant()));
    tester.store.purge();
    assertThat(tester.readTruly(question(DAY))).containsExactly(DAY);
    assertThat(other.coverage(question(NOON)).isComplete()).isTrue();
    tester.publish(NOON);
    assertThat(tester.readTruly(question(NOON))).isEmpty();
  }

  @Test
  void environmentsDoNotShare() {
    tester.publish(DAY);
    var other =
        EventStore.onDisk(
            folder,
            new StoreOptions(
                "other", clock, 1L << 30, StoreTester.RETENTION, StoreTester.RETENTION));
    assertThat(other.coverage(question(DAY)).missing()).containsExactly(DAY);
  }

  @Test
  void aStoreInMemoryDoesTheSame() {
    tester = new StoreTester(EventStore.inMemory(StoreTester.options(clock)), events, clock);
    tester.publish(NOON);
    assertThat(tester.readTruly(question(DAY))).hasSize(2);
    assertThat(tester.store.problem()).isEmpty();
    tester.store.purge();
    assertThat(tester.readTruly(question(DAY))).containsExactly(DAY);
  }

  @Test
  void manyRowsAreCutIntoSeveralFiles() {
    tester = new StoreTester(tester.store, new Events(Duration.ofSeconds(1)), clock);
    assertThat(tester.publish(DAY).rows()).isEqualTo(86_400);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    assertThat(tester.readTruly(backwards(question(NOON)))).isEmpty();
    assertThat(
            folder.resolve("v1/test/workos_auth_event").toFile().list((d, n) -> n.endsWith(".seg")))
        .hasSize(2);
  }
}
