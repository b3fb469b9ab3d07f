package io.workosjdbc.planner.sql;

import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.linq4j.function.Strict;

/** A timestamp as text. Generated code calls the public method, which is why it is public. */
@Strict
public final class TimestampText {

  private TimestampText() {}

  /**
   * As {@code ResultSet.getString} gives it.
   *
   * @param milliseconds since 1970
   * @param digits of a second's fraction
   */
  public static String of(long milliseconds, int digits) {
    return DateTimeUtils.unixTimestampToString(milliseconds, digits);
  }
}
