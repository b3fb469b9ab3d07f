package io.workosjdbc.sql;

import io.workosjdbc.sql.RandomSql.Piece;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random predicates about one column. */
final class RandomPredicates {
  private static final List<String> OPERATORS = List.of("=", "=", "=", "<>", "<", "<=", ">", ">=");

  private RandomPredicates() {}

  static Arbitrary<Piece> ofText(String column, List<String> values) {
    var value = Arbitraries.of(values);
    var literal = value.map(RandomPredicates::quoted);
    var operator = Arbitraries.of(OPERATORS);
    var pattern = value.flatMap(RandomPredicates::patterns).map(RandomPredicates::quoted);
    return Arbitraries.oneOf(
        Combinators.combine(operator, literal).as((op, text) -> column(column, op + " " + text)),
        Combinators.combine(operator, literal).as((op, text) -> Piece.of(text + op + column)),
        Combinators.combine(operator, value)
            .as((op, text) -> Piece.of(column + " " + op + " ?", text)),
        in(column, literal),
        Combinators.combine(Arbitraries.of("", "not "), Arbitraries.of("like", "ilike"), pattern)
            .as((not, like, text) -> column(column, not + like + " " + text)),
        pattern.map(text -> Piece.of(column + " like ?", unquoted(text))),
        Combinators.combine(literal, literal)
            .as((low, high) -> column(column, "between " + low + " and " + high)),
        Combinators.combine(Arbitraries.of("lower", "upper", "trim"), literal)
            .as((function, text) -> Piece.of(function + "(" + column + ") = " + text)),
        Combinators.combine(Arbitraries.of(9, 200), literal)
            .as(
                (length, text) ->
                    Piece.of("cast(" + column + " as varchar(" + length + ")) = " + text)),
        literal.map(text -> Piece.of("coalesce(" + column + ", 'active') = " + text)),
        literal.map(text -> column(column, "is not distinct from " + text)),
        literal.map(text -> Piece.of("(" + column + " = " + text + ") is not true")),
        nulls(column));
  }

  static Arbitrary<Piece> ofTime(String column, List<String> values) {
    var value = Arbitraries.of(values);
    var literal = value.map(text -> "timestamp '" + text + "'");
    var day = value.map(text -> "date '" + text.substring(0, 10) + "'");
    var operator = Arbitraries.of(OPERATORS);
    var ago =
        Arbitraries.of(1, 8, 33, 61, 100)
            .map(d -> "current_timestamp - interval '" + d + "' day(3)");
    var unit =
        Arbitraries.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");
    return Arbitraries.oneOf(
        Combinators.combine(operator, literal).as((op, time) -> column(column, op + " " + time)),
        Combinators.combine(operator, literal).as((op, time) -> Piece.of(time + op + column)),
        Combinators.combine(operator, value)
            .as((op, text) -> Piece.of(column + " " + op + " ?", timestamp(text))),
        Combinators.combine(operator, ago).as((op, time) -> column(column, op + " " + time)),
        Combinators.combine(operator, day).as((op, date) -> column(column, op + " " + date)),
        Combinators.combine(operator, day)
            .as((op, date) -> Piece.of("cast(" + column + " as date) " + op + " " + date)),
        Combinators.combine(operator, unit, literal)
            .as(
                (op, to, time) ->
                    Piece.of("floor(" + column + " to " + to + ") " + op + " " + time)),
        Combinators.combine(unit, literal)
            .as(
                (to, time) ->
                    Piece.of(
                        "floor(" + column + " to " + to + ") = floor(" + time + " to " + to + ")")),
        Combinators.combine(literal, literal)
            .as((low, high) -> column(column, "between " + low + " and " + high)),
        in(column, literal),
        Arbitraries.of(4, 5, 6)
            .map(month -> Piece.of("extract(month from " + column + ") = " + month)),
        nulls(column));
  }

  static Arbitrary<Piece> ofNumber(String column, List<String> values) {
    var value = Arbitraries.of(values);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(OPERATORS), value)
            .as((op, x) -> column(column, op + " " + x)),
        in(column, value),
        nulls(column));
  }

  static Arbitrary<Piece> ofTruth(String column) {
    return Arbitraries.of("= true", "<> true", "is true", "is not true", "is null", "is not false")
        .map(test -> column(column, test));
  }

  private static Arbitrary<Piece> nulls(String column) {
    return Arbitraries.of("is null", "is not null").map(test -> column(column, test));
  }

  private static Arbitrary<Piece> in(String column, Arbitrary<String> literal) {
    return Combinators.combine(
            Arbitraries.of("in", "in", "not in"), literal.list().ofMinSize(1).ofMaxSize(4))
        .as((in, list) -> column(column, in + " (" + String.join(", ", list) + ")"));
  }

  private static Arbitrary<String> patterns(String value) {
    int middle = value.offsetByCodePoints(0, value.codePointCount(0, value.length()) / 2);
    return Arbitraries.of(
        value,
        value.substring(0, middle) + "%",
        "%" + value.substring(middle),
        "%" + value.substring(middle / 2, middle) + "%",
        value.toUpperCase(java.util.Locale.ROOT),
        "_" + value.substring(1),
        "%",
        "%_%");
  }

  private static Piece column(String column, String test) {
    return Piece.of(column + " " + test);
  }

  private static Timestamp timestamp(String text) {
    return Timestamp.from(Instant.parse(StoryTime.toReal(text).replace(' ', 'T') + "Z"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String unquoted(String literal) {
    return literal.substring(1, literal.length() - 1).replace("''", "'");
  }
}
