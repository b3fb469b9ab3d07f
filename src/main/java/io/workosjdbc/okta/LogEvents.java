package io.workosjdbc.okta;

import static io.workosjdbc.okta.Lists.TERMS;
import static io.workosjdbc.resource.Expressions.Operator.BEGINS_WITH;
import static io.workosjdbc.resource.Expressions.Operator.EQUAL;

import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Expressions.Attribute;
import io.workosjdbc.resource.Expressions.Grammar;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.TimeRange;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The System Log (api/okta.md section 7). Requests always have both bounds, so that a list is
 * finite and in the order asked for.
 */
final class LogEvents {

  private static final String PATH = "/api/v1/logs";
  private static final int PAGE = 1000;
  private static final Duration KEPT = Duration.ofDays(90);

  private static final TimeRange RANGE = new TimeRange("created_at", "since", "until", KEPT, KEPT);

  private static final Paging.Order ORDER =
      Paging.Order.kept(
          "created_at", Map.of("sortOrder", "ASCENDING"), Map.of("sortOrder", "DESCENDING"));

  /** What both tables of events can be asked for. */
  static final Grammar FILTER =
      Grammar.of(
          "filter",
          TERMS,
          attribute("id", "uuid"),
          attribute("event_type", "eventType"),
          attribute("result", "outcome.result"),
          attribute("severity", "severity"),
          attribute("actor_id", "actor.id"),
          attribute("actor_type", "actor.type"),
          attribute("actor_alternate_id", "actor.alternateId"),
          attribute("ip_address", "client.ipAddress"),
          attribute("country", "client.geographicalContext.country"),
          attribute("transaction_id", "transaction.id"),
          attribute("session_id", "authenticationContext.externalSessionId"),
          attribute("authentication_provider", "authenticationContext.authenticationProvider"),
          attribute("credential_type", "authenticationContext.credentialType"));

  private LogEvents() {}

  private static Attribute attribute(String column, String name) {
    return Attribute.of(column, name, EQUAL, BEGINS_WITH);
  }

  static Listing listOf(Expressions expressions) {
    return Lists.list(PATH, PAGE, true, Optional.of(ORDER))
        .narrowedBy(expressions)
        .within(RANGE)
        .expecting(1000);
  }

  /** An expression that holds for the events of these families and of these types. */
  static String ofTypes(Stream<String> families, Stream<String> types) {
    return String.join(
        " or ",
        Stream.concat(
                families.map(family -> "eventType sw \"" + family + "\""),
                types.map(type -> "eventType eq \"" + type + "\""))
            .toList());
  }
}
