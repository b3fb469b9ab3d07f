package io.workosjdbc.oracle;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Text of a statement with places in it: for values, which are literals or parameters, and for what
 * the databases write differently.
 */
final class Markup {
  private static final char VALUE = '\u0001';
  private static final char VALUE_END = '\u0002';
  private static final char CHOICE = '\u0003';
  private static final char OR = '\u0004';
  private static final char CHOICE_END = '\u0005';

  private final String text;
  private final boolean first;
  private final IntFunction<String> values;
  private final StringBuilder sql = new StringBuilder();
  private int at;

  private Markup(String text, boolean first, IntFunction<String> values) {
    this.text = text;
    this.first = first;
    this.values = values;
  }

  static String value(int index) {
    return VALUE + Integer.toString(index) + VALUE_END;
  }

  /** What the driver is asked, and what the oracle is. */
  static String choice(String ours, String oracle) {
    return CHOICE + ours + OR + oracle + CHOICE_END;
  }

  /** The statement for the driver, with what is to stand for each value, in their order. */
  static String ours(String text, IntFunction<String> values) {
    return new Markup(text, true, values).render(true);
  }

  static String oracle(String text, List<String> literals) {
    return new Markup(text, false, literals::get).render(true);
  }

  private String render(boolean wanted) {
    while (at < text.length()) {
      char next = text.charAt(at++);
      switch (next) {
        case VALUE -> {
          int end = text.indexOf(VALUE_END, at);
          if (wanted) {
            sql.append(values.apply(Integer.parseInt(text.substring(at, end))));
          }
          at = end + 1;
        }
        case CHOICE -> {
          render(wanted && first);
          render(wanted && !first);
        }
        case OR, CHOICE_END -> {
          return sql.toString();
        }
        default -> {
          if (wanted) {
            sql.append(next);
          }
        }
      }
    }
    return sql.toString();
  }
}
