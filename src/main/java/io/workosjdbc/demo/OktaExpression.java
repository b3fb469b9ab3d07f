package io.workosjdbc.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an expression of {@code filter} or {@code search}: fact sheet of Okta, section 9. */
final class OktaExpression {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(\\()|(\\))|\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s()\"]+))");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))");

  private final OktaLanguage language;
  private final List<Token> tokens;
  private int at;

  /**
   * A piece of the text.
   *
   * @param isLiteral whether it stood in quotes
   */
  private record Token(String text, boolean isLiteral) {
    boolean is(String word) {
      return !isLiteral && text.equalsIgnoreCase(word);
    }
  }

  private OktaExpression(OktaLanguage language, List<Token> tokens) {
    this.language = language;
    this.tokens = tokens;
  }

  /** Which objects an expression leaves. */
  static Predicate<OktaObject> parse(String text, OktaLanguage language) {
    var expression = new OktaExpression(language, tokens(text, language));
    var meaning = expression.any();
    if (expression.at < expression.tokens.size()) {
      throw language.refusal().apply("unexpected " + expression.tokens.get(expression.at).text());
    }
    return meaning;
  }

  private static List<Token> tokens(String text, OktaLanguage language) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.length() && !text.substring(end).isBlank()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw language.refusal().apply("cannot read " + text.substring(end));
      }
      end = matcher.end();
      tokens.add(
          matcher.group(3) != null
              ? new Token(unescaped(matcher.group(3)), true)
              : new Token(matcher.group().strip(), false));
    }
    return tokens;
  }

  private static String unescaped(String literal) {
    return ESCAPE
        .matcher(literal)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) != null
                        ? String.valueOf((char) Integer.parseInt(escape.group(1), 16))
                        : escape.group(2)));
  }

  private Predicate<OktaObject> any() {
    var meaning = all();
    while (accept("or")) {
      meaning = meaning.or(all());
    }
    return meaning;
  }

  private Predicate<OktaObject> all() {
    var meaning = term();
    while (accept("and")) {
      meaning = meaning.and(term());
    }
    return meaning;
  }

  private Predicate<OktaObject> term() {
    if (language.mayNegate() && accept("not")) {
      return term().negate();
    }
    if (accept("(")) {
      var inner = any();
      if (!accept(")")) {
        throw language.refusal().apply("a parenthesis is not closed");
      }
      return inner;
    }
    String attribute = word("an attribute");
    String operator = word("an operator").toLowerCase(Locale.ROOT);
    language.check(attribute, operator);
    return operator.equals("pr")
        ? object -> object.value(attribute).isPresent()
        : comparison(attribute, operator, literal());
  }

  private Predicate<OktaObject> comparison(String attribute, String operator, String value) {
    String right = folded(value);
    return object ->
        object
            .text(attribute)
            .map(this::folded)
            .filter(left -> holds(left, operator, right))
            .isPresent();
  }

  /** Times are written alike, so that they are compared as texts. */
  private static boolean holds(String left, String operator, String right) {
    int order = left.compareTo(right);
    return switch (operator) {
      case "eq" -> order == 0;
      case "ne" -> order != 0;
      case "sw" -> left.startsWith(right);
      case "ew" -> left.endsWith(right);
      case "co" -> left.contains(right);
      case "gt" -> order > 0;
      case "ge" -> order >= 0;
      case "lt" -> order < 0;
      case "le" -> order <= 0;
      default -> throw new IllegalStateException(operator);
    };
  }

  private String folded(String text) {
    return language.ignoresCase() ? text.toLowerCase(Locale.ROOT) : text;
  }

  private boolean accept(String word) {
    boolean found = at < tokens.size() && tokens.get(at).is(word);
    if (found && !language.mayJoin()) {
      throw language.refusal().apply("only one comparison is understood here");
    }
    at += found ? 1 : 0;
    return found;
  }

  private String word(String what) {
    if (at == tokens.size() || tokens.get(at).isLiteral()) {
      throw language.refusal().apply(what + " is missing");
    }
    return tokens.get(at++).text();
  }

  private String literal() {
    if (at == tokens.size() || !tokens.get(at).isLiteral()) {
      throw language.refusal().apply("a value in quotes is missing");
    }
    return tokens.get(at++).text();
  }
}
