package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the keys of scoped lists in a condition. */
final class Keys {

  private Keys() {}

  /**
   * The combinations of keys that the condition leaves, of the scope for which they are fewest, or
   * else of the one that says most; empty when it does not give all keys of any scope.
   */
  static Optional<List<Map<Scope.Key, String>>> of(Resource resource, Condition condition) {
    return resource.listing().scopes().stream()
        .sorted(Comparator.comparingInt((Scope scope) -> scope.keys().size()).reversed())
        .flatMap(scope -> combinations(scope, condition).stream())
        .min(Comparator.comparingInt(List::size));
  }

  private static Optional<List<Map<Scope.Key, String>>> combinations(
      Scope scope, Condition condition) {
    List<Map<Scope.Key, String>> combinations = List.of(Map.of());
    for (var key : scope.keys()) {
      var values = values(key, condition);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      combinations = product(combinations, key, values.get());
    }
    return Optional.of(combinations);
  }

  /** A value that cannot stand in a path or parameter names nothing. */
  private static Optional<Set<Operand>> values(Scope.Key key, Condition condition) {
    return TextValues.of(condition, key.column());
  }

  private static List<Map<Scope.Key, String>> product(
      List<Map<Scope.Key, String>> combinations, Scope.Key key, Set<Operand> values) {
    var product = new ArrayList<Map<Scope.Key, String>>();
    for (var combination : combinations) {
      for (var value : values) {
        if (Encoding.fitsPath(value.toString())) {
          var longer = new LinkedHashMap<>(combination);
          longer.put(key, value.toString());
          product.add(longer);
        }
      }
    }
    return product;
  }

  /** What the condition says of the parent's rows: the keys that it gives. */
  static Condition onParent(Scope scope, Condition condition) {
    var parent = Condition.anything();
    for (var key : scope.keys()) {
      var values = TextValues.of(condition, key.column());
      if (values.isPresent()) {
        parent =
            parent.and(
                new Condition.Any(
                    values.get().stream()
                        .<Condition>map(
                            value ->
                                Condition.Compare.of(
                                    key.parentColumn(), Condition.Operator.EQUAL, value))
                        .toList()));
      }
    }
    return parent;
  }
}
