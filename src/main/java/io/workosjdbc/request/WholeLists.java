package io.workosjdbc.request;

import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tells which plans read a list from its beginning to its end, and what would help. */
final class WholeLists {

  private WholeLists() {}

  /** Why a plan is refused where whole lists may not be read; empty if it reads none. */
  static Optional<String> refusal(
      Resource resource, Condition condition, Wish wish, AccessPlan plan, RequestPlanner planner) {
    return wish.isLimitSure()
        ? Optional.empty()
        : whole(resource, condition, plan)
            .map(
                what ->
                    "pushdown=require: the statement would "
                        + what
                        + ". "
                        + help(resource, planner));
  }

  /** The whole list that a plan reads, in words. */
  private static Optional<String> whole(Resource resource, Condition condition, AccessPlan plan) {
    if (plan.fanOut().isPresent()) {
      var fanOut = plan.fanOut().get();
      var onParent = Keys.onParent(fanOut.scope(), condition);
      return whole(fanOut.parent(), onParent, fanOut.parentPlan())
          .map(
              unused ->
                  "read %s of every %s (%s)"
                      .formatted(
                          resource.table(),
                          fanOut.parent().table(),
                          String.join(", ", fanOut.shown())));
    }
    return plan.requests().stream()
        .filter(request -> isWhole(request, condition))
        .findFirst()
        .filter(request -> !couldBeNarrowed(resource, condition))
        .map(request -> "read all of %s (%s)".formatted(resource.table(), request.line()));
  }

  /** Whether there are values to ask for; that the list is read all the same saves requests. */
  private static boolean couldBeNarrowed(Resource resource, Condition condition) {
    return resource.singleGets().stream()
            .anyMatch(get -> TextValues.of(condition, get.column()).isPresent())
        || !Filters.of(resource, condition, Long.MAX_VALUE).equals(List.of(Map.of()))
        || !Narrowing.of(resource, condition, Long.MAX_VALUE).isEmpty();
  }

  private static boolean isWhole(Request request, Condition condition) {
    return request instanceof ListRequest list
        && list.keys().isEmpty()
        && list.filters().isEmpty()
        && list.expression().isEmpty()
        && list.resource()
            .listing()
            .choice()
            .map(choice -> list.names().size() == choice.names().size())
            .orElse(true)
        && list.resource()
            .listing()
            .timeRange()
            .map(range -> Notices.isOpen(condition, range.column()))
            .orElse(true);
  }

  private static String help(Resource resource, RequestPlanner planner) {
    var columns = new TreeSet<String>();
    planner.bindable(resource).stream()
        .filter(column -> helps(resource, column, planner))
        .forEach(columns::add);
    resource.listing().choice().map(Parameter::column).ifPresent(columns::add);
    var ways = new ArrayList<String>();
    if (!columns.isEmpty()) {
      ways.add("a condition with = or IN on " + String.join(" or ", columns));
    }
    resource
        .listing()
        .timeRange()
        .ifPresent(range -> ways.add("a lower bound of " + range.column()));
    ways.add("a LIMIT without a filter");
    return "What would help: " + String.join(", or ", ways) + ". pushdown=on allows it";
  }

  /** Whether nothing is read as a whole where one column is given. */
  private static boolean helps(Resource resource, String column, RequestPlanner planner) {
    var value = new Operand.Placeholder(column);
    var given = Condition.Compare.of(column, Condition.Operator.EQUAL, value);
    return whole(resource, given, planner.plan(resource, given, Wish.NONE, Instant.EPOCH))
        .isEmpty();
  }
}
