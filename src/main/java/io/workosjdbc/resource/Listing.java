package io.workosjdbc.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The endpoint that gives the rows of a resource.
 *
 * @param path with the keys of its scopes in braces
 * @param shape a list, one object or a file
 * @param scopes the sets of keys of which one must be given, the cheapest to fan out over first;
 *     none for a list of everything
 * @param always parameters that are sent with these values, because the service would leave rows
 *     out without them
 * @param expressions what narrows it beside the parameters
 * @param rateLimit how fast the list may be asked for, where it is counted apart
 * @param expectedPages how many pages an unnarrowed list is thought to have until one was read; it
 *     only weighs one access against another
 */
public record Listing(
    String path,
    Shape shape,
    Paging paging,
    List<Scope> scopes,
    List<Parameter> parameters,
    Map<String, List<String>> always,
    Optional<Expressions> expressions,
    Optional<TimeRange> timeRange,
    Optional<RateLimit> rateLimit,
    int expectedPages) {

  /** What an answer holds. */
  public enum Shape {
    LIST,
    /** One object, or none: 404. */
    OBJECT,
    /** A file that the service makes when it is asked to, by POST, and that is fetched later. */
    EXPORT
  }

  public Listing {
    scopes = List.copyOf(scopes);
    parameters = List.copyOf(parameters);
    always = Collections.unmodifiableMap(new TreeMap<>(always));
    if (!path.startsWith("/") || expectedPages < 1) {
      throw new IllegalArgumentException("Bad listing of " + path);
    }
  }

  public static Listing of(String path, Paging paging) {
    return new Listing(
        path,
        Shape.LIST,
        paging,
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        10);
  }

  /** One object a request. */
  public static Listing ofObject(String path) {
    var paging = new Paging(Optional.empty(), Optional.empty(), 1);
    return new Listing(
        path,
        Shape.OBJECT,
        paging,
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** A file of a time range that the service makes; {@code rows} lie in what is read of it. */
  public static Listing ofExport(String path, Paging paging) {
    return new Listing(
        path,
        Shape.EXPORT,
        paging,
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        5);
  }

  public Listing narrowedBy(Parameter... narrowing) {
    return new Listing(
        path,
        shape,
        paging,
        scopes,
        List.of(narrowing),
        always,
        expressions,
        timeRange,
        rateLimit,
        expectedPages);
  }

  /** One of these sets of keys must be given. */
  public Listing per(Scope... alternatives) {
    return new Listing(
        path,
        shape,
        paging,
        List.of(alternatives),
        parameters,
        always,
        expressions,
        timeRange,
        rateLimit,
        1);
  }

  public Listing always(String parameter, String... values) {
    return new Listing(
        path,
        shape,
        paging,
        scopes,
        parameters,
        Map.of(parameter, List.of(values)),
        expressions,
        timeRange,
        rateLimit,
        expectedPages);
  }

  public Listing narrowedBy(Expressions language) {
    return new Listing(
        path,
        shape,
        paging,
        scopes,
        parameters,
        always,
        Optional.of(language),
        timeRange,
        rateLimit,
        expectedPages);
  }

  public Listing within(TimeRange range) {
    return new Listing(
        path,
        shape,
        paging,
        scopes,
        parameters,
        always,
        expressions,
        Optional.of(range),
        rateLimit,
        expectedPages);
  }

  public Listing limitedTo(RateLimit limit) {
    return new Listing(
        path,
        shape,
        paging,
        scopes,
        parameters,
        always,
        expressions,
        timeRange,
        Optional.of(limit),
        expectedPages);
  }

  public Listing expecting(int pages) {
    return new Listing(
        path, shape, paging, scopes, parameters, always, expressions, timeRange, rateLimit, pages);
  }

  /** The keys of all scopes, each once. */
  public List<Scope.Key> keys() {
    return scopes.stream().flatMap(scope -> scope.keys().stream()).distinct().toList();
  }

  /** The parameter that wants names out of a closed set, if the endpoint has one. */
  public Optional<Parameter.Choice> choice() {
    return parameters.stream()
        .filter(Parameter.Choice.class::isInstance)
        .map(Parameter.Choice.class::cast)
        .findFirst();
  }
}
