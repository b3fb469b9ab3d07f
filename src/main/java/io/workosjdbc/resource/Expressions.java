package io.workosjdbc.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The expressions by which a list endpoint can be narrowed, in the language of SCIM filters (RFC
 * 7644 section 3.4.2.2) as far as the service understands it.
 *
 * @param grammars the parameters that take one, of which a request uses one; the preferred first
 * @param always what holds for everything in the table and is part of every request, in the first
 *     grammar
 * @param otherwise what is asked for where nothing narrows the list, in the first grammar, because
 *     the service would leave rows out without it
 */
public record Expressions(
    List<Grammar> grammars, Optional<String> always, Optional<String> otherwise) {

  /** What a comparison of an attribute with a value may be. */
  public enum Operator {
    /** {@code eq}; the service may take upper and lower case for the same. */
    EQUAL,
    /** {@code sw} */
    BEGINS_WITH,
    /** {@code co} */
    CONTAINS,
    /** {@code ge} and {@code lt}, of a TIMESTAMP column. */
    RANGE
  }

  /**
   * An attribute that can be asked for.
   *
   * @param name what expressions call it
   * @param isName whether a value belongs to one object or few, so that asking for it says enough
   */
  public record Attribute(String column, String name, Set<Operator> operators, boolean isName) {
    public Attribute {
      operators = Set.copyOf(operators);
    }

    public static Attribute of(String column, String name, Operator... operators) {
      return new Attribute(column, name, Set.of(operators), false);
    }

    /** An attribute by which an object is told from others. */
    public static Attribute naming(String column, String name, Operator... operators) {
      return new Attribute(column, name, Set.of(operators), true);
    }
  }

  /**
   * A parameter that takes an expression.
   *
   * @param terms how many comparisons one expression may have; 1 where they cannot be joined
   */
  public record Grammar(String parameter, int terms, List<Attribute> attributes) {
    public Grammar {
      attributes = List.copyOf(attributes);
      if (terms < 1 || attributes.isEmpty()) {
        throw new IllegalArgumentException("Grammar " + parameter + " can say nothing");
      }
    }

    public static Grammar of(String parameter, int terms, Attribute... attributes) {
      return new Grammar(parameter, terms, List.of(attributes));
    }

    /** The attribute of a column, if this operator can be used with it. */
    public Optional<Attribute> attribute(String column, Operator operator) {
      return attributes.stream()
          .filter(each -> each.column().equals(column) && each.operators().contains(operator))
          .findFirst();
    }
  }

  public Expressions {
    grammars = List.copyOf(grammars);
    if (grammars.isEmpty()) {
      throw new IllegalArgumentException("Expressions need a grammar");
    }
  }

  public static Expressions of(Grammar... grammars) {
    return new Expressions(List.of(grammars), Optional.empty(), Optional.empty());
  }

  public Expressions always(String expression) {
    return new Expressions(grammars, Optional.of(expression), otherwise);
  }

  public Expressions otherwise(String expression) {
    return new Expressions(grammars, always, Optional.of(expression));
  }

  /** The columns with which this operator can be used, in any grammar. */
  public Set<String> columns(Operator operator) {
    return attributes()
        .filter(each -> each.operators().contains(operator))
        .map(Attribute::column)
        .collect(Collectors.toSet());
  }

  /** The attributes of all grammars. */
  public Stream<Attribute> attributes() {
    return grammars.stream().flatMap(grammar -> grammar.attributes().stream());
  }
}
