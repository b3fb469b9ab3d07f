package io.workosjdbc.request;

import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Reads a list from its first page to its last.
 *
 * @param filters parameters that narrow by equality, with the value of each
 * @param names the chosen names of the endpoint's {@link Parameter.Choice}; empty without one
 * @param order the direction asked for, if one is; the service may ignore it
 * @param window the time asked for, on endpoints with a time range
 */
public record ListRequest(
    Resource resource,
    Map<Parameter, String> filters,
    List<String> names,
    ArrayStyle arrayStyle,
    Optional<Direction> order,
    Optional<Window> window)
    implements Request {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  public ListRequest {
    filters = Map.copyOf(filters);
    names = List.copyOf(names);
  }

  /** The first page. */
  @Override
  public String target() {
    return target(Optional.empty(), true);
  }

  /**
   * The page after an object. The start of a time range is not sent with a cursor, because the two
   * exclude each other (API reference, Events).
   *
   * @param withEnd whether the end of the time range is; a service that refuses it is asked without
   */
  public String targetAfter(String cursor, boolean withEnd) {
    return target(Optional.of(cursor), withEnd);
  }

  private String target(Optional<String> cursor, boolean withEnd) {
    var listing = resource.listing();
    var query = new StringJoiner("&", listing.path() + "?", "");
    query.add(listing.paging().limit() + "=" + listing.paging().size());
    for (var parameter : listing.parameters()) {
      if (parameter instanceof Parameter.Choice) {
        query.add(arrayStyle.write(parameter.name(), names));
      } else if (filters.containsKey(parameter)) {
        query.add(parameter.name() + "=" + Encoding.encode(filters.get(parameter)));
      }
    }
    order.ifPresent(way -> query.add(listing.paging().order() + "=" + way.parameter()));
    for (var range : listing.timeRange().stream().toList()) {
      window.ifPresent(
          asked -> {
            if (cursor.isEmpty()) {
              query.add(range.start() + "=" + text(asked.from().minusMillis(1)));
            }
            if (withEnd) {
              query.add(range.end() + "=" + text(asked.to()));
            }
          });
    }
    cursor.ifPresent(id -> query.add(listing.paging().cursor() + "=" + Encoding.encode(id)));
    return query.toString();
  }

  private static String text(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  @Override
  public List<Check> checks() {
    var checks = new ArrayList<Check>();
    filters.forEach(
        (parameter, value) ->
            checks.add(
                parameter instanceof Parameter.Element
                    ? Check.first(parameter.column(), value)
                    : Check.oneOf(parameter.column(), Set.of(value))));
    resource
        .listing()
        .choice()
        .ifPresent(choice -> checks.add(Check.oneOf(choice.column(), Set.copyOf(names))));
    return checks;
  }

  /** The column and window that rows must lie in, if the request asks for a window. */
  public Optional<String> windowColumn() {
    return window.isEmpty()
        ? Optional.empty()
        : resource.listing().timeRange().map(TimeRange::column);
  }

  /** Whether nothing narrows the list, so that its answer holds every object there is. */
  public boolean isWholeList() {
    return filters.isEmpty() && names.isEmpty() && window.isEmpty();
  }

  public ListRequest withNames(List<String> fewer) {
    return new ListRequest(resource, filters, fewer, arrayStyle, order, window);
  }

  public ListRequest withoutOrder() {
    return new ListRequest(resource, filters, names, arrayStyle, Optional.empty(), window);
  }
}
