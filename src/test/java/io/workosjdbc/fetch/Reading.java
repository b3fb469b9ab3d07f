package io.workosjdbc.fetch;

import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.GetRequest;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words in which the tests of this package speak: requests, pages and rows. */
final class Reading {

  static final Resource ORGANIZATIONS = table("workos_organization");
  static final Resource CONNECTIONS = table("workos_connection");
  static final Resource EVENTS = table("workos_auth_event");

  private Reading() {}

  static Resource table(String name) {
    return WorkOs.SOURCE.resource(name).orElseThrow();
  }

  /** The list of a table, narrowed by parameter, value, parameter, value... */
  static ListRequest list(Resource resource, String... filters) {
    var narrowing = new HashMap<Parameter, String>();
    for (int at = 0; at < filters.length; at += 2) {
      var name = filters[at];
      var parameter =
          resource.listing().parameters().stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      narrowing.put(parameter, filters[at + 1]);
    }
    return new ListRequest(
        resource,
        Map.of(),
        narrowing,
        List.of(),
        ArrayStyle.COMMA,
        Optional.empty(),
        Optional.empty());
  }

  static ListRequest ordered(ListRequest list, Direction direction) {
    return new ListRequest(
        list.resource(),
        Map.of(),
        list.filters(),
        list.names(),
        list.arrayStyle(),
        Optional.of(direction),
        list.window());
  }

  /** Events of some kinds, {@code authentication.} left away, from one instant to another. */
  static ListRequest events(String from, String to, Direction direction, String... kinds) {
    return new ListRequest(
        EVENTS,
        Map.of(),
        Map.of(),
        Arrays.stream(kinds).map(kind -> "authentication." + kind).toList(),
        ArrayStyle.COMMA,
        Optional.of(direction),
        Optional.of(new Window(Instant.parse(from), Instant.parse(to))));
  }

  static GetRequest get(Resource resource, String column, String value) {
    var endpoint =
        resource.singleGets().stream()
            .filter(each -> each.column().equals(column))
            .findFirst()
            .orElseThrow();
    return new GetRequest(resource, endpoint, value);
  }

  static AccessPlan plan(Request... requests) {
    return AccessPlan.of(List.of(requests), Optional.empty());
  }

  static AccessPlan sorted(Direction direction, Request... requests) {
    return AccessPlan.of(List.of(requests), Optional.of(direction));
  }

  static List<Column> columns(Resource resource, String... names) {
    return Arrays.stream(names).map(resource::required).toList();
  }

  /** Rows of a plan as text, read to the end. */
  static List<String> read(Fetcher fetcher, AccessPlan plan, String... columns) {
    return read(fetcher, plan, Execution.unbounded(), columns);
  }

  static List<String> read(
      Fetcher fetcher, AccessPlan plan, Execution execution, String... columns) {
    var resource = plan.requests().get(0).resource();
    try (var rows = fetcher.open(plan, columns(resource, columns), execution)) {
      return take(rows, Integer.MAX_VALUE);
    }
  }

  /** At most so many rows as text. */
  static List<String> take(RowSource rows, int most) {
    var taken = new ArrayList<String>();
    while (taken.size() < most && rows.next()) {
      taken.add(text(rows.row()));
    }
    return taken;
  }

  private static String text(Object[] row) {
    return String.join(" ", Stream.of(row).map(String::valueOf).toList());
  }

  /** A page with objects; {@code next} is empty on the last one. */
  static String page(String next, String... objects) {
    var after = next.isEmpty() ? "null" : "'" + next + "'";
    return "{'object':'list','data':["
        + String.join(",", objects)
        + "],'list_metadata':{'before':null,'after':"
        + after
        + "}}";
  }

  /** An object with an id and other members such as {@code 'name':'Acme'}. */
  static String object(String id, String... members) {
    var all = Stream.concat(Stream.of("'id':'" + id + "'"), Stream.of(members)).toList();
    return "{" + String.join(",", all) + "}";
  }

  /** An object with an id and a creation time such as {@code 2026-01-05T10:00:00Z}. */
  static String created(String id, String time) {
    return object(id, "'created_at':'" + time + "'");
  }

  /** A password event. */
  static String event(String id, String time) {
    return object(id, "'event':'authentication.password_succeeded'", "'created_at':'" + time + "'");
  }
}
