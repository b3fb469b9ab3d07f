package io.workosjdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random conditions over a scope. */
final class Predicates {
  private static final List<String> OPERATORS = List.of("=", "=", "=", "<>", "<", "<=", ">", ">=");

  private final Draft draft;
  private final Dice dice;
  private final Expressions expressions;
  private final Sources sources;

  Predicates(Draft draft, Sources sources) {
    this.draft = draft;
    this.dice = draft.dice;
    this.sources = sources;
    this.expressions = new Expressions(draft, this);
  }

  Expressions expressions() {
    return expressions;
  }

  /** One that may have queries in it. */
  String any(Scope scope, int depth) {
    return tree(scope, depth, true);
  }

  /** One without queries. */
  String simple(Scope scope, int depth) {
    return tree(scope, Math.max(0, depth), false);
  }

  private String tree(Scope scope, int depth, boolean queries) {
    if (depth == 0 || dice.once(3)) {
      return queries && dice.once(3) ? query(scope) : leaf(scope);
    }
    return switch (dice.upTo(7)) {
      case 0, 1, 2 -> joined(scope, depth, queries, " and ");
      case 3, 4 -> joined(scope, depth, queries, " or ");
      case 5 -> "not (" + tree(scope, depth - 1, queries) + ")";
      case 6 ->
          "(%s) is %s%s"
              .formatted(
                  tree(scope, depth - 1, false), dice.any("", "not "), dice.any("true", "false"));
      default -> "(" + tree(scope, depth - 1, false) + ") is " + dice.any("", "not ") + "unknown";
    };
  }

  private String joined(Scope scope, int depth, boolean queries, String by) {
    return IntStream.rangeClosed(0, 1 + dice.upTo(1))
        .mapToObj(each -> tree(scope, depth - 1, queries))
        .collect(Collectors.joining(by, "(", ")"));
  }

  private String leaf(Scope scope) {
    var kind =
        dice.any(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.TIME, Kind.TIME, Kind.NUMBER);
    if (dice.once(12)) {
      return truth(scope);
    }
    var column = expressions.any(scope, kind, dice.once(4) ? 1 : 0);
    return switch (dice.upTo(kind == Kind.TEXT ? 11 : 8)) {
      case 0, 1, 2 -> column.sql() + " " + dice.of(OPERATORS) + " " + expressions.value(column);
      case 3 -> expressions.value(column) + " " + dice.of(OPERATORS) + " " + column.sql();
      case 4 -> in(column);
      case 5 ->
          "%s %sbetween %s and %s"
              .formatted(
                  column.sql(),
                  dice.once(4) ? "not " : "",
                  expressions.value(column),
                  expressions.value(column));
      case 6 -> column.sql() + " is " + dice.any("", "not ") + "null";
      case 7 ->
          "%s is %sdistinct from %s"
              .formatted(
                  column.sql(),
                  dice.any("", "not "),
                  dice.any(expressions.value(column), expressions.column(scope, kind).sql()));
      case 8 ->
          column.sql() + " " + dice.of(OPERATORS) + " " + expressions.column(scope, kind).sql();
      case 9, 10 -> like(column);
      default ->
          "%s(%s) = %s"
              .formatted(dice.any("lower", "upper"), column.sql(), expressions.value(column));
    };
  }

  private String truth(Scope scope) {
    var column = expressions.column(scope, Kind.TRUTH).sql();
    return dice.any(
        column,
        "not " + column,
        column + " is true",
        column + " is not true",
        column + " is not false",
        column + " = true",
        column + " <> true",
        column + " is null");
  }

  private String in(Column column) {
    int count = dice.once(4) ? 1 + dice.upTo(29) : 1 + dice.upTo(3);
    var list =
        IntStream.range(0, count)
            .mapToObj(each -> expressions.value(column))
            .collect(Collectors.toCollection(ArrayList::new));
    if (dice.once(8)) {
      list.add("null");
    }
    return "%s %sin (%s)"
        .formatted(column.sql(), dice.once(3) ? "not " : "", String.join(", ", list));
  }

  private String like(Column column) {
    var text = (String) dice.of(Expressions.samples(column));
    int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
    var begin = text.substring(0, middle);
    var pattern =
        dice.any(
            text,
            begin + "%",
            "%" + text.substring(middle),
            "%" + text.substring(middle / 2, middle) + "%",
            "_%",
            "%",
            text.isEmpty() ? "" : "_" + text.substring(text.offsetByCodePoints(0, 1)));
    var not = dice.once(4) ? "not " : "";
    if (dice.once(3)) {
      var escaped = begin.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
      return column.sql() + " " + not + "like " + placed(escaped) + " escape '!'";
    }
    var plain = pattern.replace("\\", "_");
    return column.sql() + " " + not + dice.any("like", "like", "ilike") + " " + placed(plain);
  }

  private String placed(String pattern) {
    return draft.value(Kind.TEXT, List.of(pattern));
  }

  /** A condition with a query in it. */
  private String query(Scope scope) {
    var table = sources.smallEnough(scope.rows());
    var inner = sources.table(table, draft.name("s"));
    var pairs = Pairs.of(scope.columns(), inner.columns());
    if (pairs.isEmpty()) {
      return leaf(scope);
    }
    var pair = dice.of(pairs);
    var where = dice.once(2) ? " where " + simple(inner, 1) : "";
    var and = (where.isEmpty() ? " where " : where + " and ");
    var on = pair.inner().sql() + " = " + pair.outer().sql();
    return switch (dice.upTo(7)) {
      case 0, 1 ->
          "%s %sin (select %s from %s%s)"
              .formatted(
                  pair.outer().sql(),
                  dice.any("", "not "),
                  pair.inner().sql(),
                  inner.from(),
                  where + sources.limit(inner));
      case 2, 3 ->
          "%sexists (select %s from %s%s%s)"
              .formatted(
                  dice.any("", "not "),
                  dice.any("1", "*"),
                  inner.from(),
                  and,
                  on + more(scope, inner));
      case 4 ->
          "(select count(*) from %s%s%s) %s %d"
              .formatted(inner.from(), and, on, dice.of(OPERATORS), dice.upTo(3));
      case 5 ->
          "%s = (select %s(%s) from %s%s)"
              .formatted(
                  pair.outer().sql(),
                  dice.any("min", "max"),
                  pair.inner().sql(),
                  inner.from(),
                  where);
      case 6 ->
          "%s %s %s (select %s from %s%s)"
              .formatted(
                  pair.outer().sql(),
                  dice.any("<", ">=", "=", "<>"),
                  dice.any("all", "any"),
                  pair.inner().sql(),
                  inner.from(),
                  where);
      default ->
          "%s %sin (select %s from %s%s%s)"
              .formatted(
                  pair.outer().sql(),
                  dice.any("", "not "),
                  pair.inner().sql(),
                  inner.from(),
                  and,
                  correlated(scope, inner));
    };
  }

  private String more(Scope scope, Scope inner) {
    return dice.once(3) ? " and " + correlated(scope, inner) : "";
  }

  /** A condition on columns of both. */
  private String correlated(Scope outer, Scope inner) {
    var kind = dice.any(Kind.TEXT, Kind.TIME);
    return expressions.column(inner, kind).sql()
        + " "
        + dice.any("=", "<", ">=", "<>")
        + " "
        + expressions.column(outer, kind).sql();
  }
}
