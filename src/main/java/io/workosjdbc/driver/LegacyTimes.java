package io.workosjdbc.driver;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * The {@code java.sql} classes of dates and times. A timestamp is an instant, so its zone is known
 * and a calendar has nothing to say. A date or time of day is put where it starts in the calendar's
 * zone, or without a calendar in the JVM's, so that it prints as what it is.
 */
final class LegacyTimes {
  private static final LocalDate EPOCH_DAY = LocalDate.EPOCH;

  private LegacyTimes() {}

  static Timestamp timestamp(LocalDateTime utc) {
    return Timestamp.from(utc.toInstant(ZoneOffset.UTC));
  }

  static Date date(LocalDate date, @Nullable Calendar calendar) {
    return calendar == null
        ? Date.valueOf(date)
        : new Date(date.atStartOfDay(zone(calendar)).toInstant().toEpochMilli());
  }

  static Time time(LocalTime time, @Nullable Calendar calendar) {
    ZoneId zone = calendar == null ? ZoneId.systemDefault() : zone(calendar);
    return new Time(time.atDate(EPOCH_DAY).atZone(zone).toInstant().toEpochMilli());
  }

  /** The date that {@code date} is in the calendar's zone. */
  static LocalDate dateIn(Date date, Calendar calendar) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), zone(calendar));
  }

  /** The time of day that {@code time} is in the calendar's zone. */
  static LocalTime timeIn(Time time, Calendar calendar) {
    return LocalTime.ofInstant(Instant.ofEpochMilli(time.getTime()), zone(calendar));
  }

  private static ZoneId zone(Calendar calendar) {
    return calendar.getTimeZone().toZoneId();
  }
}
