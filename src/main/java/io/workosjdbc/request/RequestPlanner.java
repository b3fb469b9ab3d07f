package io.workosjdbc.request;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.SingleGet;
import io.workosjdbc.resource.Source;
import io.workosjdbc.resource.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds the fewest requests that cover a condition. The rows that they give are never fewer than
 * those for which the condition holds; they may be more, because the filter stays above.
 *
 * @param source where the tables are found whose rows others belong to
 * @param pushdown false asks for whole lists only; a time range's lower bound still decides how far
 *     back to read, so that both settings answer the same
 * @param exports whether the service may be asked to make files
 */
public record RequestPlanner(
    Source source,
    Reach reach,
    ArrayStyle arrayStyle,
    Sizes sizes,
    boolean pushdown,
    boolean exports) {

  /** No IN list becomes more requests than this. */
  private static final int WIDEST_FAN_OUT = 100;

  /** A planner that has the service make no files. */
  public RequestPlanner(
      Source source, Reach reach, ArrayStyle arrayStyle, Sizes sizes, boolean pushdown) {
    this(source, reach, arrayStyle, sizes, pushdown, false);
  }

  /** The same planner, having the service make files or not. */
  public RequestPlanner withExports(boolean allowed) {
    return new RequestPlanner(source, reach, arrayStyle, sizes, pushdown, allowed);
  }

  /** The requests for a table, a bound condition, and what the SQL above it would like. */
  public AccessPlan plan(Resource resource, Condition condition, Wish wish, Instant now) {
    if (resource.listing().shape() == Listing.Shape.EXPORT) {
      return exports
          ? Exports.of(resource, condition, reach, now)
          : AccessPlan.refused(Refusals.notAllowed(resource));
    }
    var best = lists(resource, condition, wish, now);
    if (pushdown) {
      for (var endpoint : resource.singleGets()) {
        var byKey = byKey(resource, endpoint, condition);
        if (byKey.isPresent() && requests(byKey.get()) <= requests(best)) {
          best = byKey.get();
        }
      }
    }
    return best;
  }

  /** The same planner, reading as far back as the service goes where nothing says how far. */
  public RequestPlanner withoutLookback() {
    return new RequestPlanner(source, Reach.FARTHEST, arrayStyle, sizes, pushdown, exports);
  }

  /** The part of a condition that can change the requests for a table. */
  public Condition useful(Resource resource, Condition condition) {
    return Useful.of(resource, pushdown).part(condition);
  }

  /** Why the rows of a plan may be fewer than one thinks, although they are all there are. */
  public List<String> notices(
      Resource resource, Condition condition, AccessPlan plan, Instant now) {
    return Notices.of(resource, condition, plan, reach, now);
  }

  /** Why a plan is refused where whole lists may not be read; empty if it reads none. */
  public Optional<String> wholeList(
      Resource resource, Condition condition, Wish wish, AccessPlan plan) {
    return WholeLists.refusal(resource, condition, wish, plan, this);
  }

  /** The columns whose values can be asked for. */
  public Set<String> bindable(Resource resource) {
    return Useful.of(resource, pushdown).equal();
  }

  private double requests(AccessPlan plan) {
    return Estimate.of(plan, sizes, OptionalLong.empty()).requests();
  }

  private static Optional<AccessPlan> byKey(
      Resource resource, SingleGet endpoint, Condition condition) {
    return TextValues.of(condition, endpoint.column())
        .filter(values -> values.size() <= WIDEST_FAN_OUT)
        .filter(values -> values.stream().allMatch(each -> Encoding.fitsPath(each.toString())))
        .map(
            values ->
                AccessPlan.of(
                    values.stream()
                        .<Request>map(each -> new GetRequest(resource, endpoint, each.toString()))
                        .toList(),
                    Optional.empty()));
  }

  private AccessPlan lists(Resource resource, Condition condition, Wish wish, Instant now) {
    var names = names(resource, condition);
    var filters =
        pushdown
            ? Filters.of(resource, condition, widestFanOut(resource))
            : List.of(Map.<Parameter, String>of());
    var expressions = expressions(resource, condition);
    boolean isOne = filters.size() == 1 && expressions.size() == 1;
    var order = isOne ? wish.order() : Optional.<Direction>empty();
    var windows = windows(resource, condition, order, now);
    if (resource.listing().choice().isPresent() && names.isEmpty()) {
      return AccessPlan.NOTHING;
    }
    var lists = new ArrayList<ListRequest>();
    for (var combination : filters) {
      for (var expression : expressions) {
        for (var window : windows) {
          lists.add(
              new ListRequest(
                  resource,
                  Map.of(),
                  combination,
                  names,
                  arrayStyle,
                  expression,
                  asked(resource, window, order),
                  window));
        }
      }
    }
    var plan =
        resource.listing().scopes().isEmpty()
            ? AccessPlan.of(List.copyOf(lists), order)
            : scoped(resource, condition, lists, order, now);
    return plan.without(lost(resource, condition, now));
  }

  private Optional<AccessPlan.Lost> lost(Resource resource, Condition condition, Instant now) {
    return resource
        .listing()
        .timeRange()
        .flatMap(range -> Intervals.unreachable(range, condition, reach, now))
        .map(window -> new AccessPlan.Lost(resource, window));
  }

  /** The lists of the keys that the condition gives, else those of every row of the parent. */
  private AccessPlan scoped(
      Resource resource,
      Condition condition,
      List<ListRequest> lists,
      Optional<Direction> order,
      Instant now) {
    var keys = Keys.of(resource, condition);
    if (lists.isEmpty()) {
      return AccessPlan.NOTHING;
    }
    if (keys.isPresent()) {
      var requests = new ArrayList<Request>();
      keys.get().forEach(each -> lists.forEach(list -> requests.add(list.boundTo(each))));
      return AccessPlan.of(requests, requests.size() == 1 ? order : Optional.empty());
    }
    var scope = resource.listing().scopes().get(0);
    if (scope.parent().isEmpty()) {
      return AccessPlan.refused(Refusals.unbound(resource, scope));
    }
    var parent = source.resource(scope.parent().get()).orElseThrow();
    var parents = plan(parent, Keys.onParent(scope, condition), Wish.NONE, now);
    var unsorted = lists.stream().map(ListRequest::withoutOrder).toList();
    return AccessPlan.of(new AccessPlan.FanOut(scope, parent, parents, unsorted));
  }

  /**
   * Lists with a time range always say their direction, because their default is in doubt. Nobody
   * having wished for one, the newest come first where the service sorts.
   */
  private static Optional<Direction> asked(
      Resource resource, Optional<Window> window, Optional<Direction> order) {
    var usual = keepsOrder(resource) ? Direction.DESCENDING : Direction.ASCENDING;
    return window.isPresent() ? Optional.of(order.orElse(usual)) : order;
  }

  private static boolean keepsOrder(Resource resource) {
    return resource.listing().paging().order().filter(Paging.Order::isKept).isPresent();
  }

  /** The expressions to ask for, one list for each; an empty one when the list is not narrowed. */
  private List<Optional<Expression>> expressions(Resource resource, Condition condition) {
    var expressions =
        pushdown
            ? Narrowing.of(resource, condition, widestFanOut(resource))
            : List.<Expression>of();
    return expressions.isEmpty()
        ? List.of(Optional.empty())
        : expressions.stream().map(Optional::of).toList();
  }

  private List<String> names(Resource resource, Condition condition) {
    return resource
        .listing()
        .choice()
        .map(choice -> pushdown ? Names.of(resource, choice, condition) : choice.names())
        .orElse(List.of());
  }

  private long widestFanOut(Resource resource) {
    double pages =
        sizes.rows(resource).orElse(0) == 0
            ? resource.listing().expectedPages()
            : Math.ceil(
                (double) sizes.rows(resource).getAsLong() / resource.listing().paging().size());
    return (long) Math.min(WIDEST_FAN_OUT, pages);
  }

  /**
   * The windows in the order in which their rows are wanted; one empty one without a time range.
   */
  private List<Optional<Window>> windows(
      Resource resource, Condition condition, Optional<Direction> order, Instant now) {
    if (resource.listing().timeRange().isEmpty()) {
      return List.of(Optional.empty());
    }
    var range = resource.listing().timeRange().get();
    var intervals =
        new ArrayList<>(
            pushdown
                ? Intervals.of(range, condition, reach, now)
                : List.of(Intervals.whole(range, condition, reach, now)));
    if (!order.equals(Optional.of(Direction.ASCENDING))) {
      Collections.reverse(intervals);
    }
    return intervals.stream()
        .flatMap(interval -> cut(interval, range, order, keepsOrder(resource)).stream())
        .map(Optional::of)
        .toList();
  }

  /** One millisecond less than the widest, which the request adds at its start. */
  private static List<Window> cut(
      Window interval, TimeRange range, Optional<Direction> order, boolean isKept) {
    var widest = range.widest().minusMillis(1);
    if (order.isEmpty() || (isKept && order.get() == Direction.DESCENDING)) {
      return Windows.newestFirst(interval, widest);
    }
    return switch (order.get()) {
      case ASCENDING -> Windows.oldestFirst(interval, widest);
      case DESCENDING -> Windows.growing(interval, widest);
    };
  }
}
