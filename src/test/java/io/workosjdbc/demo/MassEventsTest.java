package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MassEventsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final DemoServer SERVER =
      DemoServer.start(
          DemoOptions.defaults()
              .withMassEvents(5_000_000, Duration.ofDays(25))
              .withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
  private static final String NAMES =
      EventNames.known().stream()
          .filter(name -> name.startsWith("auth"))
          .collect(Collectors.joining(","));
  private final DemoClient client = new DemoClient(SERVER);

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void servesTheEventsThatTheViewShows() {
    List<DemoEvent> events = SERVER.data().events();
    assertThat(events).hasSize(5_000_000);
    var page =
        client.get("/events?limit=100&events=" + NAMES + "&after=" + events.get(4_000_000).id());
    assertThat(page.ids())
        .isEqualTo(events.subList(4_000_001, 4_000_101).stream().map(DemoEvent::id).toList());
    assertThat(page.after()).isEqualTo(events.get(4_000_100).id());
    for (int i = 0; i < 100; i++) {
      assertThat(page.json().get("data").get(i).toString())
          .isEqualTo(DemoClient.text(Json.bytes(events.get(4_000_001 + i).json())));
    }
  }

  @Test
  void spreadsThemEvenlyOverTheWindow() {
    Instant start = NOW.minus(Duration.ofDays(25));
    assertThat(SERVER.data().events().get(0).createdAt()).isEqualTo(start);
    assertThat(SERVER.data().events().get(2_500_000).createdAt())
        .isEqualTo(start.plus(Duration.ofDays(25).dividedBy(2)));
    String day =
        "&range_start="
            + Timestamps.text(NOW.minus(Duration.ofDays(1)))
            + "&range_end="
            + Timestamps.text(NOW);
    assertThat(client.get("/events?limit=1&events=" + NAMES + day).ids())
        .containsExactly(SERVER.data().events().get(4_800_000).id());
  }

  @Test
  void findsEventsById() {
    DemoEvent event = SERVER.data().events().get(1_234_567);
    assertThat(SERVER.data().find(event.id())).contains(event);
    String stranger = event.id().substring(0, 10) + "0" + event.id().substring(11);
    assertThat(client.get("/events?events=" + NAMES + "&after=" + stranger).status())
        .isEqualTo(422);
  }

  @Test
  void theLastPageEnds() {
    DemoEvent last = SERVER.data().events().get(4_999_999);
    assertThat(client.get("/events?events=" + NAMES + "&after=" + last.id()).json())
        .hasToString("{\"object\":\"list\",\"data\":[],\"list_metadata\":{\"after\":null}}");
  }
}
