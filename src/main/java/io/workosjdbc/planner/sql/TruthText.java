package io.workosjdbc.planner.sql;

import java.util.Locale;
import org.apache.calcite.linq4j.function.Strict;
import org.apache.calcite.runtime.CalciteException;

/** A text as a truth value. Generated code calls the public method, which is why it is public. */
@Strict
public final class TruthText {

  private TruthText() {}

  /** The texts that PostgreSQL takes, in any case. */
  public static boolean of(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "on", "1" -> true;
      case "false", "f", "no", "n", "off", "0" -> false;
      default -> throw new CalciteException("Cannot cast '" + text + "' to BOOLEAN", null);
    };
  }
}
