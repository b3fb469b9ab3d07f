package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.event;
import static io.workosjdbc.fetch.Reading.events;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static io.workosjdbc.request.Direction.ASCENDING;
import static io.workosjdbc.request.Direction.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.ListRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final String FROM = "2026-01-10T00:00:00Z";
  private static final String TO = "2026-01-20T00:00:00Z";
  private static final String EVENTS =
      "GET /events?limit=100&events=authentication.password_succeeded";
  private static final String RANGE =
      "&range_start=2026-01-09T23:59:59.999Z&range_end=2026-01-20T00:00:00.000Z";
  private static final String END = "&range_end=2026-01-20T00:00:00.000Z";

  private final ScriptedApi api = new ScriptedApi();

  @AfterEach
  void close() {
    api.close();
  }

  private static ListRequest oldestFirst() {
    return events(FROM, TO, ASCENDING, "password_succeeded");
  }

  private List<String> read(ListRequest request) {
    return Reading.read(api.fetcher(), plan(request), "id");
  }

  private static String day(String id, int day) {
    return event(id, "2026-01-%02dT12:00:00Z".formatted(day));
  }

  @Test
  void dropsWhatLiesOutsideTheWindow() {
    api.answers(
        page(
            "",
            event("a", "2026-01-09T23:59:59.999Z"),
            event("b", FROM),
            event("c", "2026-01-19T23:59:59.999Z"),
            event("d", TO)));
    assertThat(read(oldestFirst())).containsExactly("b", "c");
  }

  @Test
  void dropsEventsOfOtherNames() {
    var other = object("b", "'event':'authentication.mfa_failed'", "'created_at':'" + FROM + "'");
    api.answers(page("", event("a", FROM), other));
    assertThat(read(oldestFirst())).containsExactly("a");
  }

  @Test
  void continuesWithTheCursorAndTheEndButWithoutTheStart() {
    api.answers(page("a", day("a", 11))).answers(page("", day("b", 12)));
    assertThat(read(oldestFirst())).containsExactly("a", "b");
    assertThat(api.sent())
        .containsExactly(EVENTS + "&order=asc" + RANGE, EVENTS + "&order=asc" + END + "&after=a");
  }

  @Test
  void continuesWithoutTheEndWhereTheServiceRefusesItAndRemembersThat() {
    api.answers(page("a", day("a", 11)))
        .answers(422, "{'message':'range_end must not be sent together with after'}")
        .answers(page("b", day("b", 12)))
        .answers(page("", day("c", 13)));
    assertThat(read(oldestFirst())).containsExactly("a", "b", "c");
    assertThat(api.sent())
        .containsExactly(
            EVENTS + "&order=asc" + RANGE,
            EVENTS + "&order=asc" + END + "&after=a",
            EVENTS + "&order=asc&after=a",
            EVENTS + "&order=asc&after=b");
  }

  @Test
  void forgetsItWhenItDoesNotHelp() {
    api.answers(page("a", day("a", 11)))
        .answers(400, "{'message':'after: unknown event'}")
        .answers(400, "{'message':'after: unknown event'}")
        .answers(page("a", day("a", 11)))
        .answers(page("", day("b", 12)));
    assertThatExceptionOfType(ApiException.class).isThrownBy(() -> read(oldestFirst()));
    assertThat(read(oldestFirst())).containsExactly("a", "b");
    assertThat(api.sent().get(4)).endsWith(END + "&after=a");
  }

  @Test
  void anotherRefusalOfALaterPageFails() {
    api.answers(page("a", day("a", 11))).answers(400, "{'message':'Try it another way'}");
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read(oldestFirst()))
        .withMessageContaining("Try it another way");
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void stopsWithThePageThatEndsFarBehindTheWindow() {
    api.answers(page("b", day("a", 18), day("b", 21)))
        .answers(page("d", day("c", 22), day("d", 23)));
    assertThat(read(oldestFirst())).containsExactly("a");
    assertThat(api.sent()).hasSize(1);
  }

  @Test
  void stopsWithThePageThatEndsFarBeforeTheWindowWhenTheNewestComeFirst() {
    api.answers(page("b", day("a", 11), day("b", 9))).answers(page("d", day("c", 8), day("d", 7)));
    assertThat(read(events(FROM, TO, DESCENDING, "password_succeeded"))).containsExactly("a");
    assertThat(api.sent()).hasSize(1);
  }

  /** Who sorts by arrival may give an object after others that happened minutes later. */
  @Test
  void readsOnBehindTheWindowForWhatMayHaveComeLate() {
    api.answers(page("b", day("a", 18), event("b", "2026-01-20T00:04:59.999Z")))
        .answers(page("d", event("c", "2026-01-19T23:59:59.999Z"), day("d", 20)))
        .answers(page("", day("e", 21)));
    assertThat(read(oldestFirst())).containsExactly("a", "c");
  }

  @Test
  void readsOnBeforeTheWindowForWhatMayHaveComeEarlyWhenTheNewestComeFirst() {
    api.answers(page("b", day("a", 12), event("b", "2026-01-09T23:55:00Z")))
        .answers(page("d", event("c", FROM), day("d", 9)))
        .answers(page("", day("e", 8)));
    assertThat(read(events(FROM, TO, DESCENDING, "password_succeeded"))).containsExactly("a", "c");
  }

  @Test
  void readsOnBehindTheWindowWhereAPageIsSecondsForWhatMayBeLate() {
    api.answers(page("b", day("a", 18), event("b", TO)))
        .answers(page("d", event("c", "2026-01-20T00:00:01Z"), event("d", "2026-01-20T00:00:02Z")))
        .answers(page("f", event("e", "2026-01-19T23:59:59Z"), event("f", "2026-01-20T00:05:00Z")))
        .answers(page("", day("g", 24)));
    assertThat(read(oldestFirst())).containsExactly("a", "e");
  }

  @Test
  void stopsFiveMinutesBehindTheWindow() {
    api.answers(page("b", day("a", 18), event("b", TO)))
        .answers(page("d", event("c", "2026-01-20T00:00:01Z"), event("d", "2026-01-20T00:05:00Z")))
        .answers(page("", day("e", 24)));
    assertThat(read(oldestFirst())).containsExactly("a");
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void stopsBeforeTheWindowWhenTheNewestComeFirst() {
    api.answers(page("b", day("a", 12), day("b", 11)))
        .answers(page("d", day("c", 9), day("d", 8)))
        .answers(page("", day("e", 7)));
    assertThat(read(events(FROM, TO, DESCENDING, "password_succeeded"))).containsExactly("a", "b");
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void readsOnTowardsTheWindowWhenTheServiceIgnoresTheRange() {
    api.answers(page("b", day("a", 1), day("b", 2)))
        .answers(page("c", day("c", 3)))
        .answers(page("d", day("d", 15)))
        .answers(page("e", day("e", 25)));
    assertThat(read(oldestFirst())).containsExactly("d");
    assertThat(api.sent()).hasSize(4);
  }

  @Test
  void readsOnWhileTheDirectionIsNotKnown() {
    api.answers(page("a", day("a", 25))).answers(page("", day("b", 15)));
    assertThat(read(oldestFirst())).containsExactly("b");
  }

  @Test
  void readsToTheEndWhenTheDirectionChanges() {
    api.answers(page("b", day("a", 11), day("b", 12)))
        .answers(page("d", day("c", 30), day("d", 29)))
        .answers(page("", day("e", 15)));
    assertThat(read(oldestFirst())).containsExactly("a", "b", "e");
  }

  @Test
  void anEventWithoutATimeIsRefused() {
    api.answers(page("", object("a", "'event':'authentication.password_succeeded'")));
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read(oldestFirst()))
        .withMessageContaining("no time");
  }
}
