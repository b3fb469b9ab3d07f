package io.workosjdbc.request;

import io.workosjdbc.request.Condition.All;
import io.workosjdbc.request.Condition.Any;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.resource.Expressions.Operator;
import io.workosjdbc.resource.Extraction.Derived;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.resource.SingleGet;
import io.workosjdbc.resource.TimeRange;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reduces a condition to what can change the requests for a table, or what is taken of its answers
 * out of a cache.
 *
 * @param equal columns of which equality matters
 * @param named columns that the names of a {@link Parameter.Choice} determine
 * @param times columns of which comparisons with instants matter
 * @param alike columns of which the texts that begin them or that they hold matter
 * @param isStored whether answers are kept column by column, so that a condition on any of them
 *     saves reading
 */
record Useful(
    Set<String> equal, Set<String> named, Set<String> times, Set<String> alike, boolean isStored) {

  static Useful of(Resource resource, boolean pushdown) {
    var time = resource.listing().timeRange().stream().map(TimeRange::column);
    if (!pushdown) {
      var ranges = time.collect(Collectors.toSet());
      return new Useful(needed(resource), Set.of(), ranges, Set.of(), false);
    }
    var equal =
        Stream.of(
                resource.singleGets().stream().map(SingleGet::column),
                resource.listing().scopes().stream()
                    .flatMap(scope -> scope.keys().stream())
                    .map(Scope.Key::column),
                resource.listing().parameters().stream()
                    .filter(parameter -> !(parameter instanceof Parameter.Choice))
                    .map(Parameter::column),
                expressed(resource, Operator.EQUAL))
            .flatMap(columns -> columns)
            .collect(Collectors.toSet());
    var times = Stream.concat(time, expressed(resource, Operator.RANGE));
    var alike =
        Stream.concat(
            expressed(resource, Operator.BEGINS_WITH), expressed(resource, Operator.CONTAINS));
    return new Useful(
        equal,
        named(resource),
        times.collect(Collectors.toSet()),
        alike.collect(Collectors.toSet()),
        resource.listing().timeRange().isPresent());
  }

  private static Stream<String> expressed(Resource resource, Operator operator) {
    return resource.listing().expressions().stream()
        .flatMap(expressions -> expressions.columns(operator).stream());
  }

  /** Keys that no table lists are asked for in any case. */
  private static Set<String> needed(Resource resource) {
    return resource.listing().scopes().stream()
        .filter(scope -> scope.parent().isEmpty())
        .flatMap(scope -> scope.keys().stream())
        .map(Scope.Key::column)
        .collect(Collectors.toSet());
  }

  private static Set<String> named(Resource resource) {
    return resource.listing().choice().stream()
        .flatMap(
            choice ->
                Stream.concat(
                    Stream.of(choice.column()),
                    resource.columns().stream()
                        .filter(
                            column ->
                                column.extraction() instanceof Derived derived
                                    && derived.column().equals(choice.column()))
                        .map(column -> column.name())))
        .collect(Collectors.toSet());
  }

  /** The part of the condition that matters; what is left out may hold or not. */
  Condition part(Condition condition) {
    if (condition instanceof All all) {
      return all.conditions().stream().map(this::part).reduce(Condition.anything(), Condition::and);
    }
    if (condition instanceof Any any) {
      var parts = any.conditions().stream().map(this::part).distinct().toList();
      return parts.contains(Condition.anything()) ? Condition.anything() : new Any(parts);
    }
    return matters(condition) ? condition : Condition.anything();
  }

  private boolean matters(Condition condition) {
    if (isStored && !(condition instanceof Condition.OneOf)) {
      return true;
    }
    if (condition instanceof Compare compare) {
      return named.contains(compare.column())
          || times.contains(compare.column())
          || (compare.operator() == Condition.Operator.EQUAL && equal.contains(compare.column()));
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return equal.contains(oneOf.column());
    }
    if (condition instanceof Condition.Like like) {
      return named.contains(like.column()) || alike.contains(like.column());
    }
    if (condition instanceof Condition.IsNull isNull) {
      return named.contains(isNull.column());
    }
    return condition instanceof Condition.IsNotNull isNotNull && named.contains(isNotNull.column());
  }
}
