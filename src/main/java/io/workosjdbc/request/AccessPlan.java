package io.workosjdbc.request;

import java.util.List;
import java.util.Optional;

/**
 * The requests that together give every row for which a condition can hold.
 *
 * @param requests in the order in which their rows are wanted; none when no row can exist
 * @param order the direction in which the rows of all requests together are sorted by the list's
 *     sort column, if that was wished for and can be had
 */
public record AccessPlan(List<Request> requests, Optional<Direction> order) {
  public AccessPlan {
    requests = List.copyOf(requests);
  }

  static final AccessPlan NOTHING = new AccessPlan(List.of(), Optional.empty());
}
