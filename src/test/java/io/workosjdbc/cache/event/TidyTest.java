package io.workosjdbc.cache.event;

import static io.workosjdbc.cache.event.StoreTester.RETENTION;
import static io.workosjdbc.cache.event.StoreTester.backwards;
import static io.workosjdbc.cache.event.StoreTester.question;
import static io.workosjdbc.cache.event.StoreTester.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging and evicting. */
class TidyTest {

  private static final Window DAY = window("2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final Events events = new Events(Duration.ofMinutes(1));

  private StoreTester open(long maxBytes) {
    var options = new StoreOptions("test", clock, maxBytes, RETENTION, RETENTION);
    return new StoreTester(EventStore.onDisk(folder, options), events, clock);
  }

  private StoreTester open() {
    return open(1L << 30);
  }

  private List<SegmentName> segments() throws IOException {
    return paths().stream()
        .flatMap(path -> SegmentName.parse(path.getFileName().toString()).stream())
        .toList();
  }

  private List<Path> paths() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("v1/test/workos_auth_event"))) {
      return files.filter(path -> path.toString().endsWith(".seg")).toList();
    }
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (var path : paths()) {
      bytes += Files.size(path);
    }
    return bytes;
  }

  private static Window hour(Instant start, int hour) {
    return new Window(start.plus(Duration.ofHours(hour)), start.plus(Duration.ofHours(hour + 1)));
  }

  @Test
  void theSmallSegmentsOfADayBecomeOne() throws IOException {
    var tester = open();
    for (int hour = 0; hour < 48; hour++) {
      tester.publish(hour(DAY.from(), hour));
    }
    tester.store.tidy();
    assertThat(segments()).hasSize(2);
    var both = new Window(DAY.from(), DAY.to().plus(Duration.ofDays(1)));
    assertThat(tester.readTruly(question(both))).isEmpty();
    assertThat(tester.readTruly(backwards(question(both)))).isEmpty();
    tester.store.tidy();
    assertThat(segments()).hasSize(2);
  }

  @Test
  void aFewSegmentsAreLeftAlone() throws IOException {
    var tester = open();
    for (int hour = 0; hour < 7; hour++) {
      tester.publish(hour(DAY.from(), hour));
    }
    tester.store.tidy();
    assertThat(segments()).hasSize(7);
  }

  @Test
  void nothingIsMergedAcrossAGapOrAKind() throws IOException {
    var tester = open();
    for (int hour = 0; hour < 24; hour++) {
      if (hour != 12) {
        tester.publish(hour(DAY.from(), hour));
      }
      tester.publish(Events.ofOrganization("org_1"), hour(DAY.from(), hour), Events.COLUMNS);
    }
    tester.store.tidy();
    assertThat(segments()).hasSizeBetween(3, 2 * 7 + 1);
    assertThat(tester.readTruly(question(DAY))).containsExactly(hour(DAY.from(), 12));
    var narrow = EventQuestion.of(Events.ofOrganization("org_1"), DAY, Events.COLUMNS);
    assertThat(tester.readTruly(narrow)).isEmpty();
  }

  @Test
  void whatWasReadMinuteByMinuteIsReadAgainAtOnce() throws IOException {
    var tester = open();
    clock.advance(Duration.ofHours(1));
    var start = clock.instant();
    for (int minute = 0; minute < 50; minute++) {
      var from = start.plus(Duration.ofMinutes(minute - 6));
      tester.publish(new Window(from, from.plus(Duration.ofMinutes(1))));
      clock.advance(Duration.ofMinutes(1));
    }
    tester.store.tidy();
    assertThat(segments()).hasSizeLessThan(8);
    var read = new Window(start.minus(Duration.ofMinutes(6)), start.plus(Duration.ofMinutes(44)));
    assertThat(tester.readTruly(question(read))).isEmpty();
    clock.advance(Duration.ofHours(23));
    assertThat(tester.readTruly(question(read))).isEmpty();
    clock.advance(Duration.ofHours(2));
    assertThat(tester.missing(question(read))).containsExactly(read);
  }

  @Test
  void aSegmentThatALaterOneReplacesIsDropped() throws IOException {
    var tester = open();
    tester.publish(hour(DAY.from(), 3));
    clock.advance(Duration.ofSeconds(5));
    tester.publish(DAY);
    tester.store.tidy();
    assertThat(segments()).hasSize(1);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
  }

  @Test
  void readersDoNotNoticeThatSegmentsAreMerged() {
    var tester = open();
    for (int hour = 0; hour < 24; hour++) {
      tester.publish(hour(DAY.from(), hour));
    }
    var whole = tester.store.read(question(DAY));
    var first = (Stored) whole.next();
    open().publish(hour(DAY.from(), 30));
    var other = open();
    other.publish(hour(DAY.from(), 31));
    other.store.tidy();
    long rows = first.size();
    while (whole.hasNext()) {
      assertThat(whole.next()).isInstanceOfSatisfying(Stored.class, stored -> {});
      rows++;
    }
    assertThat(rows).isGreaterThan(first.size());
  }

  @Test
  void theLeastRecentlyUsedGoFirst() throws IOException {
    var tester = open();
    var days = List.of(0, 30, 60, 90, 120);
    for (int day : days) {
      tester.publish(hour(DAY.from(), day));
      clock.advance(Duration.ofHours(2));
    }
    tester.readTruly(question(hour(DAY.from(), 0)));
    var small = open(bytes() - 10);
    small.publish(hour(DAY.from(), 200));
    assertThat(small.missing(question(hour(DAY.from(), 0)))).isEmpty();
    assertThat(small.missing(question(hour(DAY.from(), 30)))).isNotEmpty();
    assertThat(small.missing(question(hour(DAY.from(), 120)))).isEmpty();
    assertThat(small.missing(question(hour(DAY.from(), 200)))).isEmpty();
  }

  /** What others put into the folder is not ours to count or to delete. */
  @Test
  void listsCountToo() throws IOException {
    var tester = open();
    var lists = tester.store.beside(Beside.LISTS).orElseThrow();
    lists.write("old", new byte[1000]);
    var old = folder.resolve("v1/test/lists/old");
    Files.setLastModifiedTime(old, FileTime.from(clock.instant().minusSeconds(60)));
    var foreign = Files.write(folder.resolve("v1/test/workos_auth_event-notes"), new byte[5000]);
    tester.publish(hour(DAY.from(), 0));
    lists.write("young", new byte[1000]);
    var young = folder.resolve("v1/test/lists/young");
    Files.setLastModifiedTime(young, FileTime.from(clock.instant().plusSeconds(60)));
    var small = open((bytes() + 1004) * 10 / 9 + 1);
    small.store.tidy();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(foreign).exists();
    assertThat(small.missing(question(hour(DAY.from(), 0)))).isEmpty();
  }

  @Test
  void whatTheServiceCannotGiveAnyMoreGoesLast() throws IOException {
    var options = new StoreOptions("test", clock, 1L << 30, RETENTION, RETENTION.multipliedBy(4));
    var archive = new StoreTester(EventStore.onDisk(folder, options), events, clock);
    archive.publish(hour(DAY.from(), 0));
    clock.advance(RETENTION);
    archive.publish(hour(DAY.from(), 24 * 40));
    archive.publish(hour(DAY.from(), 24 * 41));
    var tight = new StoreOptions("test", clock, bytes() - 10, RETENTION, RETENTION.multipliedBy(4));
    var small = new StoreTester(EventStore.onDisk(folder, tight), events, clock);
    small.store.tidy();
    assertThat(small.missing(question(hour(DAY.from(), 0)))).isEmpty();
    assertThat(segments()).hasSizeLessThan(3);
  }
}
