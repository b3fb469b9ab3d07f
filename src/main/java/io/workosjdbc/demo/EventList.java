package io.workosjdbc.demo;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code GET /events}: fact sheet section 5. */
final class EventList implements Endpoint {
  private static final Set<String> SINGLES =
      Sets.union(PageRequest.PARAMETERS, Set.of("range_start", "range_end", "organization_id"));

  @Override
  public Reply answer(Request request, Environment environment) {
    Query query = Query.of(request, SINGLES, Set.of("events"), environment.quirks());
    PageRequest asked = PageRequest.of(query, environment.quirks());
    PageRequest page =
        environment.has(Quirk.EVENTS_HONOUR_ORDER) ? asked : asked.withOrder(PageRequest.Order.ASC);
    TimeRange range = TimeRange.of(query, environment);
    EventLog log = environment.data().eventLog();
    IntPredicate matches =
        names(query, environment, log).and(organization(query, environment, log));
    Pager.Cut cut =
        new Pager(log, environment.quirks())
            .cut(
                page,
                new Pager.Extent(
                    log.firstNotBefore(range.start()), log.firstNotBefore(range.end()), matches));
    Renderer renderer = environment.renderer();
    List<Supplier<byte[]>> rows =
        cut.positions().stream().map(position -> renderer.row(log, position)).toList();
    var metadata = new Fields().putOrNull("after", cut.after()).toMap();
    return Reply.json(200, renderer.page(rows, metadata));
  }

  private static IntPredicate names(Query query, Environment environment, EventLog log) {
    if (environment.has(Quirk.EVENTS_FILTER_IGNORED)) {
      return any -> true;
    }
    Set<String> names = Set.copyOf(query.list("events"));
    if (names.isEmpty()) {
      throw Refusal.invalid("events", "required");
    }
    Set<String> unknown = new TreeSet<>(Sets.difference(names, EventNames.known()));
    if (environment.has(Quirk.NEWER_EVENTS_UNKNOWN)) {
      unknown.addAll(Sets.intersection(names, EventNames.NEWER));
    }
    if (!unknown.isEmpty()) {
      throw Refusal.unprocessable(
          "Unknown event: "
              + unknown.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
              + ".");
    }
    return position -> names.contains(log.nameAt(position));
  }

  private static IntPredicate organization(Query query, Environment environment, EventLog log) {
    Optional<String> id = query.text("organization_id");
    if (id.isEmpty() || environment.has(Quirk.ORGANIZATION_FILTER_IGNORED)) {
      return any -> true;
    }
    if (!environment.hasOrganization(id.get())) {
      throw Refusal.of(400, "Organization not found: '" + id.get() + "'.");
    }
    return position -> log.isOf(position, id.get());
  }
}
