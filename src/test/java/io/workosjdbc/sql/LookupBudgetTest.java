package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A value that could not be looked up within a budget is missing, and not NULL. */
class LookupBudgetTest {
  private static final String TYPES =
      "select id, connection_type from workos_auth_event"
          + " where event_type = 'authentication.sso_succeeded'"
          + " and created_at >= timestamp '2026-06-10 00:00:00'";

  @RegisterExtension static final Api API = Api.of(World.data());

  private static void isPartialBefore(Query query, String budget) {
    query.returnsNothing();
    assertThat(query.outcome().warnings()).hasSize(1);
    assertThat(query.outcome().warnings().get(0)).contains("The answer is partial", budget);
  }

  @Test
  void withoutABoundTheValuesAreThere() {
    API.sql(TYPES).returns("event_15|OktaSAML", "event_21|BrandNewOIDC");
  }

  @Test
  void noRequestIsLeftForTheLookup() {
    isPartialBefore(API.sql(TYPES).in("maxRequests=1;onBudget=warn"), "maxRequests");
  }

  @Test
  void noTimeIsLeftForTheLookup() {
    API.server().fail(new Fault("/connections", 1, Integer.MAX_VALUE, Hold.inBody()));
    isPartialBefore(API.sql(TYPES).in("statementTimeout=500ms;onBudget=warn"), "statementTimeout");
  }
}
