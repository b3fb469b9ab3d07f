package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import java.util.OptionalLong;

/** What earlier scans taught about the size of lists. */
@FunctionalInterface
public interface Sizes {
  /** How many rows the whole list of a resource has, once it was read to its end. */
  OptionalLong rows(Resource resource);

  Sizes UNKNOWN = resource -> OptionalLong.empty();
}
