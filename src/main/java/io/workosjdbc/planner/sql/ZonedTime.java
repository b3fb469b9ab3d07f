package io.workosjdbc.planner.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.calcite.linq4j.function.Strict;

/** The time in another zone. Generated code calls the public method, which is why it is public. */
@Strict
public final class ZonedTime {

  private ZonedTime() {}

  /**
   * What clocks show in one zone when they show a time in another one. A time that the clocks skip
   * is as much later, and of two the earlier one is meant.
   *
   * @param milliseconds since 1970 by the clocks of the first zone
   */
  public static long of(long milliseconds, String from, String to) {
    var shown = LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC);
    return shown
        .atZone(ZoneId.of(from))
        .withZoneSameInstant(ZoneId.of(to))
        .toLocalDateTime()
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }
}
