package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What earlier scans taught about the size of lists. */
@FunctionalInterface
public interface Sizes {
  /** How many rows the whole list of a resource has, once it was read to its end. */
  OptionalLong rows(Resource resource);

  /** How many rows an hour of a list with a time range has on average, once some were read. */
  default OptionalDouble rowsPerHour(Resource resource) {
    return OptionalDouble.empty();
  }

  /**
   * How many rows a list has on average that belongs to a key, once some were read to their end.
   */
  default OptionalDouble rowsPerKey(Resource resource) {
    return OptionalDouble.empty();
  }

  Sizes UNKNOWN = resource -> OptionalLong.empty();
}
