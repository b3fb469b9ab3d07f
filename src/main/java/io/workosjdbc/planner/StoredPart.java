package io.workosjdbc.planner;

import io.workosjdbc.fetch.RowSources.Known;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a cache has of the answers to the requests of a plan.
 *
 * @param known by request, in the order of the plan
 */
record StoredPart(Map<Request, Known> known) {

  /** No more windows than this are written out. */
  private static final int SHOWN = 5;

  static StoredPart of(AccessPlan plan, AbstractResourceScan scan) {
    var known = new LinkedHashMap<Request, Known>();
    for (var request : plan.requests()) {
      known.put(request, scan.context.rows().known(request, scan.spec.projection()));
    }
    return new StoredPart(known);
  }

  /** The requests that must be sent. */
  List<Request> asked() {
    return known.values().stream().flatMap(each -> each.asked().stream()).toList();
  }

  /** The requests to show: of lists with a time range those for what is missing, else all. */
  List<Request> shown() {
    return known.entrySet().stream()
        .flatMap(
            each ->
                hasRange(each.getKey())
                    ? each.getValue().asked().stream()
                    : List.of(each.getKey()).stream())
        .toList();
  }

  private static boolean hasRange(Request request) {
    return request instanceof ListRequest list && list.window().isPresent();
  }

  /** How long ago the service was asked for the oldest answer. */
  Optional<Duration> age() {
    return known.values().stream().flatMap(each -> each.age().stream()).max(Duration::compareTo);
  }

  /** Whether some of a list with a time range is stored. */
  boolean isAny() {
    return known.values().stream().anyMatch(each -> !each.stored().isEmpty());
  }

  /** How many rows are stored, and of which times. */
  String text() {
    long rows = known.values().stream().mapToLong(Known::rowsAtMost).sum();
    var windows = known.values().stream().flatMap(each -> each.stored().stream()).toList();
    int more = windows.size() - SHOWN;
    return "at most "
        + rows
        + " rows of "
        + windows.stream()
            .limit(SHOWN)
            .map(window -> window.from() + " to " + window.to())
            .collect(Collectors.joining(", "))
        + (more > 0 ? ", and " + more + " more" : "");
  }
}
