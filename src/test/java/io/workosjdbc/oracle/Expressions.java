package io.workosjdbc.oracle;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Random expressions over a scope. */
final class Expressions {
  private static final List<Object> NUMBERS = List.of(0L, 1L, 2L, 3L, 7L, 12L);
  private static final List<Object> NO_TEXTS = List.of("none", "", "x");
  private static final List<Object> NO_TIMES = List.of(LocalDateTime.of(2026, 3, 1, 10, 0));

  private final Draft draft;
  private final Dice dice;
  private final Predicates predicates;

  Expressions(Draft draft, Predicates predicates) {
    this.draft = draft;
    this.dice = draft.dice;
    this.predicates = predicates;
  }

  /** A column of that kind, or an expression where there is none. */
  Column column(Scope scope, Kind kind) {
    var some = scope.of(kind);
    if (!some.isEmpty()) {
      return dice.of(some);
    }
    return switch (kind) {
      case TEXT -> new Column("cast(null as varchar)", kind, NO_TEXTS);
      case NUMBER ->
          scope.of(Kind.TEXT).isEmpty()
              ? new Column("cast(null as bigint)", kind, NUMBERS)
              : new Column("char_length(" + column(scope, Kind.TEXT).sql() + ")", kind, NUMBERS);
      case TIME -> new Column("cast(null as timestamp(3))", kind, NO_TIMES);
      case TRUTH -> new Column("cast(null as boolean)", kind, List.of(true, false));
    };
  }

  /** One of the column's values, near one, or another. */
  String value(Column column) {
    return draft.value(column.kind(), samples(column));
  }

  static List<Object> samples(Column column) {
    return switch (column.kind()) {
      case TEXT -> column.samples().isEmpty() ? NO_TEXTS : column.samples();
      case NUMBER -> column.samples().isEmpty() ? NUMBERS : column.samples();
      case TIME -> column.samples().isEmpty() ? NO_TIMES : near(column.samples());
      case TRUTH -> List.of(true, false);
    };
  }

  private static List<Object> near(List<Object> times) {
    var near = new ArrayList<>(times);
    for (var time : times.subList(0, Math.min(3, times.size()))) {
      near.add(((LocalDateTime) time).plusNanos(1_000_000));
      near.add(((LocalDateTime) time).minusNanos(1_000_000));
    }
    return near;
  }

  /** A column, or something made of columns. */
  Column any(Scope scope, Kind kind, int depth) {
    if (depth == 0 || !dice.once(3)) {
      return column(scope, kind);
    }
    var one = any(scope, kind, depth - 1);
    var other = any(scope, kind, depth - 1);
    return switch (dice.upTo(4)) {
      case 0 -> made(kind, one, "coalesce(" + one.sql() + ", " + other.sql() + ")");
      case 1 -> made(kind, one, "coalesce(" + one.sql() + ", " + value(one) + ")");
      case 2 -> made(kind, one, "nullif(" + one.sql() + ", " + value(one) + ")");
      case 3 ->
          made(
              kind,
              one,
              "case when %s then %s %s end"
                  .formatted(
                      predicates.simple(scope, depth - 1),
                      one.sql(),
                      dice.once(3) ? "" : "else " + dice.any(other.sql(), value(one))));
      default -> special(scope, kind, one, other, depth);
    };
  }

  private Column special(Scope scope, Kind kind, Column one, Column other, int depth) {
    return switch (kind) {
      case TEXT -> text(scope, one, other);
      case NUMBER -> number(scope, one, other, depth);
      case TIME ->
          made(
              kind,
              one,
              dice.any(
                      floor(dice.any("day", "hour", "month")),
                      "%s + interval '1' day",
                      "%s - interval '36' hour",
                      "%s + interval '1' month")
                  .replace("%s", one.sql()));
      case TRUTH -> made(kind, one, "(" + predicates.simple(scope, depth - 1) + ")");
    };
  }

  private static String floor(String unit) {
    return Markup.choice("floor(%s to " + unit + ")", "date_trunc('" + unit + "', %s)");
  }

  private Column text(Scope scope, Column one, Column other) {
    return made(
        Kind.TEXT,
        one,
        switch (dice.upTo(5)) {
          case 0 -> "lower(" + one.sql() + ")";
          case 1 -> "upper(" + one.sql() + ")";
          case 2 -> one.sql() + " || '-' || " + other.sql();
          case 3 -> "substring(" + one.sql() + " from 2 for 5)";
          case 4 -> "cast(" + column(scope, Kind.NUMBER).sql() + " as varchar)";
          default -> "trim(" + one.sql() + ")";
        });
  }

  private Column number(Scope scope, Column one, Column other, int depth) {
    var time = column(scope, Kind.TIME).sql();
    return new Column(
        switch (dice.upTo(5)) {
          case 0 -> "char_length(" + any(scope, Kind.TEXT, depth - 1).sql() + ")";
          case 1 -> "extract(" + dice.any("year", "month", "day", "hour") + " from " + time + ")";
          case 2 -> one.sql() + " + " + other.sql();
          case 3 -> one.sql() + " - " + draft.value(Kind.NUMBER, NUMBERS);
          case 4 -> one.sql() + " * 2";
          default ->
              "case when %s then 1 else 0 end".formatted(predicates.simple(scope, depth - 1));
        },
        Kind.NUMBER,
        NUMBERS);
  }

  private static Column made(Kind kind, Column of, String sql) {
    return new Column("(" + sql + ")", kind, of.samples());
  }
}
