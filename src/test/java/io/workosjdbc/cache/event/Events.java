package io.workosjdbc.cache.event;

import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Events that everybody can make up for himself: the truth to which a store's answers compare. */
final class Events {

  static final Resource RESOURCE = WorkOs.SOURCE.resource("workos_auth_event").orElseThrow();
  static final List<String> NAMES =
      RESOURCE.listing().choice().map(Parameter.Choice::names).orElseThrow();

  /** When the first event happened. */
  static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  /** All columns but {@code raw}. */
  static final List<Column> COLUMNS =
      RESOURCE.columns().stream().filter(column -> !column.name().equals("raw")).toList();

  static final EventScope ALL = new EventScope(RESOURCE, Map.of("event_type", Set.copyOf(NAMES)));

  /** Time between two events; every tenth comes together with the one before. */
  private final Duration distance;

  Events(Duration distance) {
    this.distance = distance;
  }

  static EventScope named(String... names) {
    return new EventScope(RESOURCE, Map.of("event_type", Set.of(names)));
  }

  static EventScope ofOrganization(String organization) {
    return new EventScope(
        RESOURCE, Map.of("event_type", Set.copyOf(NAMES), "organization_id", Set.of(organization)));
  }

  static List<Column> columns(String... names) {
    return Stream.of(names).map(RESOURCE::required).toList();
  }

  /** When an event happened. */
  long time(long number) {
    return START.toEpochMilli() + (number % 10 == 9 ? number - 1 : number) * distance.toMillis();
  }

  Object value(Column column, long number) {
    return switch (column.name()) {
      case "id" -> "event_%026d".formatted(number);
      case "event_type" -> NAMES.get((int) (number * 7 % NAMES.size()));
      case "organization_id" -> number % 3 == 0 ? "org_" + number % 5 : null;
      case "user_id" -> "user_" + number % 1000;
      case "email" -> "person%d@example.com".formatted(number % 1000);
      case "session_id" -> number % 2 == 0 ? "session_%020d".formatted(number * 31) : null;
      case "created_at" -> time(number);
      case "raw" -> "{\"n\":" + number + "}";
      case "connection_type", "error_code", "error_message" -> null;
      default -> column.name() + number % 4;
    };
  }

  Object[] row(List<Column> columns, long number) {
    return columns.stream().map(column -> value(column, number)).toArray();
  }

  /** The true answer to a question that has no condition. */
  List<List<Object>> truth(EventQuestion question) {
    var rows = new ArrayList<List<Object>>();
    var window = Span.in(question.window());
    for (long number = first(window.from()); time(number) < window.to(); number++) {
      if (window.contains(time(number)) && isIn(question.scope(), number)) {
        rows.add(
            Collections.unmodifiableList(java.util.Arrays.asList(row(question.columns(), number))));
      }
    }
    if (question.direction() == Direction.DESCENDING) {
      Collections.reverse(rows);
    }
    return rows;
  }

  private long first(long millis) {
    return Math.max(0, (millis - START.toEpochMilli()) / distance.toMillis() - 1);
  }

  private boolean isIn(EventScope scope, long number) {
    return scope.values().entrySet().stream()
        .allMatch(
            allowed -> {
              var value = value(RESOURCE.required(allowed.getKey()), number);
              return value != null && allowed.getValue().contains(value);
            });
  }

  /** What the service would tell. */
  EventAnswer answer(EventScope scope, Window window, List<Column> columns, Instant askedAt) {
    var question = EventQuestion.of(scope, window, columns);
    var rows = truth(question).stream().map(List::toArray).toList();
    return new EventAnswer(scope, window, columns, rows, askedAt);
  }
}
