package io.workosjdbc.oracle;

import java.util.List;
import java.util.stream.Collectors;

/** Random window functions, such that rows which are alike for them get the same values. */
final class Windows {
  private final Draft draft;
  private final Dice dice;
  private final Expressions expressions;

  Windows(Draft draft, Expressions expressions) {
    this.draft = draft;
    this.dice = draft.dice;
    this.expressions = expressions;
  }

  List<String> items(Scope scope, List<Kind> kinds) {
    draft.fix();
    var items = kinds.stream().map(kind -> window(scope, kind)).toList();
    draft.unfix();
    return items;
  }

  private String window(Scope scope, Kind kind) {
    if (kind == Kind.TRUTH || scope.of(kind).isEmpty() || dice.once(3)) {
      return expressions.any(scope, kind, 1).sql();
    }
    var partition = dice.once(2) ? "partition by " + dice.of(scope.columns()).sql() : "";
    var order =
        " order by "
            + dice.of(scope.columns()).sql()
            + dice.any("", " desc")
            + dice.any(" nulls first", " nulls last");
    var of = expressions.column(scope, kind).sql();
    if (kind != Kind.NUMBER) {
      return "%s(%s) over (%s%s)"
          .formatted(dice.any("min", "max"), of, partition, dice.any("", order));
    }
    var whole =
        dice.any("count(*)", "sum(" + of + ")", "count(" + of + ")", "max(" + of + ")")
            + " over (%s%s)".formatted(partition, dice.any("", order));
    var ranked = dice.any("rank()", "dense_rank()") + " over (%s%s)".formatted(partition, order);
    if (scope.key().isEmpty()) {
      return dice.any(whole, ranked);
    }
    var unique =
        order
            + ", "
            + scope.key().stream().collect(Collectors.joining(" nulls first, "))
            + " nulls first";
    return dice.any(
        whole,
        ranked,
        "row_number() over (" + partition + unique + ")",
        "lag(%s) over (%s%s)".formatted(of, partition, unique),
        "sum(%s) over (%s%s rows between 1 preceding and current row)"
            .formatted(of, partition, unique),
        "first_value(%s) over (%s%s)".formatted(of, partition, unique),
        "nth_value(%s, 2) over (%s%s)".formatted(of, partition, unique));
  }
}
