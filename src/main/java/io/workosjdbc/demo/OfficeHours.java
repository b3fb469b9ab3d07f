package io.workosjdbc.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** Times in a window, dense on weekdays from eight to six (UTC), thin at night and at weekends. */
final class OfficeHours {
  private static final double WEEKEND_SHARE = 0.12;

  private final Instant start;
  private final long[] hourMillis;
  private final double[] cumulatedWeights;

  OfficeHours(Instant start, Instant end) {
    this.start = start;
    int hours = (int) Math.max(1, Duration.between(start, end).toHours());
    hourMillis = new long[hours];
    cumulatedWeights = new double[hours];
    double sum = 0;
    for (int hour = 0; hour < hours; hour++) {
      hourMillis[hour] = Duration.ofHours(hour).toMillis();
      sum += weight(start.plus(Duration.ofHours(hour)).atZone(ZoneOffset.UTC));
      cumulatedWeights[hour] = sum;
    }
  }

  /** A time of the window. */
  Instant pick(Dice dice) {
    double target = dice.fraction() * cumulatedWeights[cumulatedWeights.length - 1];
    int found = Arrays.binarySearch(cumulatedWeights, target);
    int hour = Math.min(found < 0 ? -found - 1 : found, hourMillis.length - 1);
    return start.plusMillis(hourMillis[hour] + dice.below(3_600_000));
  }

  private static double weight(ZonedDateTime time) {
    int hour = time.getHour();
    double ofDay = hour >= 8 && hour < 18 ? 10 : hour >= 6 && hour < 22 ? 3 : 0.5;
    boolean weekend =
        time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? ofDay * WEEKEND_SHARE : ofDay;
  }
}
