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
  record Step(String table, String left, String right) {}

  /** How the tables of WorkOS are joined. */
  static final List<List<Step>> WORKOS =
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

  /** How the tables of Okta are joined. */
  static final List<List<Step>> OKTA =
      List.of(
          List.of(new Step("okta_auth_event", "", ""), new Step("okta_user", "actor_id", "id")),
          List.of(new Step("okta_user", "", ""), new Step("okta_group_member", "id", "user_id")),
          List.of(
              new Step("okta_group", "", ""),
              new Step("okta_group_member", "id", "group_id"),
              new Step("okta_user", "user_id", "id")),
          List.of(
              new Step("okta_application", "", ""),
              new Step("okta_application_user", "id", "application_id")),
          List.of(new Step("okta_user", "", ""), new Step("okta_log_event", "id", "actor_id")));

  private final List<RandomTable> tables;
  private final List<Step> way;

  private RandomJoin(List<RandomTable> tables, List<Step> way) {
    this.tables = tables;
    this.way = way;
  }

  static Arbitrary<Statement> statements(List<RandomTable> tables, List<List<Step>> ways) {
    return Arbitraries.of(ways)
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
                    .as(
                        (kind, left, right, more) ->
                            new RandomJoin(tables, way).statement(kind, left, right, more)));
  }

  private static RandomTable table(List<RandomTable> tables, Step step) {
    return tables.stream()
        .filter(each -> each.name().equals(step.table()))
        .findFirst()
        .orElseThrow();
  }

  /** The column that tells the rows of a table on the way apart. */
  private String key(int step) {
    return table(tables, way.get(step)).key();
  }

  private static Arbitrary<Piece> filtered(List<RandomTable> tables, Step step) {
    return Arbitraries.oneOf(table(tables, step).predicates())
        .map(
            predicate ->
                new Piece(
                    "(select * from " + step.table() + " where " + predicate.sql() + ")",
                    predicate.parameters()))
        .injectDuplicates(0.1)
        .optional(0.7)
        .map(piece -> piece.orElse(Piece.of(step.table())));
  }

  private Statement statement(String kind, Piece left, Piece right, boolean more) {
    var parameters = new java.util.ArrayList<>(left.parameters());
    var step = way.get(1);
    var on = "a." + step.left() + " = b." + step.right();
    String sql =
        switch (kind) {
          case "in", "not in" ->
              "select a.%s from %s a where a.%s %s (select b.%s from %s b where b.%s is not null)"
                  .formatted(
                      key(0),
                      left.sql(),
                      step.left(),
                      kind,
                      step.right(),
                      right.sql(),
                      step.right());
          case "exists", "not exists" ->
              "select a.%s from %s a where %s (select 1 from %s b where %s)"
                  .formatted(key(0), left.sql(), kind, right.sql(), on);
          case "count" ->
              "select a.%s, (select count(*) from %s b where %s) from %s a"
                  .formatted(key(0), right.sql(), on, left.sql());
          default -> join(kind, left, right, on, more);
        };
    if (kind.equals("count")) {
      parameters.addAll(0, right.parameters());
    } else {
      parameters.addAll(right.parameters());
    }
    return new Statement(new Piece(sql, parameters), Comparison.IN_ANY_ORDER);
  }

  private String join(String kind, Piece left, Piece right, String on, boolean more) {
    boolean three = way.size() == 3 && more;
    var two =
        "select a.%s, b.%s%s from %s a %s %s b on %s"
            .formatted(
                key(0), key(1), three ? ", c." + key(2) : "", left.sql(), kind, right.sql(), on);
    if (!three) {
      return two;
    }
    var third = way.get(2);
    return two + " join %s c on b.%s = c.%s".formatted(third.table(), third.left(), third.right());
  }
}
