package io.workosjdbc.request;

import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a whole answer may be smaller than it looks. */
final class Notices {

  private Notices() {}

  /** What to tell who has read everything for which a condition can hold. */
  static List<String> of(Resource resource, Condition condition, AccessPlan plan, Reach reach) {
    return Stream.concat(
            resource.listing().choice().stream()
                .flatMap(choice -> unknown(resource, choice, condition).stream()),
            plan.isNothing() ? Stream.empty() : lookback(resource, condition, reach).stream())
        .toList();
  }

  /**
   * A list that wants names has no rows of others, which may be misspelt, or newer than the driver.
   */
  private static Optional<String> unknown(
      Resource resource, Parameter.Choice choice, Condition condition) {
    var unknown =
        TextValues.of(condition, choice.column()).stream()
            .flatMap(Set::stream)
            .filter(Operand.Value.class::isInstance)
            .map(Operand::toString)
            .filter(value -> !choice.names().contains(value))
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      return Optional.of(
          "%s has no rows whose %s is %s: the API is asked for the %d that the driver knows"
              .formatted(resource.table(), choice.column(), unknown, choice.names().size()));
    }
    return Optional.of(
            "No %s that the driver knows fits the condition on %s, so the API was not asked"
                .formatted(choice.column(), resource.table()))
        .filter(text -> Names.of(resource, choice, condition).isEmpty());
  }

  private static Optional<String> lookback(Resource resource, Condition condition, Reach reach) {
    return resource
        .listing()
        .timeRange()
        .filter(range -> isOpen(condition, range.column()))
        .map(
            range ->
                "%s has no lower bound of %s, so only rows of the last %s were read (property lookback)"
                    .formatted(resource.table(), range.column(), days(reach.lookback())));
  }

  /** Whether any instant is early enough. */
  static boolean isOpen(Condition condition, String column) {
    var instants = TimeValues.of(condition, column);
    return !instants.isEmpty() && !instants.span().hasLowerBound();
  }

  private static String days(Duration duration) {
    return duration.toDays() > 0 && duration.equals(Duration.ofDays(duration.toDays()))
        ? duration.toDays() + "d"
        : duration.toString();
  }
}
