package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventListTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final DemoServer SERVER =
      DemoServer.start(
          DemoOptions.defaults().withEventCount(3000).withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
  private static final String SSO = "authentication.sso_succeeded";
  private static final String RANGE =
      "&range_start=2026-02-20T00:00:00.000Z&range_end=2026-03-01T00:00:00.000Z";
  private final DemoClient client = new DemoClient(SERVER);

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @AfterEach
  void noQuirks() {
    SERVER.quirks();
  }

  @Test
  void eventsIsRequired() {
    assertThat(client.get("/events?limit=1").json())
        .hasToString(
            "{\"message\":\"Validation failed.\",\"errors\":[{\"field\":\"events\",\"code\":\"required\"}]}");
    assertThat(client.get("/events?events=").status()).isEqualTo(422);
  }

  @Test
  void unknownNamesAreNamed() {
    var answer =
        client.get("/events?events=" + SSO + ",authentication.sso_nope,connection.created");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("message").asText())
        .isEqualTo("Unknown event: 'authentication.sso_nope', 'connection.created'.");
    assertThat(client.get("/events?events=vault.kek.created").ids()).isEmpty();
  }

  @Test
  void aQuirkKnowsOnlyTheClassicNames() {
    SERVER.quirks(Quirk.NEWER_EVENTS_UNKNOWN);
    assertThat(client.get("/events?events=" + SSO + ",authentication.sso_started").json())
        .hasToString(
            "{\"code\":\"invalid_request_parameters\","
                + "\"message\":\"Unknown event: 'authentication.sso_started'.\"}");
  }

  @Test
  void comesOldestFirstWhateverTheOrder() {
    List<String> truth = truth(event -> event.event().equals(SSO));
    assertThat(client.allIds("/events?limit=100&events=" + SSO)).isEqualTo(truth);
    assertThat(client.get("/events?limit=5&order=desc&events=" + SSO).ids())
        .isEqualTo(truth.subList(0, 5));
  }

  @Test
  void aQuirkHonoursTheOrderNewestFirstByDefault() {
    SERVER.quirks(Quirk.EVENTS_HONOUR_ORDER);
    List<String> truth = truth(event -> event.event().equals(SSO));
    assertThat(client.get("/events?limit=1&events=" + SSO).ids())
        .containsExactly(truth.get(truth.size() - 1));
    assertThat(client.allIds("/events?limit=100&order=asc&events=" + SSO)).isEqualTo(truth);
  }

  @Test
  void theEnvelopeHasOnlyAfter() {
    assertThat(client.get("/events?limit=1&events=" + SSO).json().get("list_metadata").size())
        .isEqualTo(1);
    assertThat(client.get("/events?limit=1&events=user.created").json())
        .hasToString("{\"object\":\"list\",\"data\":[],\"list_metadata\":{\"after\":null}}");
  }

  @Test
  void aRangeHoldsBothItsEnds() {
    DemoEvent event = SERVER.data().events().get(1500);
    String range = range(event.createdAt(), event.createdAt());
    String target = "/events?events=" + event.event() + range;
    assertThat(client.get(target).ids()).contains(event.id());
    SERVER.quirks(Quirk.RANGE_START_EXCLUSIVE);
    assertThat(client.get(target).ids()).isEmpty();
    SERVER.quirks(Quirk.RANGE_END_EXCLUSIVE);
    assertThat(client.get(target).ids()).isEmpty();
  }

  @Test
  void aRangeIsPagedWithAfterAndItsEnd() {
    List<String> truth =
        truth(
            event ->
                event.event().equals(SSO)
                    && !event.createdAt().isBefore(Instant.parse("2026-02-20T00:00:00Z"))
                    && !event.createdAt().isAfter(Instant.parse("2026-03-01T00:00:00Z")));
    var first = client.get("/events?limit=20&events=" + SSO + RANGE);
    assertThat(first.ids()).isEqualTo(truth.subList(0, 20));
    String rest = "&range_end=2026-03-01T00:00:00.000Z&after=" + first.after();
    assertThat(client.get("/events?limit=100&events=" + SSO + rest).ids())
        .isEqualTo(truth.subList(20, Math.min(120, truth.size())));
  }

  @Test
  void afterAndRangeStartExcludeEachOther() {
    String target =
        "/events?events=" + SSO + RANGE + "&after=" + SERVER.data().events().get(9).id();
    assertThat(client.get(target).status()).isEqualTo(422);
    SERVER.quirks(Quirk.RANGE_START_WITH_AFTER_ACCEPTED);
    assertThat(client.get(target).status()).isEqualTo(200);
    SERVER.quirks(Quirk.RANGE_END_WITH_AFTER_REFUSED);
    var refused = client.get(target.replace("&range_start=2026-02-20T00:00:00.000Z", ""));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("message").asText()).contains("range_end");
  }

  @Test
  void rangesAreIsoAndAtMostThirtyDays() {
    assertThat(client.get("/events?events=" + SSO + "&range_start=yesterday").status())
        .isEqualTo(422);
    assertThat(
            client
                .get("/events?events=" + SSO + "&range_start=2026-02-20T00:00:00%2B01:00")
                .status())
        .isEqualTo(200);
    assertThat(client.get("/events?events=" + SSO + range(NOW, NOW.minusSeconds(1))).status())
        .isEqualTo(422);
    Instant start = NOW.minus(Duration.ofDays(31));
    String thirty = range(start, start.plus(Duration.ofDays(30)));
    assertThat(client.get("/events?events=" + SSO + thirty).status()).isEqualTo(200);
    String wider = range(start, start.plus(Duration.ofDays(30)).plusMillis(1));
    assertThat(client.get("/events?events=" + SSO + wider).status()).isEqualTo(422);
    assertThat(client.get("/events?events=" + SSO + "&range_end=2026-03-01T00:00:00Z").status())
        .isEqualTo(422);
  }

  @Test
  void aQuirkTruncatesWideRanges() {
    SERVER.quirks(Quirk.WIDE_RANGE_TRUNCATED, Quirk.RANGE_START_WITH_AFTER_ACCEPTED);
    Instant start = NOW.minus(Duration.ofDays(60));
    Instant end = start.plus(Duration.ofDays(30));
    List<String> truth =
        truth(
            event ->
                event.event().equals(SSO)
                    && !event.createdAt().isBefore(start)
                    && !event.createdAt().isAfter(end));
    assertThat(truth).hasSizeGreaterThan(100);
    assertThat(client.allIds("/events?limit=100&events=" + SSO + range(start, NOW)))
        .isEqualTo(truth);
  }

  @Test
  void onlySsoEventsBelongToAnOrganization() {
    String organization =
        SERVER.data().events().stream()
            .flatMap(event -> event.organizationId().stream())
            .findFirst()
            .orElseThrow();
    String all = "authentication.password_succeeded," + SSO;
    var page = client.get("/events?limit=100&events=" + all + "&organization_id=" + organization);
    assertThat(page.ids())
        .isEqualTo(
            truth(
                event ->
                    event.event().equals(SSO)
                        && event.organizationId().filter(organization::equals).isPresent()));
    var unknown = client.get("/events?events=" + SSO + "&organization_id=org_missing");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json())
        .hasToString("{\"message\":\"Organization not found: 'org_missing'.\"}");
  }

  @Test
  void quirksIgnoreFiltersAndRanges() {
    SERVER.quirks(
        Quirk.EVENTS_FILTER_IGNORED, Quirk.ORGANIZATION_FILTER_IGNORED, Quirk.RANGE_IGNORED);
    assertThat(client.get("/events?limit=100" + range(NOW, NOW) + "&organization_id=x").ids())
        .isEqualTo(SERVER.data().allEvents().stream().limit(100).map(LoggedEvent::id).toList());
  }

  @Test
  void eventsOlderThanTheRetentionAreNotThere() {
    Instant old = NOW.minus(Duration.ofDays(90)).minusMillis(1);
    SERVER.change(data -> data.with(DemoEvent.of("event_old", SSO, old)));
    assertThat(client.get("/events?limit=1&events=" + SSO).ids()).doesNotContain("event_old");
    SERVER.change(data -> data.without("event_old"));
  }

  @Test
  void aQuirkTakesNamesInBrackets() {
    SERVER.quirks(Quirk.BRACKET_ARRAYS);
    assertThat(client.get("/events?events%5B%5D=" + SSO + "&events%5B%5D=user.created").status())
        .isEqualTo(200);
  }

  private static List<String> truth(Predicate<DemoEvent> matches) {
    return SERVER.data().events().stream().filter(matches).map(DemoEvent::id).toList();
  }

  private static String range(Instant start, Instant end) {
    return "&range_start=" + Timestamps.text(start) + "&range_end=" + Timestamps.text(end);
  }
}
