package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.List;
import java.util.Optional;

/**
 * The requests that together give every row for which a condition can hold.
 *
 * @param requests in the order in which their rows are wanted; none when no row can exist
 * @param fanOut the lists to read for each row of another table, when the SQL does not give keys
 * @param order the direction in which the rows of all requests together are sorted by the list's
 *     sort column, if that was wished for and can be had
 * @param refusal why this cannot be read at all, and what to add to the SQL
 * @param lost what of it is too old to be had
 */
public record AccessPlan(
    List<Request> requests,
    Optional<FanOut> fanOut,
    Optional<Direction> order,
    Optional<String> refusal,
    Optional<Lost> lost) {

  static final AccessPlan NOTHING = of(List.of(), Optional.empty());

  /**
   * Lists for each row of a parent.
   *
   * @param parentPlan how the parent's rows are read
   * @param lists those of a row, not yet bound to it: one, or more where a filter has several
   *     values
   */
  public record FanOut(
      Scope scope, Resource parent, AccessPlan parentPlan, List<ListRequest> lists) {
    public FanOut {
      lists = List.copyOf(lists);
    }

    /** Whose lists they are. */
    public Resource resource() {
      return lists.get(0).resource();
    }

    /** The lists for people, with the names of the keys in place of a row's. */
    public List<String> shown() {
      return lists.stream().map(ListRequest::shown).toList();
    }
  }

  /** A stretch of time of which nobody has the rows any more. */
  public record Lost(Resource resource, Window window) {}

  public AccessPlan {
    requests = List.copyOf(requests);
  }

  public static AccessPlan of(List<Request> requests, Optional<Direction> order) {
    return new AccessPlan(requests, Optional.empty(), order, Optional.empty(), Optional.empty());
  }

  static AccessPlan of(FanOut fanOut) {
    return new AccessPlan(
        List.of(), Optional.of(fanOut), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static AccessPlan refused(String why) {
    return new AccessPlan(
        List.of(), Optional.empty(), Optional.empty(), Optional.of(why), Optional.empty());
  }

  AccessPlan without(Optional<Lost> stretch) {
    return new AccessPlan(requests, fanOut, order, refusal, stretch);
  }

  /** Whether it is certain that there are no rows. */
  public boolean isNothing() {
    return requests.isEmpty() && fanOut.isEmpty() && refusal.isEmpty();
  }
}
