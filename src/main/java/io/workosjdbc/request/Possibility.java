package io.workosjdbc.request;

import io.workosjdbc.request.Condition.All;
import io.workosjdbc.request.Condition.Any;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.IsNotNull;
import io.workosjdbc.request.Condition.IsNull;
import io.workosjdbc.request.Condition.Like;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a condition can be true of a row of which only some columns are known.
 *
 * @param known the known columns; an empty value is NULL. About a column that is not a key, nothing
 *     is known
 */
record Possibility(Map<String, Optional<String>> known) {

  boolean of(Condition condition) {
    if (condition instanceof All all) {
      return all.conditions().stream().allMatch(this::of);
    }
    if (condition instanceof Any any) {
      return any.conditions().stream().anyMatch(this::of);
    }
    if (condition instanceof Compare compare) {
      return !known.containsKey(compare.column()) || compare(compare);
    }
    if (condition instanceof Like like) {
      return !known.containsKey(like.column()) || like(like);
    }
    if (condition instanceof IsNull isNull) {
      return !known.containsKey(isNull.column()) || value(isNull.column()).isEmpty();
    }
    return !(condition instanceof IsNotNull isNotNull)
        || !known.containsKey(isNotNull.column())
        || value(isNotNull.column()).isPresent();
  }

  private Optional<String> value(String column) {
    return known.getOrDefault(column, Optional.empty());
  }

  private boolean compare(Compare compare) {
    var left = value(compare.column());
    if (left.isEmpty() || compare.operand() instanceof Operand.Null) {
      return false;
    }
    if (!(compare.operand() instanceof Operand.Value right)) {
      return true;
    }
    int order = left.get().compareTo(right.value().toString());
    return switch (compare.operator()) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  private boolean like(Like like) {
    var text = value(like.column());
    if (text.isEmpty() || like.pattern() instanceof Operand.Null) {
      return false;
    }
    return !(like.pattern() instanceof Operand.Value pattern)
        || LikePattern.of(pattern.value().toString(), like.escape(), like.caseSensitive())
            .matches(text.get());
  }
}
