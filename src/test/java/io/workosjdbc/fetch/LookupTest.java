package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.EVENTS;
import static io.workosjdbc.fetch.Reading.columns;
import static io.workosjdbc.fetch.Reading.events;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static io.workosjdbc.fetch.Reading.read;
import static io.workosjdbc.fetch.Reading.take;
import static io.workosjdbc.request.Direction.ASCENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.AccessPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupTest {

  private static final AccessPlan PLAN =
      plan(events("2026-01-10T00:00:00Z", "2026-01-20T00:00:00Z", ASCENDING, "sso_failed"));

  private final ScriptedApi api = new ScriptedApi();

  @AfterEach
  void close() {
    api.close();
  }

  private static String sso(String id, String connection) {
    return object(
        id,
        "'event':'authentication.sso_failed'",
        "'created_at':'2026-01-11T00:00:00Z'",
        "'data':{'sso':{'connection_id':" + connection + "}}");
  }

  private static String connection(String id, String type) {
    return object(id, "'connection_type':'" + type + "'");
  }

  @Test
  void readsTheOtherListOnceWithTheFirstRowThatNeedsIt() {
    api.answers(page("b", sso("a", "null"), sso("b", "'c2'")))
        .answers(page("c1", connection("c1", "OktaSAML")))
        .answers(page("", connection("c2", "GoogleOAuth")))
        .answers(page("", sso("c", "'c1'"), sso("d", "'gone'"), sso("e", "'c2'")));
    var execution = Execution.unbounded();
    try (var rows = api.fetcher().open(PLAN, columns(EVENTS, "connection_type", "id"), execution)) {
      assertThat(take(rows, 1)).containsExactly("null a");
      assertThat(api.sent()).hasSize(1);
      assertThat(take(rows, 9))
          .containsExactly("GoogleOAuth b", "OktaSAML c", "null d", "GoogleOAuth e");
    }
    assertThat(api.sent().subList(1, 3))
        .containsExactly("GET /connections?limit=100", "GET /connections?limit=100&after=c1");
    assertThat(api.sent()).hasSize(4);
  }

  @Test
  void isNotReadForOtherColumns() {
    api.answers(page("", sso("a", "'c1'")));
    assertThat(read(api.fetcher(), PLAN, "connection_id")).containsExactly("c1");
    assertThat(api.sent()).hasSize(1);
  }

  @Test
  void scansOfOneExecutionShareIt() {
    api.answers(page("", sso("a", "'c1'")))
        .answers(page("", connection("c1", "OktaSAML")))
        .answers(page("", sso("a", "'c1'")));
    var execution = Execution.unbounded();
    assertThat(read(api.fetcher(), PLAN, execution, "connection_type")).containsExactly("OktaSAML");
    assertThat(read(api.fetcher(), PLAN, execution, "connection_type")).containsExactly("OktaSAML");
    assertThat(execution.requests()).isEqualTo(3);
  }

  @Test
  void goesThroughTheCache() {
    api.answers(page("", sso("a", "'c1'")))
        .answers(page("", connection("c1", "OktaSAML")))
        .answers(page("", sso("a", "'c1'")));
    read(api.caching(), PLAN, "connection_type");
    assertThat(read(api.caching(), PLAN, "connection_type")).containsExactly("OktaSAML");
    assertThat(api.sent()).filteredOn(line -> line.contains("/connections")).hasSize(1);
  }
}
