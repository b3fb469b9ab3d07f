package io.workosjdbc.cache.event;

import static io.workosjdbc.cache.event.Events.named;
import static io.workosjdbc.cache.event.StoreTester.question;
import static io.workosjdbc.cache.event.StoreTester.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.cache.CachedSegment;
import io.workosjdbc.request.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store tells people about itself, and how they are rid of it. */
class InventoryTest {

  private static final Window OLD = window("2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z");
  private static final Window YOUNG = window("2026-03-04T00:00:00Z", "2026-03-04T12:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-05T00:00:00Z"));
  private final Events events = new Events(Duration.ofMinutes(1));

  private StoreTester open(Duration history) {
    var options = new StoreOptions("test", clock, 1L << 30, StoreTester.RETENTION, history);
    return new StoreTester(EventStore.onDisk(folder, options), events, clock);
  }

  @Test
  void segmentsAreDescribed() {
    var tester = open(StoreTester.RETENTION);
    tester.publish(YOUNG);
    tester.publish(named("authentication.sso_failed"), OLD, Events.COLUMNS);

    assertThat(tester.store.segments())
        .extracting(CachedSegment::window)
        .containsExactly(OLD, YOUNG);
    var old = tester.store.segments().get(0);
    assertThat(old.table()).isEqualTo("workos_auth_event");
    assertThat(old.scope()).isEqualTo(Map.of("event_type", Set.of("authentication.sso_failed")));
    assertThat(old.rows()).isEqualTo(80);
    assertThat(old.bytes()).isGreaterThan(1000);
    assertThat(old.askedAt()).isEqualTo(clock.instant());
    assertThat(old.isProvisional()).isFalse();
    assertThat(tester.store.segments().get(1).isProvisional()).isTrue();
  }

  @Test
  void refreshingATableKeepsWhatTheServiceCannotGiveAgain() {
    var tester = open(Duration.ofDays(3650));
    tester.publish(OLD);
    clock.advance(Duration.ofDays(86));
    tester.publish(YOUNG);

    tester.store.refresh("workos_event");
    assertThat(tester.store.segments()).hasSize(2);
    tester.store.refresh("workos_auth_event");
    assertThat(tester.store.segments()).extracting(CachedSegment::window).containsExactly(OLD);
    assertThat(tester.readTruly(question(OLD))).isEmpty();
    assertThat(tester.readTruly(question(YOUNG))).containsExactly(YOUNG);

    tester.store.purge();
    assertThat(tester.store.segments()).isEmpty();
  }
}
