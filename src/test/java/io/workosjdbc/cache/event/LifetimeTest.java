package io.workosjdbc.cache.event;

import static io.workosjdbc.cache.event.StoreTester.RETENTION;
import static io.workosjdbc.cache.event.StoreTester.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of an answer, and for how long. */
class LifetimeTest {

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T10:20:00Z"));
  private final Events events = new Events(Duration.ofMinutes(30));

  private StoreTester keeping(Duration history) {
    var options = new StoreOptions("test", clock, 1L << 30, RETENTION, history);
    return new StoreTester(EventStore.onDisk(folder, options), events, clock);
  }

  private Instant ago(Duration duration) {
    return clock.instant().minus(duration);
  }

  private Window last(Duration duration) {
    return new Window(ago(duration), clock.instant());
  }

  /** What the service would say if it did not have some of the events yet. */
  private EventAnswer without(Window window, String... ids) {
    var whole = events.answer(Events.ALL, window, Events.COLUMNS, clock.instant());
    var rows = whole.rows().stream().filter(row -> !List.of(ids).contains(row[0])).toList();
    return new EventAnswer(Events.ALL, window, Events.COLUMNS, rows, clock.instant());
  }

  @Test
  void theLastFiveMinutesBeforeTheQuestionAreNotBelieved() {
    var tester = keeping(RETENTION);
    var day = last(Duration.ofDays(1));
    var claimed = new Window(day.from(), ago(Duration.ofMinutes(5)));
    assertThat(tester.publish(day).window()).contains(claimed);
    assertThat(tester.readTruly(question(day))).containsExactly(new Window(claimed.to(), day.to()));
    assertThat(tester.publish(last(Duration.ofMinutes(5)))).isEqualTo(Published.NOTHING);
  }

  @Test
  void whatTheServiceMayHaveDroppedIsNotBelieved() {
    var window = new Window(ago(RETENTION.plusDays(1)), ago(RETENTION.minusDays(1)));
    assertThat(keeping(RETENTION).publish(window).window())
        .contains(new Window(ago(RETENTION), window.to()));
    assertThat(keeping(RETENTION.plusDays(1)).publish(window).window())
        .contains(new Window(ago(RETENTION).plusSeconds(3600), window.to()));
  }

  @Test
  void youngEventsAreReadOnceMoreAfterADay() {
    var tester = keeping(RETENTION);
    var twoDays = new Window(ago(Duration.ofDays(2)), ago(Duration.ofMinutes(5)));
    var young = new Window(ago(Duration.ofDays(1)), twoDays.to());
    tester.publish(twoDays);
    assertThat(tester.store.coverage(question(twoDays)).isProvisional()).isTrue();

    clock.advance(Duration.ofDays(1).plusMinutes(39));
    assertThat(tester.readTruly(question(twoDays))).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(tester.readTruly(question(twoDays))).containsExactly(young);

    tester.publish(young);
    assertThat(tester.readTruly(question(twoDays))).isEmpty();
    assertThat(tester.store.coverage(question(twoDays)).isProvisional()).isFalse();
    clock.advance(Duration.ofDays(30));
    assertThat(tester.readTruly(question(twoDays))).isEmpty();
  }

  @Test
  void eventsThatArriveLateAreCountedAndServed() {
    var tester = keeping(RETENTION);
    var young = new Window(ago(Duration.ofHours(5)), ago(Duration.ofHours(1)));
    var late = events.truth(question(young)).get(3).get(0).toString();
    assertThat(tester.store.publish(without(young, late)).rows()).isEqualTo(7);
    clock.advance(Duration.ofHours(26));
    var again = tester.publish(young);
    assertThat(again.lateArrivals()).isEqualTo(1);
    assertThat(tester.store.lateArrivals()).isEqualTo(1);
    assertThat(tester.readTruly(question(young))).isEmpty();
  }

  @Test
  void eventsThatTheServiceDroppedMeanwhileStay() {
    var tester = keeping(RETENTION);
    var young = new Window(ago(Duration.ofHours(5)), ago(Duration.ofHours(1)));
    tester.publish(young);
    clock.advance(Duration.ofHours(26));
    var dropped = events.truth(question(young)).get(3).get(0).toString();
    var again = tester.store.publish(without(young, dropped));
    assertThat(again.rows()).isEqualTo(8);
    assertThat(again.lateArrivals()).isZero();
    assertThat(tester.readTruly(question(young))).isEmpty();
  }

  @Test
  void whatCannotBeReadAgainIsKeptAsItIs() {
    var tester = keeping(RETENTION.plusDays(100));
    var young = new Window(ago(Duration.ofHours(5)), ago(Duration.ofHours(1)));
    tester.publish(young);
    clock.advance(RETENTION);
    assertThat(tester.readTruly(question(young))).isEmpty();
  }

  @Test
  void whatIsOlderThanTheHistoryIsGone() {
    var tester = keeping(RETENTION);
    var window = new Window(ago(Duration.ofDays(10)), ago(Duration.ofDays(5)));
    tester.publish(window);
    clock.advance(RETENTION.minusDays(7));
    assertThat(tester.readTruly(question(window)))
        .containsExactly(new Window(window.from(), ago(RETENTION).minusSeconds(3600)));
    tester.store.tidy();
    assertThat(folderFiles()).hasSize(1);
    clock.advance(Duration.ofDays(3));
    assertThat(tester.missing(question(window))).containsExactly(window);
    tester.store.tidy();
    assertThat(folderFiles()).isEmpty();
  }

  @Test
  void eventsBeyondTheHistoryLeaveTheDiskWithinADay() {
    var tester = keeping(RETENTION);
    tester.publish(new Window(ago(Duration.ofDays(10)), ago(Duration.ofDays(5))));
    clock.advance(RETENTION.minusDays(7));
    tester.store.tidy();
    var oldest = folderFiles().stream().mapToLong(name -> name.span().from()).min().orElseThrow();
    assertThat(Instant.ofEpochMilli(oldest)).isEqualTo(ago(RETENTION).minusSeconds(3600));
  }

  @Test
  void anArchiveOutlivesTheRetention() {
    var archive = keeping(Duration.ofDays(730));
    var window = new Window(ago(Duration.ofDays(10)), ago(Duration.ofDays(5)));
    archive.publish(window);
    clock.advance(RETENTION.multipliedBy(2));
    var other = keeping(RETENTION);
    other.publish(last(Duration.ofDays(1)));
    other.store.tidy();
    assertThat(archive.readTruly(question(window))).isEmpty();
    assertThat(other.readTruly(question(window))).isEmpty();
    archive.store.purge();
    assertThat(archive.missing(question(window))).containsExactly(window);
  }

  @Test
  void aShorterHistoryThanTheServicesIsObeyed() {
    var window = new Window(ago(Duration.ofDays(10)), ago(Duration.ofDays(5)));
    var tester = keeping(Duration.ofDays(7));
    tester.publish(window);
    assertThat(tester.missing(question(window)))
        .containsExactly(new Window(window.from(), ago(Duration.ofDays(7)).minusSeconds(3600)));
  }

  @Test
  void theLastMinutesAreSharedByThoseWhoAcceptTheirAge() {
    var tester = keeping(RETENTION);
    var hour = last(Duration.ofHours(1));
    var open = new Window(hour.from(), hour.to().plusSeconds(300));
    var eager = question(open);
    var patient = eager.withMaxAge(Duration.ofSeconds(60));
    tester.store.publish(without(open));
    clock.advance(Duration.ofSeconds(59));
    var later = patient.withWindow(new Window(open.from(), open.to().plusSeconds(59)));
    assertThat(tester.missing(later)).isEmpty();
    assertThat(tester.rows(later)).hasSize(2);
    assertThat(tester.store.coverage(later).isProvisional()).isTrue();
    assertThat(tester.missing(eager)).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(tester.missing(patient)).isEqualTo(tester.missing(eager));
  }

  @Test
  void whenTheClockIsSetBackTheLastMinutesAreAskedForAgain() {
    var tester = keeping(RETENTION);
    var hour = last(Duration.ofHours(1));
    var open = new Window(hour.from(), hour.to().plusSeconds(300));
    tester.store.publish(without(open));
    clock.advance(Duration.ofHours(-1));
    var patient = question(open).withMaxAge(Duration.ofSeconds(60));
    assertThat(tester.missing(patient)).isNotEmpty();
  }

  @Test
  void theLastMinutesOfAnEarlierWindowEndWhereItEnds() {
    var tester = keeping(RETENTION);
    var early = new Window(ago(Duration.ofMinutes(4)), ago(Duration.ofMinutes(2)));
    tester.publish(early);
    var patient = question(last(Duration.ofMinutes(4))).withMaxAge(Duration.ofSeconds(60));
    assertThat(tester.readTruly(patient)).containsExactly(new Window(early.to(), clock.instant()));
    assertThat(tester.readTruly(patient.withWindow(early))).isEmpty();
    tester.store.purge();
    assertThat(tester.missing(patient.withWindow(early))).containsExactly(early);
  }

  @Test
  void whoOnlyReadsDropsWhatIsOverToo() {
    var window = new Window(ago(Duration.ofDays(10)), ago(Duration.ofDays(5)));
    keeping(RETENTION).publish(window);
    clock.advance(RETENTION);
    assertThat(keeping(RETENTION).missing(question(window))).containsExactly(window);
    assertThat(folderFiles()).isEmpty();
  }

  private List<SegmentName> folderFiles() {
    var names = folder.resolve("v1/test/workos_auth_event").toFile().list();
    return java.util.stream.Stream.of(names)
        .flatMap(name -> SegmentName.parse(name).stream())
        .toList();
  }
}
