package io.workosjdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random FROM clauses. */
final class Sources {
  private static final long MOST_ROWS = 60_000;
  private static final long MOST_PAIRS = 2_000_000;

  private final Draft draft;
  private final Dice dice;
  private final Predicates predicates;

  Sources(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice;
    this.predicates = new Predicates(draft, this);
  }

  Predicates predicates() {
    return predicates;
  }

  Scope table(Table table, String alias) {
    return new Scope(
        table.name() + " " + alias,
        table.columns().stream().map(each -> each.as(alias + "." + each.sql())).toList(),
        table.key().stream().map(each -> alias + "." + each).toList(),
        table.rows());
  }

  /** A table which compared row by row with so many rows takes no minutes. */
  Table smallEnough(long rows) {
    var small = draft.tables.stream().filter(table -> table.rows() * rows <= MOST_PAIRS).toList();
    return small.isEmpty() ? draft.tables.get(0) : dice.of(small);
  }

  /** The first rows by key, at times; a key makes them the same ones everywhere. */
  String limit(Scope scope) {
    if (scope.key().isEmpty() || !dice.once(6)) {
      return "";
    }
    var times = scope.of(Kind.TIME);
    var first = times.isEmpty() || dice.once(2) ? "" : dice.of(times).sql() + direction() + ", ";
    return " order by "
        + first
        + String.join(direction() + ", ", scope.key())
        + direction()
        + (dice.once(2) ? " limit " + (1 + dice.upTo(20)) : " limit 9 offset " + dice.upTo(5));
  }

  private String direction() {
    return dice.any("", " desc");
  }

  /** One to four tables. */
  Scope from() {
    int tables = dice.any(1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, dice.any(3, 4));
    var scope = item();
    for (int each = 1; each < tables; each++) {
      scope = joined(scope);
    }
    return scope;
  }

  private Scope item() {
    var table = dice.of(draft.tables);
    return dice.once(4) ? derived(table) : table(table, draft.name("t"));
  }

  /** A query over one table: some columns, some rows. */
  private Scope derived(Table table) {
    var inner = table(table, draft.name("t"));
    var alias = draft.name("d");
    var chosen = dice.some(inner.columns(), 1, 5);
    var key = inner.columns().stream().filter(each -> inner.key().contains(each.sql())).toList();
    if (dice.once(2)) {
      key.stream().filter(each -> !chosen.contains(each)).forEach(chosen::add);
    }
    var names = chosen.stream().map(each -> draft.name("c")).toList();
    var items = new ArrayList<String>();
    var columns = new ArrayList<Column>();
    for (int at = 0; at < chosen.size(); at++) {
      items.add(chosen.get(at).sql() + " as " + names.get(at));
      columns.add(chosen.get(at).as(alias + "." + names.get(at)));
    }
    var where = dice.once(2) ? " where " + predicates.simple(inner, 1) : "";
    var outerKey =
        chosen.containsAll(key)
            ? key.stream().map(each -> alias + "." + names.get(chosen.indexOf(each))).toList()
            : List.<String>of();
    return new Scope(
        "(select %s from %s%s%s) %s"
            .formatted(String.join(", ", items), inner.from(), where, limit(inner), alias),
        columns,
        outerKey,
        inner.rows());
  }

  private Scope joined(Scope left) {
    for (int tries = 0; tries < 8; tries++) {
      var right = item();
      var pairs = Pairs.of(left.columns(), right.columns());
      if (pairs.isEmpty()) {
        continue;
      }
      var pair = dice.of(pairs);
      long most = most(left, right, pair);
      if (most > MOST_ROWS) {
        continue;
      }
      var kind =
          dice.any("join", "join", "join", "left join", "left join", "right join", "full join");
      var condition = on(left, right, pair);
      if (kind.equals("full join")) {
        return left.rows() * right.rows() > MOST_PAIRS ? left : full(left, right, condition, most);
      }
      return left.and(
          right, left.from() + " " + kind + " " + right.from() + " on " + condition, most);
    }
    return left;
  }

  private long most(Scope left, Scope right, Pairs pair) {
    long distinct =
        Math.max(1, Math.max(pair.outer().samples().size(), pair.inner().samples().size()));
    return Math.max(left.rows() + right.rows(), left.rows() * right.rows() / distinct);
  }

  private String on(Scope left, Scope right, Pairs pair) {
    var equal =
        dice.once(2)
            ? pair.outer().sql() + " = " + pair.inner().sql()
            : pair.inner().sql() + " = " + pair.outer().sql();
    return switch (dice.upTo(9)) {
      case 0 -> equal + " and " + predicates.simple(right, 1);
      case 1 -> equal + " and " + predicates.simple(left, 1);
      case 2 -> {
        var both = left.and(right, "", 0);
        yield equal + " and " + predicates.simple(both, 1);
      }
      case 3 -> {
        var second = dice.of(Pairs.of(left.columns(), right.columns()));
        yield equal + " and " + second.outer().sql() + " = " + second.inner().sql();
      }
      case 4 ->
          left.rows() * right.rows() > MOST_PAIRS
              ? equal
              : pair.outer().sql() + " is not distinct from " + pair.inner().sql();
      default -> equal;
    };
  }

  /** The oracle has no full join: it gives the left join's rows, and those that it leaves out. */
  private Scope full(Scope left, Scope right, String condition, long most) {
    var alias = draft.name("f");
    var columns = Stream.concat(left.columns().stream(), right.columns().stream()).toList();
    var names = columns.stream().map(each -> draft.name("c")).toList();
    var all = new ArrayList<String>();
    var rest = new ArrayList<String>();
    for (int at = 0; at < columns.size(); at++) {
      var column = columns.get(at);
      all.add(column.sql() + " as " + names.get(at));
      rest.add(at < left.columns().size() ? column.kind().literal(null) : column.sql());
    }
    var head = "select " + String.join(", ", all) + " from " + left.from();
    var tail = right.from() + " on " + condition;
    var oracle =
        "%s left join %s union all select %s from %s where not exists (select 1 from %s where %s)"
            .formatted(head, tail, String.join(", ", rest), right.from(), left.from(), condition);
    var outer = new ArrayList<Column>();
    for (int at = 0; at < columns.size(); at++) {
      outer.add(columns.get(at).as(alias + "." + names.get(at)));
    }
    var key =
        left.key().isEmpty() || right.key().isEmpty()
            ? List.<String>of()
            : Stream.concat(left.key().stream(), right.key().stream())
                .map(each -> index(columns, each))
                .map(at -> alias + "." + names.get(at))
                .collect(Collectors.toList());
    return new Scope(
        Markup.choice("(" + head + " full join " + tail + ")", "(" + oracle + ")") + " " + alias,
        outer,
        key,
        most);
  }

  private static int index(List<Column> columns, String sql) {
    return columns.stream().map(Column::sql).toList().indexOf(sql);
  }
}
