package io.workosjdbc.sql;

import io.workosjdbc.sql.RandomSql.Comparison;
import io.workosjdbc.sql.RandomSql.Piece;
import io.workosjdbc.sql.RandomSql.Statement;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random statements about two or three tables that share keys. */
final class RandomJoin {
  /** A table, and how it is joined to the one before it. */
  private record Step(String table, String left, String right) {}

  private static final List<List<Step>> WAYS =
      List.of(
          List.of(
              new Step("workos_connection", "", ""),
              new Step("workos_organization", "organization_id", "id")),
          List.of(
              new Step("workos_organization", "", ""),
              new Step("workos_directory", "id", "organization_id")),
          List.of(
              new Step("workos_directory", "", ""),
              new Step("workos_connection", "organization_id", "organization_id")),
          List.of(
              new Step("workos_auth_event", "", ""),
              new Step("workos_connection", "connection_id", "id")),
          List.of(
              new Step("workos_organization", "", ""),
              new Step("workos_auth_event", "id", "organization_id")),
          List.of(
              new Step("workos_auth_event", "", ""),
              new Step("workos_organization", "organization_id", "id"),
              new Step("workos_connection", "id", "organization_id")),
          List.of(
              new Step("workos_directory", "", ""),
              new Step("workos_organization", "organization_id", "id"),
              new Step("workos_connection", "id", "organization_id")));

  private RandomJoin() {}

  static Arbitrary<Statement> statements(List<RandomTable> tables) {
    return Arbitraries.of(WAYS)
        .flatMap(
            way ->
                Combinators.combine(
                        Arbitraries.of(
                            "join",
                            "left join",
                            "right join",
                            "full join",
                            "in",
                            "not in",
                            "exists",
                            "not exists",
                            "count"),
                        filtered(tables, way.get(0)),
                        filtered(tables, way.get(1)),
                        Arbitraries.of(true, false))
                    .as((kind, left, right, more) -> statement(way, kind, left, right, more)));
  }

  private static Arbitrary<Piece> filtered(List<RandomTable> tables, Step step) {
    var table =
        tables.stream().filter(each -> each.name().equals(step.table())).findFirst().orElseThrow();
    return Arbitraries.oneOf(table.predicates())
        .map(
            predicate ->
                new Piece(
                    "(select * from " + step.table() + " where " + predicate.sql() + ")",
                    predicate.parameters()))
        .injectDuplicates(0.1)
        .optional(0.7)
        .map(piece -> piece.orElse(Piece.of(step.table())));
  }

  private static Statement statement(
      List<Step> way, String kind, Piece left, Piece right, boolean more) {
    var parameters = new java.util.ArrayList<>(left.parameters());
    var step = way.get(1);
    var on = "a." + step.left() + " = b." + step.right();
    String sql =
        switch (kind) {
          case "in", "not in" ->
              "select a.id from %s a where a.%s %s (select b.%s from %s b where b.%s is not null)"
                  .formatted(
                      left.sql(), step.left(), kind, step.right(), right.sql(), step.right());
          case "exists", "not exists" ->
              "select a.id from %s a where %s (select 1 from %s b where %s)"
                  .formatted(left.sql(), kind, right.sql(), on);
          case "count" ->
              "select a.id, (select count(*) from %s b where %s) from %s a"
                  .formatted(right.sql(), on, left.sql());
          default -> join(way, kind, left, right, on, more);
        };
    if (kind.equals("count")) {
      parameters.addAll(0, right.parameters());
    } else {
      parameters.addAll(right.parameters());
    }
    return new Statement(new Piece(sql, parameters), Comparison.IN_ANY_ORDER);
  }

  private static String join(
      List<Step> way, String kind, Piece left, Piece right, String on, boolean more) {
    var sql = "select a.id, b.id%s from %s a %s %s b on %s";
    var two = sql.formatted("%s", left.sql(), kind, right.sql(), on);
    if (way.size() < 3 || !more) {
      return two.replace("%s", "");
    }
    var third = way.get(2);
    return two.replace("%s", ", c.id")
        + " join %s c on b.%s = c.%s".formatted(third.table(), third.left(), third.right());
  }
}
