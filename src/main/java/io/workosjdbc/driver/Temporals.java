package io.workosjdbc.driver;

import java.sql.SQLException;
import java.sql.Time;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;

/**
 * Dates and times, in whatever class they come. A date and time without a zone is in UTC, as all
 * timestamps of this driver are, whatever the JVM's zone; one with a zone is an instant. The legacy
 * {@code java.sql.Date} and {@code Time} stand for what they print: a date or a time of day in the
 * JVM's zone.
 */
final class Temporals {
  private static final DateTimeFormatter LITERAL =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(Locale.ROOT);

  private Temporals() {}

  /** The instant as a date and time in UTC. Numbers are milliseconds since 1970. */
  static LocalDateTime dateTime(Object value) throws SQLException {
    if (value instanceof LocalDateTime dateTime) {
      return dateTime;
    }
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate().atStartOfDay();
    }
    if (value instanceof CharSequence text) {
      return parse(text.toString(), "timestamp", Temporals::parseDateTime);
    }
    if (value instanceof Time || value instanceof LocalTime || value instanceof OffsetTime) {
      throw cannotBe("timestamp", value);
    }
    return LocalDateTime.ofInstant(instant(value), ZoneOffset.UTC);
  }

  static LocalDate date(Object value) throws SQLException {
    if (value instanceof LocalDate date) {
      return date;
    }
    return value instanceof CharSequence text
        ? parse(text.toString(), "date", Temporals::parseDateTime).toLocalDate()
        : dateTime(value).toLocalDate();
  }

  static LocalTime time(Object value) throws SQLException {
    if (value instanceof LocalTime time) {
      return time;
    }
    if (value instanceof OffsetTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
    }
    if (value instanceof Time time) {
      return LocalTime.ofInstant(Instant.ofEpochMilli(time.getTime()), ZoneId.systemDefault());
    }
    return value instanceof CharSequence text
        ? parse(text.toString(), "time", Temporals::parseTime)
        : dateTime(value).toLocalTime();
  }

  /** The text of a date or time in the form of its SQL literal, whatever class it comes in. */
  static String text(Object value) throws SQLException {
    if (value instanceof LocalDate || value instanceof java.sql.Date) {
      return date(value).toString();
    }
    if (value instanceof LocalTime || value instanceof Time || value instanceof OffsetTime) {
      return time(value).toString();
    }
    return LITERAL.format(dateTime(value));
  }

  static boolean isTemporal(Object value) {
    return value instanceof TemporalAccessor || value instanceof Date || value instanceof Calendar;
  }

  private static Instant instant(Object value) throws SQLException {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime dateTime) {
      return dateTime.toInstant();
    }
    if (value instanceof ZonedDateTime dateTime) {
      return dateTime.toInstant();
    }
    if (value instanceof Date date) {
      return date.toInstant();
    }
    if (value instanceof Calendar calendar) {
      return calendar.toInstant();
    }
    if (value instanceof Number millis) {
      return Instant.ofEpochMilli(Numbers.toLong(millis));
    }
    throw cannotBe("timestamp", value);
  }

  /** {@code 2026-01-31}, {@code 2026-01-31 10:20[:30[.123]]}, with T and with a zone, too. */
  private static LocalDateTime parseDateTime(String text) {
    if (text.length() <= "2026-01-31".length()) {
      return LocalDate.parse(text).atStartOfDay();
    }
    String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, ZonedDateTime::from, LocalDateTime::from);
    return parsed instanceof ZonedDateTime zoned
        ? zoned.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : LocalDateTime.from(parsed);
  }

  private static LocalTime parseTime(String text) {
    return text.length() > 10 && text.charAt(4) == '-'
        ? parseDateTime(text).toLocalTime()
        : LocalTime.parse(text);
  }

  private interface Parser<T> {
    T parse(String text);
  }

  private static <T> T parse(String text, String type, Parser<T> parser) throws SQLException {
    try {
      return parser.parse(text.trim());
    } catch (DateTimeException e) {
      throw SqlState.BAD_DATETIME.error("'" + text + "' is not a " + type, e);
    }
  }

  private static SQLException cannotBe(String type, Object value) {
    return SqlState.BAD_CAST.error(
        "A " + value.getClass().getSimpleName() + " cannot be a " + type);
  }
}
