package io.workosjdbc.request;

import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;

/** Tells which plans read a list from its beginning to its end, and what would help. */
final class WholeLists {

  private WholeLists() {}

  /** Why a plan is refused where whole lists may not be read; empty if it reads none. */
  static Optional<String> refusal(
      Resource resource, Condition condition, Wish wish, AccessPlan plan, RequestPlanner planner) {
    if (wish.isLimitSure() || isNarrowed(resource, condition, planner)) {
      return Optional.empty();
    }
    var whole =
        plan.fanOut().isPresent()
            ? Optional.of(
                "read %s of every %s (%s)"
                    .formatted(
                        resource.table(),
                        plan.fanOut().get().parent().table(),
                        String.join(", ", plan.fanOut().get().shown())))
            : plan.requests().stream()
                .filter(request -> isWhole(request, condition))
                .findFirst()
                .map(request -> "read all of %s (%s)".formatted(resource.table(), request.line()));
    return whole.map(
        what -> "pushdown=require: the statement would " + what + ". " + help(resource, planner));
  }

  /** Whether there are values to ask for; that the list is read all the same saves requests. */
  private static boolean isNarrowed(
      Resource resource, Condition condition, RequestPlanner planner) {
    return planner.bindable(resource).stream()
        .anyMatch(column -> TextValues.of(condition, column).isPresent());
  }

  private static boolean isWhole(Request request, Condition condition) {
    return request instanceof ListRequest list
        && list.keys().isEmpty()
        && list.filters().isEmpty()
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
    var columns = new TreeSet<>(planner.bindable(resource));
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
}
