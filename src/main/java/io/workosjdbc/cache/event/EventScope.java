package io.workosjdbc.cache.event;

import io.workosjdbc.request.Check;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.TimeRange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of a table are meant, whenever they happened: those whose columns have one of some
 * values. A column that is not mentioned may have any.
 *
 * @param values by column name: the names of the endpoint's choice, the value of a filter or key
 */
public record EventScope(Resource resource, Map<String, Set<String>> values) {

  public EventScope {
    var copy = new HashMap<String, Set<String>>();
    values.forEach((column, allowed) -> copy.put(column, Set.copyOf(allowed)));
    values = Map.copyOf(copy);
    if (resource.listing().timeRange().isEmpty()) {
      throw new IllegalArgumentException("No events: " + resource.table() + " has no time range");
    }
  }

  /**
   * What a request asks for, if answers to such requests can be kept here. Where an expression
   * narrows the answer further than its checks say, this has more than the answer.
   */
  public static Optional<EventScope> of(ListRequest request) {
    var checks = request.checks();
    if (request.resource().listing().timeRange().isEmpty()
        || checks.stream().anyMatch(Check::firstElement)) {
      return Optional.empty();
    }
    var values = new HashMap<String, Set<String>>();
    checks.forEach(check -> values.put(check.column(), check.values()));
    request.keys().forEach((key, value) -> values.put(key.column(), Set.of(value)));
    return Optional.of(new EventScope(request.resource(), values));
  }

  String table() {
    return resource.table();
  }

  /** The column by which events are ordered. */
  Column time() {
    var range = resource.listing().timeRange().map(TimeRange::column);
    return resource.required(range.orElseThrow());
  }
}
