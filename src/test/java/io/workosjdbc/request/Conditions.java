package io.workosjdbc.request;

import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Operator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Conditions as short as in SQL. */
final class Conditions {

  private Conditions() {}

  static Condition is(String column, String value) {
    return Compare.of(column, Operator.EQUAL, new Operand.Value(value));
  }

  static Condition in(String column, String... values) {
    return new Condition.Any(Stream.of(values).map(value -> is(column, value)).toList());
  }

  static Condition like(String column, String pattern) {
    return new Condition.Like(column, new Operand.Value(pattern), "", true);
  }

  static Condition time(Operator operator, String instant) {
    return Compare.of("created_at", operator, new Operand.Value(Instant.parse(instant)));
  }

  static Condition onDay(String midnight) {
    return new Compare(
        "created_at",
        Operator.EQUAL,
        new Operand.Value(Instant.parse(midnight)),
        Duration.ofDays(1));
  }

  static Condition all(Condition... conditions) {
    return new Condition.All(List.of(conditions));
  }

  static Condition any(Condition... conditions) {
    return new Condition.Any(List.of(conditions));
  }
}
