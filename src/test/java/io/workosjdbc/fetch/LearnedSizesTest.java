package io.workosjdbc.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.cache.event.Beside;
import io.workosjdbc.cache.event.EventStore;
import io.workosjdbc.cache.event.PrivateFolder;
import io.workosjdbc.cache.event.StoreOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedSizesTest {

  @TempDir private Path path;
  private PrivateFolder folder;
  private final LearnedSizes sizes = new LearnedSizes();

  @BeforeEach
  void open() {
    var days = Duration.ofDays(90);
    var options = new StoreOptions("test", Clock.systemUTC(), 1 << 20, days, days);
    folder = EventStore.onDisk(path, options).beside(Beside.LEARNED).orElseThrow();
  }

  private LearnedSizes another() {
    var other = new LearnedSizes();
    other.keepIn(folder);
    return other;
  }

  @Test
  void longStretchesCountForMoreThanShortOnes() {
    assertThat(sizes.rowsPerHour(Reading.EVENTS)).isEmpty();
    sizes.rows("workos_auth_event", 300, Duration.ofHours(3));
    sizes.rows("workos_auth_event", 500, Duration.ofHours(1));
    assertThat(sizes.rowsPerHour(Reading.EVENTS)).hasValue(200);
    assertThat(sizes.rows(Reading.EVENTS)).isEmpty();
  }

  @Test
  void listsOfKeysAreKnownByTheirAverage() {
    assertThat(sizes.rowsPerKey(Reading.ORGANIZATIONS)).isEmpty();
    sizes.rowsOfKey("workos_organization", 3);
    sizes.rowsOfKey("workos_organization", 7);
    assertThat(sizes.rowsPerKey(Reading.ORGANIZATIONS)).hasValue(5);
    assertThat(sizes.rows(Reading.ORGANIZATIONS)).isEmpty();
  }

  @Test
  void whatTookNoTimeTeachesNothing() {
    sizes.rows("workos_auth_event", 5, Duration.ZERO);
    assertThat(sizes.rowsPerHour(Reading.EVENTS)).isEmpty();
  }

  @Test
  void whatWasLearnedIsKnownToTheNextProcess() {
    sizes.keepIn(folder);
    sizes.rows("workos_organization", 250);
    sizes.rows("workos_auth_event", 300, Duration.ofHours(3));

    assertThat(another().rows(Reading.ORGANIZATIONS)).hasValue(250);
    assertThat(another().rowsPerHour(Reading.EVENTS)).hasValue(100);
    assertThat(another().rows(Reading.CONNECTIONS)).isEmpty();
  }

  @Test
  void smallChangesAreKeptAtTheEnd() {
    sizes.keepIn(folder);
    sizes.rows("workos_organization", 250);
    sizes.rows("workos_organization", 251);
    assertThat(another().rows(Reading.ORGANIZATIONS)).hasValue(250);
    sizes.save();
    assertThat(another().rows(Reading.ORGANIZATIONS)).hasValue(251);
  }

  @Test
  void whatThisProcessSawCountsForMoreThanWhatWasKept() {
    another().rows("workos_organization", 7);
    folder.write("sizes", "workos_organization=9\n".getBytes(StandardCharsets.UTF_8));
    sizes.rows("workos_organization", 250);
    sizes.keepIn(folder);
    assertThat(sizes.rows(Reading.ORGANIZATIONS)).hasValue(250);
  }

  @Test
  void nonsenseInTheFileIsPassedOver() {
    var text = "workos_organization=many\nworkos_connection=-4\nworkos_auth_event.per-hour=2.5\n";
    folder.write("sizes", text.getBytes(StandardCharsets.UTF_8));

    assertThat(another().rows(Reading.ORGANIZATIONS)).isEmpty();
    assertThat(another().rows(Reading.CONNECTIONS)).isEmpty();
    assertThat(another().rowsPerHour(Reading.EVENTS)).hasValue(2.5);
  }
}
