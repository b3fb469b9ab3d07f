package io.workosjdbc.fetch;

import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Listing;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says that a list is empty because the service does not know what it was narrowed by. */
final class UnknownParent {

  private UnknownParent() {}

  /**
   * What to tell the user of a request that the service has nothing to answer with. Of an object
   * there may be none, whatever it belongs to.
   */
  static Optional<String> of(Request request) {
    if (!(request instanceof ListRequest list)
        || list.resource().listing().shape() == Listing.Shape.OBJECT) {
      return Optional.empty();
    }
    var narrowed =
        Stream.concat(
                list.keys().entrySet().stream()
                    .map(key -> key.getKey().column() + " " + key.getValue()),
                list.filters().entrySet().stream()
                    .map(filter -> filter.getKey().column() + " " + filter.getValue()))
            .sorted()
            .collect(Collectors.joining(" and "));
    return narrowed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The API does not know %s, so it gave no rows of %s for it; if that was deleted, rows of it may have been lost"
                .formatted(narrowed, list.resource().table()));
  }
}
