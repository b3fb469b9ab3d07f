package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.BitSet;

/** Which of a statement's parameters have a value. */
final class BoundParameters {
  private final int count;
  private final BitSet bound = new BitSet();

  BoundParameters(int count) {
    this.count = count;
  }

  void checkIndex(int index) throws SQLException {
    if (index < 1 || index > count) {
      throw SqlState.BAD_VALUE.error("No parameter " + index + ": the statement has " + count);
    }
  }

  void set(int index) {
    bound.set(index - 1);
  }

  void clear() {
    bound.clear();
  }

  boolean areAll() {
    return bound.nextClearBit(0) >= count;
  }

  void checkAll() throws SQLException {
    if (!areAll()) {
      throw SqlState.BAD_VALUE.error(
          "Parameter " + (bound.nextClearBit(0) + 1) + " of " + count + " has no value");
    }
  }
}
