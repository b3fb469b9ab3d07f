package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.ORGANIZATIONS;
import static io.workosjdbc.fetch.Reading.columns;
import static io.workosjdbc.fetch.Reading.created;
import static io.workosjdbc.fetch.Reading.event;
import static io.workosjdbc.fetch.Reading.events;
import static io.workosjdbc.fetch.Reading.list;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.ordered;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static io.workosjdbc.fetch.Reading.sorted;
import static io.workosjdbc.fetch.Reading.take;
import static io.workosjdbc.request.Direction.ASCENDING;
import static io.workosjdbc.request.Direction.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Direction;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final String T1 = "2026-01-01T00:00:00Z";
  private static final String T2 = "2026-01-02T00:00:00Z";
  private static final String T3 = "2026-01-03T00:00:00Z";
  private static final String T4 = "2026-01-04T00:00:00Z";

  private final ScriptedApi api = new ScriptedApi();

  @AfterEach
  void close() {
    api.close();
  }

  private static AccessPlan organizations(Direction direction) {
    return sorted(direction, ordered(list(ORGANIZATIONS), direction));
  }

  private List<String> read(Direction direction) {
    return Reading.read(api.fetcher(), organizations(direction), "id");
  }

  private List<String> first(int rows, AccessPlan plan) {
    var resource = plan.requests().get(0).resource();
    try (var source = api.fetcher().open(plan, columns(resource, "id"), Execution.unbounded())) {
      return take(source, rows);
    }
  }

  @Test
  void flowsWhenTheServiceHonoursTheOrder() {
    api.answers(page("b", created("a", T4), created("b", T3)))
        .answers(page("d", created("c", T3), created("d", T1)));
    assertThat(first(2, organizations(DESCENDING))).containsExactly("a", "b");
    assertThat(api.sent()).containsExactly("GET /organizations?limit=100&order=desc");
  }

  @Test
  void sortsWhatComesInTheOtherDirection() {
    api.answers(page("b", created("a", T1), created("b", T2)))
        .answers(page("", created("c", T2), created("d", T4)));
    assertThat(read(DESCENDING)).containsExactly("d", "b", "c", "a");
  }

  @Test
  void sortsWhatComesInNoOrderAtFirst() {
    api.answers(page("c", created("a", T2), created("b", T4), created("c", T1)))
        .answers(page("", created("d", T3)));
    assertThat(read(ASCENDING)).containsExactly("c", "a", "d", "b");
  }

  @Test
  void readsOnWhileAllTimesAreEqual() {
    api.answers(page("b", created("a", T2), created("b", T2)))
        .answers(page("c", created("c", T2)))
        .answers(page("", created("d", T1)));
    assertThat(read(ASCENDING)).containsExactly("d", "a", "b", "c");
  }

  @Test
  void equalTimesToTheEndAreInOrder() {
    api.answers(page("a", created("a", T2))).answers(page("", created("b", T2)));
    assertThat(read(DESCENDING)).containsExactly("a", "b");
  }

  @Test
  void refusesDisorderAfterRowsWereGiven() {
    api.answers(page("b", created("a", T2), created("b", T3)))
        .answers(page("", created("c", T4), created("d", T1)));
    try (var rows =
        api.fetcher()
            .open(organizations(ASCENDING), columns(ORGANIZATIONS, "id"), Execution.unbounded())) {
      assertThat(take(rows, 2)).containsExactly("a", "b");
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(rows::next)
          .withMessageContaining("pushdown=off")
          .withMessageContaining("after=b");
    }
  }

  @Test
  void nullIsTheGreatestAndMakesItSort() {
    api.answers(page("b", object("a"), created("b", T2)))
        .answers(page("", created("c", T3), created("d", T1)));
    assertThat(read(DESCENDING)).containsExactly("a", "c", "b", "d");
    api.answers(page("", object("a"), created("b", T2), created("c", T3)));
    assertThat(read(ASCENDING)).containsExactly("b", "c", "a");
  }

  @Test
  void unorderedPlansTakeRowsAsTheyCome() {
    api.answers(page("", created("a", T2), created("b", T4), created("c", T1)));
    assertThat(Reading.read(api.fetcher(), plan(list(ORGANIZATIONS)), "id"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void theLatestEventsNeedTheNearestWindowOnlyAlsoWhenTheServiceIgnoresTheOrder() {
    api.answers(page("", event("a", "2026-01-03T01:00:00Z"), event("b", "2026-01-03T02:00:00Z")));
    var near = events(T3, T4, DESCENDING, "password_succeeded");
    var far = events(T1, T3, DESCENDING, "password_succeeded");
    assertThat(first(2, sorted(DESCENDING, near, far))).containsExactly("b", "a");
    assertThat(api.sent()).hasSize(1);
  }

  @Test
  void eachWindowIsSortedByItself() {
    api.answers(page("", event("a", "2026-01-03T01:00:00Z"), event("b", "2026-01-03T02:00:00Z")))
        .answers(page("", event("c", T2), event("d", T1)));
    var near = events(T3, T4, DESCENDING, "password_succeeded");
    var far = events(T1, T3, DESCENDING, "password_succeeded");
    assertThat(first(9, sorted(DESCENDING, near, far))).containsExactly("b", "a", "c", "d");
  }

  @Test
  void ordersByAColumnThatIsNotProjected() {
    api.answers(page("", created("a", T1), created("b", T2)));
    assertThat(Reading.read(api.fetcher(), organizations(DESCENDING), "name", "id"))
        .containsExactly("null b", "null a");
  }
}
