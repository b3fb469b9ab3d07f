package io.workosjdbc.request;

import io.workosjdbc.resource.Extraction.Derived;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Narrows the names of a {@link Parameter.Choice} to those that a condition allows. */
final class Names {

  private Names() {}

  /**
   * The names for which the condition can hold, knowing what follows from a name: the value of the
   * chosen column itself and of every column derived from it.
   */
  static List<String> of(Resource resource, Parameter.Choice choice, Condition condition) {
    return choice.names().stream()
        .filter(name -> new Possibility(known(resource, choice, name)).of(condition))
        .toList();
  }

  private static Map<String, Optional<String>> known(
      Resource resource, Parameter.Choice choice, String name) {
    var known = new HashMap<String, Optional<String>>();
    known.put(choice.column(), Optional.of(name));
    for (var column : resource.columns()) {
      if (column.extraction() instanceof Derived derived
          && derived.column().equals(choice.column())) {
        var value = Optional.ofNullable(derived.values().get(name));
        if (value.isPresent() || derived.otherwise().candidates().isEmpty()) {
          known.put(column.name(), value);
        }
      }
    }
    return known;
  }
}
