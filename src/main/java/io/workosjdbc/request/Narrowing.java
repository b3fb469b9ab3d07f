package io.workosjdbc.request;

import io.workosjdbc.request.Condition.All;
import io.workosjdbc.resource.Expressions.Attribute;
import io.workosjdbc.resource.Expressions.Grammar;
import io.workosjdbc.resource.Expressions.Operator;
import io.workosjdbc.resource.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the expressions to ask a list for. What a grammar cannot say is left out; a list of values
 * that is too long for one expression becomes several, each with its own share of the values.
 */
final class Narrowing {

  /** Expressions that are longer when encoded may not fit into URLs (api/okta.md section 9). */
  private static final int LONGEST = 4_000;

  private final Grammar grammar;
  private final long widest;
  private final List<Check> checks = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private String shared = "";
  private List<List<Operand>> shares = List.of();
  private boolean isExact = true;
  private boolean isNamed;
  private int terms;
  private int length;
  private int said;

  private Narrowing(Grammar grammar, long widest) {
    this.grammar = grammar;
    this.widest = widest;
  }

  /**
   * The expressions that together cover a condition; empty when the list cannot be narrowed. They
   * are of the grammar that says most, or of one before it that names the objects.
   *
   * @param widest how many expressions still pay
   */
  static List<Expression> of(Resource resource, Condition condition, long widest) {
    var conjuncts = condition instanceof All all ? all.conditions() : List.<Condition>of(condition);
    return resource.listing().expressions().stream()
        .flatMap(expressions -> expressions.grammars().stream())
        .map(grammar -> new Narrowing(grammar, widest).narrow(conjuncts))
        .filter(narrowing -> narrowing.said > 0)
        .reduce((one, other) -> other.said > one.said && !one.isNamed ? other : one)
        .map(Narrowing::expressions)
        .orElse(List.of());
  }

  private Narrowing narrow(List<Condition> conjuncts) {
    var bySize = conjuncts.stream().sorted(Comparator.comparing(this::size)).toList();
    bySize.forEach(this::add);
    return this;
  }

  private int size(Condition condition) {
    return ExpressionText.of(condition, grammar).map(ExpressionText::terms).orElse(0);
  }

  private void add(Condition condition) {
    var text = ExpressionText.of(condition, grammar);
    if (text.isEmpty()) {
      return;
    }
    var values = values(condition);
    if (terms + text.get().terms() <= grammar.terms() && length + text.get().length() <= LONGEST) {
      texts.add(text.get().text());
      terms += text.get().terms();
      length += text.get().length();
      said++;
      values.ifPresentOrElse(this::check, () -> isExact = false);
    } else if (values.isPresent() && shares.isEmpty()) {
      share(values.get().column(), TextValues.of(condition, values.get().column()).orElseThrow());
    }
  }

  private void check(Check values) {
    checks.add(values);
    isNamed |= isName(values.column());
  }

  private boolean isName(String column) {
    return grammar.attribute(column, Operator.EQUAL).filter(Attribute::isName).isPresent();
  }

  /** The values that a condition leaves to a column, if that is all that it says. */
  private Optional<Check> values(Condition condition) {
    var columns = columns(condition).collect(Collectors.toSet());
    return columns.size() == 1
        ? columns.stream()
            .filter(column -> grammar.attribute(column, Operator.EQUAL).isPresent())
            .flatMap(
                column -> TextValues.of(condition, column).stream().map(all -> check(column, all)))
            .findFirst()
        : Optional.empty();
  }

  private static Check check(String column, Set<Operand> values) {
    return Check.oneOf(column, values.stream().map(Operand::toString).collect(Collectors.toSet()));
  }

  /** The columns that a condition is about; an empty name for what it cannot be told of. */
  private static Stream<String> columns(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      return Stream.of(compare.column());
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return Stream.of(oneOf.column());
    }
    return condition instanceof Condition.Any any
        ? any.conditions().stream().flatMap(Narrowing::columns)
        : Stream.of("");
  }

  /** As many values for each expression as fit beside what is said already. */
  private void share(String column, Set<Operand> values) {
    int most = grammar.terms() - terms;
    if (most < 1 || values.size() > widest * most) {
      return;
    }
    var all = new ArrayList<List<Operand>>();
    List<Operand> share = new ArrayList<>();
    int left = LONGEST - length;
    for (var value : values) {
      int more = ExpressionText.equal(column, List.of(value), grammar).orElseThrow().length();
      if (more > LONGEST - length) {
        return;
      }
      if (share.size() == most || more > left) {
        all.add(share);
        share = new ArrayList<>();
        left = LONGEST - length;
      }
      share.add(value);
      left -= more;
    }
    all.add(share);
    if (all.size() <= widest) {
      shared = column;
      shares = all;
      said++;
      isNamed |= isName(column);
    }
  }

  private List<Expression> expressions() {
    if (shares.isEmpty()) {
      return List.of(expression(texts, checks));
    }
    return shares.stream()
        .map(
            share -> {
              var values = ExpressionText.equal(shared, share, grammar).orElseThrow();
              return expression(
                  concat(texts, values.text()), concat(checks, check(shared, Set.copyOf(share))));
            })
        .toList();
  }

  private Expression expression(List<String> parts, List<Check> itsChecks) {
    return new Expression(grammar.parameter(), String.join(" and ", parts), itsChecks, isExact);
  }

  private static <T> List<T> concat(List<T> some, T more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
