package io.workosjdbc.request;

import java.util.List;

/** The value side of a condition, known or still to come. */
public sealed interface Operand {

  /** A value known now: a String for TEXT, an Instant for TIMESTAMP. */
  record Value(Object value) implements Operand {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** SQL's NULL, with which no comparison is true. */
  record Null() implements Operand {}

  /** A value known only when the statement runs: {@code index} counts the scan's values. */
  record Slot(int index) implements Operand {}

  /** Some values known now, of which the column has one; no null among them. */
  record Values(List<String> values) implements Operand {
    public Values {
      values = List.copyOf(values);
    }
  }

  /** Stands for a value that is not known while a plan is shown, such as {@code ?0}. */
  record Placeholder(String text) implements Operand {
    @Override
    public String toString() {
      return text;
    }
  }
}
