package io.workosjdbc.resource;

import java.util.List;
import java.util.Optional;

/**
 * The list endpoint of a resource.
 *
 * @param expectedPages how many pages an unnarrowed list is thought to have until one was read; it
 *     only weighs one access against another
 */
public record Listing(
    String path,
    Paging paging,
    List<Parameter> parameters,
    Optional<TimeRange> timeRange,
    int expectedPages) {

  public Listing {
    parameters = List.copyOf(parameters);
    if (!path.startsWith("/") || expectedPages < 1) {
      throw new IllegalArgumentException("Bad listing of " + path);
    }
  }

  public static Listing of(String path, Paging paging) {
    return new Listing(path, paging, List.of(), Optional.empty(), 10);
  }

  public Listing narrowedBy(Parameter... narrowing) {
    return new Listing(path, paging, List.of(narrowing), timeRange, expectedPages);
  }

  public Listing within(TimeRange range) {
    return new Listing(path, paging, parameters, Optional.of(range), expectedPages);
  }

  public Listing expecting(int pages) {
    return new Listing(path, paging, parameters, timeRange, pages);
  }

  /** The parameter that wants names out of a closed set, if the endpoint has one. */
  public Optional<Parameter.Choice> choice() {
    return parameters.stream()
        .filter(Parameter.Choice.class::isInstance)
        .map(Parameter.Choice.class::cast)
        .findFirst();
  }
}
