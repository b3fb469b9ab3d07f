package io.workosjdbc.request;

import io.workosjdbc.request.Condition.All;
import io.workosjdbc.request.Condition.Any;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.Like;
import io.workosjdbc.request.Condition.OneOf;
import io.workosjdbc.resource.Expressions.Grammar;
import io.workosjdbc.resource.Expressions.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes conditions in a grammar, saying the same or less.
 *
 * @param text the comparisons, joined; those joined by {@code or} in parentheses
 * @param terms how many comparisons they are
 */
record ExpressionText(String text, int terms) {

  /** How long {@code and} or {@code or} are between two parts, encoded. */
  private static final int JOINT = 10;

  /** What a condition is in a grammar; empty where it cannot be said. */
  static Optional<ExpressionText> of(Condition condition, Grammar grammar) {
    if (condition instanceof All all) {
      var parts = all.conditions().stream().flatMap(each -> of(each, grammar).stream()).toList();
      return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts, " and "));
    }
    if (condition instanceof Any any) {
      return any(any, grammar);
    }
    if (condition instanceof OneOf oneOf) {
      return TextValues.of(oneOf, oneOf.column())
          .flatMap(values -> equal(oneOf.column(), values, grammar));
    }
    if (condition instanceof Like like) {
      return like(like, grammar);
    }
    return condition instanceof Compare compare ? compare(compare, grammar) : Optional.empty();
  }

  /** A column has one of these values; empty where that cannot be asked for. */
  static Optional<ExpressionText> equal(
      String column, Collection<Operand> values, Grammar grammar) {
    var attribute = grammar.attribute(column, Operator.EQUAL);
    if (attribute.isEmpty()
        || values.isEmpty()
        || !values.stream().map(Operand::toString).allMatch(ExpressionText::canBeSaid)) {
      return Optional.empty();
    }
    return Optional.of(
        joined(
            values.stream().map(value -> term(attribute.get().name(), "eq", value)).toList(),
            " or "));
  }

  /**
   * How much it makes a URL longer: what is no letter and no digit takes three or more characters.
   */
  int length() {
    return Encoding.encode(text).length() + JOINT;
  }

  private static boolean canBeSaid(String value) {
    return !value.isEmpty() && Encoding.fits(value);
  }

  private static Optional<ExpressionText> any(Any any, Grammar grammar) {
    var parts = new ArrayList<ExpressionText>();
    for (var each : any.conditions()) {
      var part = of(each, grammar);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts, " or "));
  }

  private static Optional<ExpressionText> compare(Compare compare, Grammar grammar) {
    var range = grammar.attribute(compare.column(), Operator.RANGE);
    if (range.isPresent()) {
      return range(compare, range.get().name());
    }
    return compare.operator() == Condition.Operator.EQUAL
            && !(compare.operand() instanceof Operand.Null)
        ? equal(compare.column(), List.of(compare.operand()), grammar)
        : Optional.empty();
  }

  private static Optional<ExpressionText> range(Compare compare, String attribute) {
    var instants = TimeValues.of(compare, compare.column());
    if (instants.isEmpty()) {
      return Optional.empty();
    }
    var span = instants.span();
    var terms = new ArrayList<ExpressionText>();
    if (span.hasLowerBound()) {
      terms.add(term(attribute, "ge", time(span.lowerEndpoint())));
    }
    if (span.hasUpperBound()) {
      terms.add(term(attribute, "lt", time(span.upperEndpoint())));
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(joined(terms, " and "));
  }

  private static Operand time(Instant instant) {
    return new Operand.Value(ListRequest.text(instant));
  }

  private static Optional<ExpressionText> like(Like like, Grammar grammar) {
    if (!like.caseSensitive() || !(like.pattern() instanceof Operand.Value pattern)) {
      return Optional.empty();
    }
    var literals = LikePattern.literals(pattern.value().toString(), like.escape());
    var begin = literals.get(0);
    var attribute = grammar.attribute(like.column(), Operator.BEGINS_WITH);
    if (attribute.isPresent() && canBeSaid(begin)) {
      return Optional.of(term(attribute.get().name(), "sw", new Operand.Value(begin)));
    }
    var longest =
        literals.stream().reduce("", (one, other) -> other.length() > one.length() ? other : one);
    return grammar
        .attribute(like.column(), Operator.CONTAINS)
        .filter(each -> canBeSaid(longest))
        .map(each -> term(each.name(), "co", new Operand.Value(longest)));
  }

  private static ExpressionText term(String attribute, String operator, Operand value) {
    return new ExpressionText(attribute + " " + operator + " " + quoted(value.toString()), 1);
  }

  /** In parentheses unless it is one part, so that it can become a part itself. */
  private static ExpressionText joined(List<ExpressionText> parts, String by) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return new ExpressionText(
        parts.stream().map(ExpressionText::text).collect(Collectors.joining(by, "(", ")")),
        parts.stream().mapToInt(ExpressionText::terms).sum());
  }

  /** A JSON string (api/okta.md section 9). */
  private static String quoted(String value) {
    var quoted = new StringBuilder("\"");
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u").append(HexFormat.of().toHexDigits((short) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
