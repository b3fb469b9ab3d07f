package io.workosjdbc.request;

import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the parameter values to ask a list for, one list for each combination. */
final class Filters {

  private Filters() {}

  /**
   * The combinations that cover a condition: one empty combination when no parameter helps, none
   * when no row can exist.
   *
   * @param widest how many combinations still pay
   */
  static List<Map<Parameter, String>> of(Resource resource, Condition condition, long widest) {
    List<Map<Parameter, String>> combinations = List.of(Map.of());
    for (var parameter : resource.listing().parameters()) {
      var values = values(parameter, condition);
      if (values.isPresent() && (long) combinations.size() * values.get().size() <= widest) {
        combinations = product(combinations, parameter, values.get());
      }
    }
    return combinations;
  }

  /** The values to send for a parameter; empty (the Optional) when it cannot be sent. */
  private static Optional<Set<String>> values(Parameter parameter, Condition condition) {
    if (parameter instanceof Parameter.Choice) {
      return Optional.empty();
    }
    var operands = TextValues.of(condition, parameter.column());
    if (operands.isEmpty()) {
      return Optional.empty();
    }
    var values = new LinkedHashSet<String>();
    for (var operand : operands.get()) {
      var value = operand.toString();
      if (parameter instanceof Parameter.Element) {
        value = Check.firstOf(value);
      }
      if (!isUnderstood(parameter, operand) || !Encoding.fits(value)) {
        return Optional.empty();
      }
      values.add(value);
    }
    return values.contains("") ? Optional.empty() : Optional.of(values);
  }

  private static boolean isUnderstood(Parameter parameter, Operand operand) {
    return !(parameter instanceof Parameter.Equality equality)
        || equality.accepted().isEmpty()
        || !(operand instanceof Operand.Value)
        || equality.accepted().contains(operand.toString());
  }

  private static List<Map<Parameter, String>> product(
      List<Map<Parameter, String>> combinations, Parameter parameter, Set<String> values) {
    var product = new ArrayList<Map<Parameter, String>>();
    for (var combination : combinations) {
      for (var value : values) {
        var longer = new HashMap<>(combination);
        longer.put(parameter, value);
        product.add(longer);
      }
    }
    return product;
  }
}
