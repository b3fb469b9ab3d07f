package io.workosjdbc.demo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Instants as the API writes and reads them: ISO-8601, UTC, always three fraction digits on output.
 */
final class Timestamps {
  private static final int DATE_LENGTH = "2026-01-01".length();

  private Timestamps() {}

  /** By hand: a formatter takes most of the time that a page of a mass of events needs. */
  static String text(Instant instant) {
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    char[] text = "0000-00-00T00:00:00.000Z".toCharArray();
    digits(time.getYear(), text, 0, 4);
    digits(time.getMonthValue(), text, 5, 2);
    digits(time.getDayOfMonth(), text, 8, 2);
    digits(time.getHour(), text, 11, 2);
    digits(time.getMinute(), text, 14, 2);
    digits(time.getSecond(), text, 17, 2);
    digits(time.getNano() / 1_000_000, text, 20, 3);
    return new String(text);
  }

  /** Reads an ISO-8601 date-time with or without zone, or a date; anything else is empty. */
  static Optional<Instant> parse(String text) {
    try {
      if (text.length() == DATE_LENGTH) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      var parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof OffsetDateTime zoned
              ? zoned.toInstant()
              : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notIso) {
      return Optional.empty();
    }
  }

  private static void digits(int value, char[] text, int start, int length) {
    int rest = value;
    for (int i = start + length - 1; i >= start; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
