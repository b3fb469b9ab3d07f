package io.workosjdbc.request;

import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.RateLimit;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.resource.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list from its first page to its last.
 *
 * @param keys the keys of the scope that the list belongs to, with the value of each
 * @param filters parameters that narrow by equality, with the value of each
 * @param names the chosen names of the endpoint's {@link Parameter.Choice}; empty without one
 * @param expression what narrows it beside the filters
 * @param order the direction asked for, if one is; the service may ignore it
 * @param window the time asked for, on endpoints with a time range
 */
public record ListRequest(
    Resource resource,
    Map<Scope.Key, String> keys,
    Map<Parameter, String> filters,
    List<String> names,
    ArrayStyle arrayStyle,
    Optional<Expression> expression,
    Optional<Direction> order,
    Optional<Window> window)
    implements Request {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  public ListRequest {
    keys = Map.copyOf(keys);
    filters = Map.copyOf(filters);
    names = List.copyOf(names);
  }

  /** A list that no expression narrows. */
  public ListRequest(
      Resource resource,
      Map<Scope.Key, String> keys,
      Map<Parameter, String> filters,
      List<String> names,
      ArrayStyle arrayStyle,
      Optional<Direction> order,
      Optional<Window> window) {
    this(resource, keys, filters, names, arrayStyle, Optional.empty(), order, window);
  }

  /** The first page. */
  @Override
  public String target() {
    return target(Optional.empty(), true);
  }

  /**
   * The page after a cursor, which is the target itself where the service links to it. The start of
   * a time range is not sent with a cursor in a parameter, because the two exclude each other (API
   * reference, Events).
   *
   * @param withEnd whether the end of the time range is; a service that refuses it is asked without
   */
  public String targetAfter(String cursor, boolean withEnd) {
    return isLinked() ? cursor : target(Optional.of(cursor), withEnd);
  }

  /** Whether the service says itself what the request for the next page is. */
  public boolean isLinked() {
    return resource.listing().paging().next().orElse(null) instanceof Paging.Next.InHeader;
  }

  private String target(Optional<String> cursor, boolean withEnd) {
    var listing = resource.listing();
    var query = new ArrayList<String>();
    var path = listing.path();
    for (var key : listing.keys()) {
      if (path.contains("{" + key.name() + "}")) {
        path = path.replace("{" + key.name() + "}", Encoding.encode(keys.getOrDefault(key, "")));
      } else if (keys.containsKey(key)) {
        query.add(key.name() + "=" + Encoding.encode(keys.get(key)));
      }
    }
    var pages = listing.paging().pages();
    pages
        .flatMap(Paging.Cursor::limit)
        .ifPresent(limit -> query.add(0, limit + "=" + listing.paging().size()));
    listing.always().forEach((name, values) -> query.add(arrayStyle.write(name, values)));
    for (var parameter : listing.parameters()) {
      if (parameter instanceof Parameter.Choice) {
        query.add(arrayStyle.write(parameter.name(), names));
      } else if (filters.containsKey(parameter)) {
        query.add(parameter.name() + "=" + Encoding.encode(filters.get(parameter)));
      }
    }
    listing.expressions().flatMap(this::asked).ifPresent(query::add);
    order.ifPresent(
        way ->
            way.parameters(listing.paging().order().orElseThrow())
                .forEach((name, value) -> query.add(name + "=" + Encoding.encode(value))));
    listing.timeRange().ifPresent(range -> query.addAll(range(range, cursor.isEmpty(), withEnd)));
    if (cursor.isPresent()
        && listing.paging().next().orElse(null) instanceof Paging.Next.InBody next) {
      query.add(next.parameter() + "=" + Encoding.encode(cursor.get()));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** The expression that is sent: what narrows the list, and what it has in any case. */
  private Optional<String> asked(Expressions expressions) {
    var text =
        expression
            .map(
                narrower ->
                    expressions.always().map(all -> "(" + all + ") and ").orElse("")
                        + narrower.text())
            .or(expressions::always)
            .or(expressions::otherwise);
    var parameter =
        expression.map(Expression::parameter).orElse(expressions.grammars().get(0).parameter());
    return text.map(asked -> parameter + "=" + Encoding.encode(asked));
  }

  private List<String> range(TimeRange range, boolean withStart, boolean withEnd) {
    var bounds = new ArrayList<String>();
    window.ifPresent(
        asked -> {
          if (withStart) {
            bounds.add(range.start() + "=" + text(asked.from().minusMillis(1)));
          }
          if (withEnd) {
            bounds.add(range.end() + "=" + text(asked.to()));
          }
        });
    return bounds;
  }

  static String text(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  @Override
  public List<Check> checks() {
    var checks = new ArrayList<Check>();
    keys.forEach(
        (key, value) -> {
          if (!(resource.required(key.column()).extraction() instanceof Extraction.Bound)) {
            checks.add(Check.oneOf(key.column(), Set.of(value)));
          }
        });
    filters.forEach(
        (parameter, value) ->
            checks.add(
                parameter instanceof Parameter.Element
                    ? Check.first(parameter.column(), value)
                    : Check.oneOf(parameter.column(), Set.of(value))));
    expression.ifPresent(narrower -> checks.addAll(narrower.checks()));
    resource
        .listing()
        .choice()
        .ifPresent(choice -> checks.add(Check.oneOf(choice.column(), Set.copyOf(names))));
    return checks;
  }

  @Override
  public Optional<Lane> lane() {
    return resource.listing().rateLimit().map(this::lane);
  }

  private Lane lane(RateLimit limit) {
    var value =
        keys.entrySet().stream()
            .filter(key -> key.getKey().column().equals(limit.column()))
            .map(Map.Entry::getValue)
            .findFirst();
    return new Lane(limit.group() + " " + value.orElse(""), limit.requestsPerSecond());
  }

  /** The column and window that rows must lie in, if the request asks for a window. */
  public Optional<String> windowColumn() {
    return window.isEmpty()
        ? Optional.empty()
        : resource.listing().timeRange().map(TimeRange::column);
  }

  /** Whether the checks say everything by which the list is narrowed, but for the window. */
  public boolean isToldByChecks() {
    return expression.isEmpty() || expression.get().isExact();
  }

  /** Whether nothing narrows the list, so that its answer holds every object there is. */
  public boolean isWholeList() {
    return keys.isEmpty()
        && filters.isEmpty()
        && names.isEmpty()
        && expression.isEmpty()
        && window.isEmpty();
  }

  /** Whether it is one of the lists that a table has for each key, and nothing else narrows it. */
  public boolean isWholeListOfItsKeys() {
    return !keys.isEmpty()
        && filters.isEmpty()
        && names.isEmpty()
        && expression.isEmpty()
        && window.isEmpty();
  }

  /** Whether nothing but its stretch of time narrows the list. */
  public boolean isWholeOfItsTime() {
    var choice = resource.listing().choice();
    return window.isPresent()
        && keys.isEmpty()
        && filters.isEmpty()
        && expression.isEmpty()
        && names.size() == choice.map(all -> all.names().size()).orElse(0);
  }

  /** The same list without an expression that the service refuses. */
  public ListRequest withoutExpression() {
    return new ListRequest(resource, keys, filters, names, arrayStyle, order, window);
  }

  public ListRequest withNames(List<String> fewer) {
    return new ListRequest(resource, keys, filters, fewer, arrayStyle, expression, order, window);
  }

  /** The same list for another stretch of time. */
  public ListRequest withWindow(Window other) {
    return new ListRequest(
        resource, keys, filters, names, arrayStyle, expression, order, Optional.of(other));
  }

  /** A list that is not bound to a row yet, as EXPLAIN shows it. */
  public String shown() {
    var names = new java.util.HashMap<Scope.Key, String>();
    resource.listing().scopes().get(0).keys().forEach(key -> names.put(key, key.column()));
    return boundTo(names).line();
  }

  /** The list of one row of the parent. */
  public ListRequest boundTo(Map<Scope.Key, String> values) {
    return new ListRequest(resource, values, filters, names, arrayStyle, expression, order, window);
  }

  public ListRequest withoutOrder() {
    return new ListRequest(
        resource, keys, filters, names, arrayStyle, expression, Optional.empty(), window);
  }
}
