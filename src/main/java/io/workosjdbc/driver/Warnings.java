package io.workosjdbc.driver;

import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as the chain of warnings that JDBC wants. */
final class Warnings {
  private Warnings() {}

  /** The first warning, which leads to the others; null without messages. */
  static @Nullable SQLWarning chain(List<String> messages) {
    SQLWarning first = null;
    for (int i = messages.size() - 1; i >= 0; i--) {
      SQLWarning warning = new SQLWarning(messages.get(i), "01000");
      warning.setNextWarning(first);
      first = warning;
    }
    return first;
  }
}
