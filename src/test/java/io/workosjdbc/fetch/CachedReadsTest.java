package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.CONNECTIONS;
import static io.workosjdbc.fetch.Reading.ORGANIZATIONS;
import static io.workosjdbc.fetch.Reading.columns;
import static io.workosjdbc.fetch.Reading.created;
import static io.workosjdbc.fetch.Reading.event;
import static io.workosjdbc.fetch.Reading.events;
import static io.workosjdbc.fetch.Reading.get;
import static io.workosjdbc.fetch.Reading.list;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.ordered;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static io.workosjdbc.fetch.Reading.read;
import static io.workosjdbc.fetch.Reading.sorted;
import static io.workosjdbc.fetch.Reading.take;
import static io.workosjdbc.request.Direction.ASCENDING;
import static io.workosjdbc.request.Direction.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workosjdbc.cache.Held;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.AccessPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachedReadsTest {

  private final ScriptedApi api = new ScriptedApi();

  @AfterEach
  void close() {
    api.close();
  }

  private List<String> all() {
    return read(api.caching(), plan(list(ORGANIZATIONS)), "id");
  }

  private List<String> first(int rows, AccessPlan plan) {
    try (var source =
        api.caching().open(plan, columns(ORGANIZATIONS, "id"), Execution.unbounded())) {
      return take(source, rows);
    }
  }

  private void twoPages() {
    api.answers(
            page("b", created("a", "2026-01-04T00:00:00Z"), created("b", "2026-01-03T00:00:00Z")))
        .answers(page("", created("c", "2026-01-02T00:00:00Z")));
  }

  @Test
  void theSameQueryAgainSendsNothing() {
    twoPages();
    assertThat(all()).containsExactly("a", "b", "c");
    var again = Execution.unbounded();
    assertThat(read(api.caching(), plan(list(ORGANIZATIONS)), again, "id"))
        .containsExactly("a", "b", "c");
    assertThat(api.sent()).hasSize(2);
    assertThat(again.requests()).isZero();
    assertThat(again.cachedPages()).isEqualTo(2);
  }

  @Test
  void anotherProjectionReadsTheSameAnswer() {
    api.answers(page("", object("a", "'name':'Acme'")));
    all();
    assertThat(read(api.caching(), plan(list(ORGANIZATIONS)), "name", "raw"))
        .containsExactly("Acme {\"id\":\"a\",\"name\":\"Acme\"}");
  }

  @Test
  void aLimitLeavesABeginningThatIsUsed() {
    twoPages();
    assertThat(first(1, plan(list(ORGANIZATIONS)))).containsExactly("a");
    assertThat(first(2, plan(list(ORGANIZATIONS)))).containsExactly("a", "b");
    assertThat(api.sent()).hasSize(1);
    assertThat(all()).containsExactly("a", "b", "c");
    assertThat(api.sent())
        .containsExactly("GET /organizations?limit=100", "GET /organizations?limit=100&after=b");
  }

  @Test
  void oldAnswersAreAskedForAgain() {
    twoPages();
    all();
    api.clock.pass(Duration.ofMinutes(1));
    api.answers(page("", event("event_1", "2026-03-01T00:00:30Z")));
    api.answers(page("", object("new")));
    assertThat(all()).containsExactly("new");
  }

  @Test
  void withoutATtlEverythingIsLive() {
    api.answers(page("", object("a"))).answers(page("", object("b")));
    var live = api.fetcher();
    assertThat(read(live, plan(list(ORGANIZATIONS)), "id")).containsExactly("a");
    assertThat(read(live, plan(list(ORGANIZATIONS)), "id")).containsExactly("b");
    assertThat(live.age(list(ORGANIZATIONS))).isEmpty();
    assertThat(api.caching().age(list(ORGANIZATIONS))).isEmpty();
  }

  @Test
  void theWholeListAnswersForAnObjectAndForNone() {
    twoPages();
    all();
    assertThat(read(api.caching(), plan(get(ORGANIZATIONS, "id", "b")), "id")).containsExactly("b");
    assertThat(read(api.caching(), plan(get(ORGANIZATIONS, "id", "zzz")), "id")).isEmpty();
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void theWholeListAnswersForAPartOfIt() {
    api.answers(
        page(
            "",
            object("c1", "'organization_id':'o1'"),
            object("c2", "'organization_id':'o2'"),
            object("c3", "'organization_id':'o1'")));
    read(api.caching(), plan(list(CONNECTIONS)), "id");
    assertThat(read(api.caching(), plan(list(CONNECTIONS, "organization_id", "o1")), "id"))
        .containsExactly("c1", "c3");
    assertThat(api.sent()).hasSize(1);
  }

  @Test
  void theWholeListAnswersInEitherDirection() {
    twoPages();
    all();
    var rising = sorted(ASCENDING, ordered(list(ORGANIZATIONS), ASCENDING));
    var falling = sorted(DESCENDING, ordered(list(ORGANIZATIONS), DESCENDING));
    assertThat(first(9, rising)).containsExactly("c", "b", "a");
    assertThat(first(9, falling)).containsExactly("a", "b", "c");
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void aSingleObjectIsKeptToo() {
    api.answers(object("a"));
    var byKey = plan(get(ORGANIZATIONS, "id", "a"));
    assertThat(read(api.caching(), byKey, "id")).containsExactly("a");
    assertThat(read(api.caching(), byKey, "id")).containsExactly("a");
    assertThat(api.sent()).hasSize(1);
  }

  @Test
  void thatThereIsNoneIsKeptToo() {
    api.answers(404, "{'message':'Not found'}")
        .answers(400, "{'message':'Organization o1 not found'}");
    for (int time = 0; time < 2; time++) {
      assertThat(read(api.caching(), plan(get(ORGANIZATIONS, "id", "a")), "id")).isEmpty();
      assertThat(read(api.caching(), plan(list(CONNECTIONS, "organization_id", "o1")), "id"))
          .isEmpty();
    }
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void failuresAreNotKept() {
    api.answers(500, "")
        .answers("{'data':")
        .answers(page("a", object("a")))
        .answers(page("a", object("b")))
        .answers(page("", object("a")));
    for (int failures = 0; failures < 3; failures++) {
      assertThatExceptionOfType(ApiException.class).isThrownBy(this::all);
    }
    assertThat(all()).containsExactly("a");
  }

  @Test
  void aStaleCursorFailsOnceAndTheNextReadBeginsAnew() {
    api.answers(page("b", object("a"), object("b")))
        .answers(400, "{'message':'Invalid cursor'}")
        .answers(page("", object("a")));
    first(1, plan(list(ORGANIZATIONS)));
    assertThatExceptionOfType(ApiException.class).isThrownBy(this::all);
    assertThat(all()).containsExactly("a");
  }

  @Test
  void aReadGoesOnAfterAFailureThatPasses() {
    api.answers(page("b", object("a"), object("b")))
        .answers(503, "")
        .answers(page("", object("c")));
    try (var rows =
        api.caching()
            .open(plan(list(ORGANIZATIONS)), columns(ORGANIZATIONS, "id"), Execution.unbounded())) {
      assertThat(take(rows, 2)).containsExactly("a", "b");
      assertThatExceptionOfType(ApiException.class).isThrownBy(rows::next);
      assertThat(take(rows, 9)).containsExactly("c");
    }
    assertThat(all()).containsExactly("a", "b", "c");
    assertThat(api.sent()).hasSize(3);
  }

  @Test
  void eventsAreNotKeptHere() {
    var request =
        events("2026-01-01T00:00:00Z", "2026-01-09T00:00:00Z", ASCENDING, "password_succeeded");
    api.answers(page("", event("a", "2026-01-02T00:00:00Z")))
        .answers(page("", event("b", "2026-01-02T00:00:00Z")));
    assertThat(read(api.caching(), plan(request), "id")).containsExactly("a");
    assertThat(read(api.caching(), plan(request), "id")).containsExactly("b");
    assertThat(api.caching().age(request)).isEmpty();
  }

  @Test
  void tellsTheAgeOfWhatItHas() {
    twoPages();
    assertThat(api.caching().held(list(ORGANIZATIONS))).isEmpty();
    first(1, plan(list(ORGANIZATIONS)));
    assertThat(api.caching().age(list(ORGANIZATIONS))).isEmpty();
    assertThat(api.caching().held(list(ORGANIZATIONS))).contains(new Held(Duration.ZERO, false, 2));
    all();
    api.clock.pass(Duration.ofSeconds(12));
    assertThat(api.caching().age(get(ORGANIZATIONS, "id", "x"))).contains(Duration.ofSeconds(12));
  }

  @Test
  void learnsTheSizeOfAListThatWasReadToItsEnd() {
    twoPages();
    first(1, plan(list(ORGANIZATIONS)));
    assertThat(api.fetcher().sizes().rows(ORGANIZATIONS)).isEmpty();
    all();
    assertThat(api.fetcher().sizes().rows(ORGANIZATIONS)).hasValue(3);
    api.answers(page("", object("c1", "'organization_id':'o1'")));
    read(api.caching(), plan(list(CONNECTIONS, "organization_id", "o1")), "id");
    assertThat(api.fetcher().sizes().rows(CONNECTIONS)).isEmpty();
  }
}
