package io.workosjdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random queries, each with columns c1, c2, ... of given kinds. */
final class Selects {
  private final Draft draft;
  private final Dice dice;
  private final Sources sources;
  private final Predicates predicates;
  private final Expressions expressions;

  Selects(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
    this.sources = new Sources(draft);
    this.predicates = sources.predicates();
    this.expressions = predicates.expressions();
  }

  static Question question(Dice dice, List<Table> tables) {
    var draft = new Draft(dice, tables);
    return new Selects(draft).question();
  }

  private Question question() {
    var kinds =
        IntStream.rangeClosed(0, dice.upTo(3))
            .mapToObj(each -> dice.any(Kind.TEXT, Kind.TEXT, Kind.NUMBER, Kind.TIME, Kind.TRUTH))
            .toList();
    var markup = dice.once(4) ? set(kinds, 1) : dice.once(8) ? with(kinds) : select(kinds);
    var sorted = new ArrayList<Integer>();
    var nulls = new ArrayList<Boolean>();
    var order = new ArrayList<String>();
    if (dice.once(2)) {
      for (int column : dice.some(IntStream.rangeClosed(1, kinds.size()).boxed().toList(), 1, 2)) {
        boolean descending = dice.once(2);
        int rule = dice.upTo(5);
        boolean first = rule == 0 || (rule > 1 && descending);
        sorted.add(descending ? -column : column);
        nulls.add(first);
        order.add(
            column
                + (descending ? " desc" : "")
                + (rule == 0 ? " nulls first" : rule == 1 ? " nulls last" : ""));
      }
    }
    int limit = dice.once(3) ? dice.any(0, 1, 2, 5, 20, 150) : -1;
    int offset = limit >= 0 && dice.once(3) ? dice.any(1, 3, 30) : 0;
    var tail =
        (order.isEmpty() ? "" : " order by " + String.join(", ", order))
            + (limit < 0 ? "" : " limit " + limit)
            + (offset == 0 ? "" : " offset " + offset);
    return new Question(markup, List.copyOf(draft.values), tail, sorted, nulls, offset, limit);
  }

  private String set(List<Kind> kinds, int depth) {
    var left = depth > 0 && dice.once(4) ? "(" + set(kinds, depth - 1) + ")" : select(kinds);
    var right = select(kinds);
    return switch (dice.upTo(6)) {
      case 0, 1 -> left + " union all " + right;
      case 2, 3 -> left + " union " + right;
      case 4 -> left + " except " + right;
      case 5 -> left + " intersect " + right;
      default -> all(kinds, left, right, dice.any("except", "intersect"));
    };
  }

  /** The oracle has no EXCEPT ALL: it numbers the rows that are alike. */
  private String all(List<Kind> kinds, String left, String right, String operation) {
    var columns = names(kinds);
    var numbered = "select %s, row_number() over (partition by %s) as n from (%s) x";
    return Markup.choice(
        left + " " + operation + " all " + right,
        "select %s from (%s %s %s) y"
            .formatted(
                columns,
                numbered.formatted(columns, columns, left),
                operation,
                numbered.formatted(columns, columns, right)));
  }

  private static String names(List<Kind> kinds) {
    return IntStream.rangeClosed(1, kinds.size())
        .mapToObj(at -> "c" + at)
        .collect(Collectors.joining(", "));
  }

  /** A query that reads another one twice. */
  private String with(List<Kind> kinds) {
    var name = draft.name("w");
    var body = select(kinds);
    var one = draft.name("t");
    var other = draft.name("t");
    var columns =
        IntStream.rangeClosed(1, kinds.size())
            .mapToObj(at -> (at % 2 == 0 ? one : other) + ".c" + at + " as c" + at)
            .collect(Collectors.joining(", "));
    return ("with %s as (select distinct %s from (%s) x) select %s from"
            + " (select * from %s order by %s limit 60) %s %s (select * from %s order by %s"
            + " limit 60) %s on %s.c1 = %s.c1")
        .formatted(
            name,
            names(kinds),
            body,
            columns,
            name,
            names(kinds),
            one,
            dice.any("join", "left join"),
            name,
            names(kinds),
            other,
            one,
            other);
  }

  private String select(List<Kind> kinds) {
    var scope = sources.from();
    var where = dice.once(4) ? "" : " where " + predicates.any(scope, 2);
    return switch (dice.upTo(11)) {
      case 0, 1 -> grouped(scope, where, kinds);
      case 2 -> rolledUp(scope, where, kinds);
      case 3 ->
          "select "
              + listed(new Windows(draft, expressions).items(scope, kinds))
              + " from "
              + scope.from()
              + where;
      case 4 -> aggregate(scope, where, kinds);
      case 5 -> plain("select distinct ", scope, where, kinds);
      default -> plain("select ", scope, where, kinds);
    };
  }

  private String plain(String select, Scope scope, String where, List<Kind> kinds) {
    var items = new ArrayList<String>();
    for (var kind : kinds) {
      boolean scalar =
          kind == Kind.NUMBER && select.equals("select ") && scope.rows() < 3000 && dice.once(4);
      items.add(scalar ? count(scope) : expressions.any(scope, kind, 2).sql());
    }
    return select + listed(items) + " from " + scope.from() + where;
  }

  /** How many rows of another table belong to a row of this one. */
  private String count(Scope scope) {
    var inner = sources.table(sources.smallEnough(scope.rows()), draft.name("s"));
    var pairs = Pairs.of(scope.columns(), inner.columns());
    if (pairs.isEmpty()) {
      return "0";
    }
    var pair = dice.of(pairs);
    return "(select %s from %s where %s = %s%s)"
        .formatted(
            dice.any(
                "count(*)",
                "count(distinct " + dice.of(inner.columns()).sql() + ")",
                "coalesce(max(char_length("
                    + expressions.column(inner, Kind.TEXT).sql()
                    + ")), -1)"),
            inner.from(),
            pair.inner().sql(),
            pair.outer().sql(),
            dice.once(3) ? " and " + predicates.simple(inner, 1) : "");
  }

  private static String listed(List<String> items) {
    return IntStream.range(0, items.size())
        .mapToObj(at -> items.get(at) + " as c" + (at + 1))
        .collect(Collectors.joining(", "));
  }

  private String grouped(Scope scope, String where, List<Kind> kinds) {
    var items = new ArrayList<String>();
    var groups = new ArrayList<String>();
    draft.fix();
    for (var kind : kinds) {
      if (kind == Kind.NUMBER || dice.once(3)) {
        items.add(call(scope, kind));
      } else {
        var group = expressions.any(scope, kind, 1).sql();
        items.add(group);
        groups.add(group);
      }
    }
    draft.unfix();
    if (groups.isEmpty()) {
      groups.add(expressions.column(scope, Kind.TEXT).sql());
    }
    return "select %s from %s%s group by %s%s"
        .formatted(listed(items), scope.from(), where, String.join(", ", groups), having(scope));
  }

  private String having(Scope scope) {
    return switch (dice.upTo(5)) {
      case 0 -> " having count(*) " + dice.any(">", "=", "<=") + " " + (1 + dice.upTo(4));
      case 1 -> " having " + predicate(call(scope, Kind.TEXT), scope, Kind.TEXT);
      case 2 -> " having " + predicate(call(scope, Kind.TIME), scope, Kind.TIME);
      default -> "";
    };
  }

  private String predicate(String call, Scope scope, Kind kind) {
    return call + " " + dice.any(">=", "<", "<>") + " " + expressions.value(column(scope, kind));
  }

  private Column column(Scope scope, Kind kind) {
    return expressions.column(scope, kind);
  }

  /** An aggregate. */
  private String call(Scope scope, Kind kind) {
    var of = expressions.any(scope, kind, 1).sql();
    var filter = dice.once(6) ? " filter (where " + predicates.simple(scope, 1) + ")" : "";
    if (kind == Kind.TRUTH) {
      return "(count(*)" + filter + " > " + (1 + dice.upTo(5)) + ")";
    }
    if (kind != Kind.NUMBER) {
      return dice.any("min", "max") + "(" + of + ")" + filter;
    }
    var some = dice.of(scope.columns()).sql();
    return dice.any(
            "count(*)",
            "count(" + some + ")",
            "count(distinct " + some + ")",
            "sum(" + of + ")",
            "min(" + of + ")",
            "max(" + of + ")")
        + filter;
  }

  private String aggregate(Scope scope, String where, List<Kind> kinds) {
    var items = kinds.stream().map(kind -> call(scope, kind)).toList();
    return "select "
        + listed(items)
        + " from "
        + scope.from()
        + where
        + (dice.once(4) ? " having count(*) > " + dice.upTo(2) : "");
  }

  /** The oracle has no ROLLUP: it unites the groupings. */
  private String rolledUp(Scope scope, String where, List<Kind> kinds) {
    draft.fix();
    var groups = dice.some(scope.columns(), 1, 2).stream().map(Column::sql).toList();
    var calls = new ArrayList<String>();
    var sets = new ArrayList<List<String>>();
    for (int size = groups.size(); size >= 0; size--) {
      sets.add(new ArrayList<>());
    }
    for (var kind : kinds) {
      var group =
          scope.columns().stream()
              .filter(each -> each.kind() == kind && groups.contains(each.sql()))
              .findFirst();
      var ours = group.map(Column::sql).orElseGet(() -> call(scope, kind));
      calls.add(ours);
      for (int set = 0; set < sets.size(); set++) {
        boolean gone = group.isPresent() && groups.indexOf(ours) >= groups.size() - set;
        sets.get(set).add(gone ? kind.literal(null) : ours);
      }
    }
    draft.unfix();
    var tail = " from " + scope.from() + where;
    var oracle =
        IntStream.range(0, sets.size())
            .mapToObj(
                set ->
                    "select "
                        + listed(sets.get(set))
                        + tail
                        + (set == groups.size()
                            ? " having true"
                            : " group by "
                                + String.join(", ", groups.subList(0, groups.size() - set))))
            .collect(Collectors.joining(" union all "));
    return Markup.choice(
        "select " + listed(calls) + tail + " group by rollup(" + String.join(", ", groups) + ")",
        "select " + names(kinds) + " from (" + oracle + ") r");
  }
}
