package io.workosjdbc.sql;

import static net.jqwik.api.Arbitraries.frequencyOf;
import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.just;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random statements about one table, such that two right answers have the same rows. */
record RandomSql(RandomTable table) {

  /** A piece of SQL and the values of the parameters in it. */
  record Piece(String sql, List<Object> parameters) {
    Piece {
      parameters = List.copyOf(parameters);
    }

    static Piece of(String sql, Object... parameters) {
      return new Piece(sql, List.of(parameters));
    }

    static Piece joined(List<Piece> pieces, String between) {
      var sql = new ArrayList<String>();
      var parameters = new ArrayList<Object>();
      for (var piece : pieces) {
        sql.add(piece.sql());
        parameters.addAll(piece.parameters());
      }
      return new Piece("(" + String.join(between, sql) + ")", parameters);
    }
  }

  /** How a statement's rows are compared. */
  enum Comparison {
    IN_ORDER,
    IN_ANY_ORDER,
    COUNT
  }

  /** A whole statement. */
  record Statement(Piece piece, Comparison comparison) {}

  private record Tail(String select, String orderBy, Comparison comparison) {}

  Arbitrary<Statement> statements() {
    return Combinators.combine(tails(), predicates(3))
        .as(
            (tail, where) ->
                new Statement(
                    new Piece(
                        "select "
                            + tail.select()
                            + " from "
                            + table.name()
                            + " where "
                            + where.sql()
                            + tail.orderBy(),
                        where.parameters()),
                    tail.comparison()));
  }

  private Arbitrary<Tail> tails() {
    var limits = integers().between(0, 6).map(rows -> rows == 0 ? "" : " limit " + rows);
    return frequencyOf(
        Tuple.of(3, projections().map(columns -> new Tail(columns, "", Comparison.IN_ANY_ORDER))),
        Tuple.of(1, just(new Tail("count(*)", "", Comparison.IN_ORDER))),
        Tuple.of(1, just(new Tail("*", "", Comparison.IN_ANY_ORDER))),
        Tuple.of(1, projections().map(columns -> new Tail(columns, " limit 3", Comparison.COUNT))),
        Tuple.of(
            1,
            groupings()
                .map(
                    column ->
                        new Tail(
                            column + ", count(*), min(" + table.key() + ")",
                            " group by " + column,
                            Comparison.IN_ANY_ORDER))),
        Tuple.of(
            3,
            Combinators.combine(projections(), Arbitraries.of("", " desc"), limits)
                .as(
                    (columns, direction, limit) ->
                        new Tail(
                            columns,
                            " order by " + time() + direction + ", " + table.key() + limit,
                            Comparison.IN_ORDER))),
        Tuple.of(
            2,
            Combinators.combine(
                    Arbitraries.of("", " desc"), limits, Arbitraries.of("", " offset 2"))
                .as(
                    (direction, limit, offset) ->
                        new Tail(
                            time(),
                            " order by " + time() + direction + limit + offset,
                            Comparison.IN_ORDER))));
  }

  /** The column by which the list may be sorted; of tables without one, another. */
  private String time() {
    return table.hasTime() ? "created_at" : table.key();
  }

  private Arbitrary<String> projections() {
    return Arbitraries.of(table.columns())
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .uniqueElements()
        .map(columns -> String.join(", ", columns));
  }

  private Arbitrary<String> groupings() {
    return Arbitraries.of(table.columns()).filter(column -> !column.equals(table.key()));
  }

  private Arbitrary<Piece> predicates(int depth) {
    var leaves = Arbitraries.oneOf(table.predicates());
    if (depth == 0) {
      return leaves;
    }
    var inner = predicates(depth - 1).list().ofMinSize(1).ofMaxSize(3);
    return frequencyOf(
        Tuple.of(3, leaves),
        Tuple.of(3, inner.map(pieces -> Piece.joined(pieces, " and "))),
        Tuple.of(2, inner.map(pieces -> Piece.joined(pieces, " or "))),
        Tuple.of(
            1,
            predicates(depth - 1)
                .map(piece -> new Piece("not (" + piece.sql() + ")", piece.parameters()))));
  }
}
