package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counting rows reads no column that it does not need. */
class CountTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  @Test
  void countingEventsAsksForNoConnections() {
    API.sql("select count(*) from workos_auth_event")
        .sends(3, "GET /events")
        .returns("24")
        .sameWithoutPushdown();
  }

  @Test
  void aggregatesOfSomeColumnsAreRight() {
    API.sql("select count(distinct user_id), min(created_at), max(email) from workos_auth_event")
        .sends(3, "GET /events")
        .returns("3|2026-04-10 10:00:00.000|cid@acme.example")
        .sameWithoutPushdown();
    assertThat(
            API.sql(
                    "select method, outcome, count(*), count(user_id) from workos_auth_event"
                        + " group by grouping sets ((method, outcome), (outcome), ())")
                .sends(3, "GET /events")
                .sameWithoutPushdown()
                .outcome()
                .rows())
        .contains("null|null|24|19");
  }
}
