package io.workosjdbc.fetch;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * Reads the API's timestamps: ISO-8601 with {@code T} or a space, 0 to 9 fraction digits of which
 * three count, and {@code Z}, an offset or nothing for UTC (api/workos.md section 1).
 */
final class Timestamps {

  /** What {@link #epochMillis} gives for a text that is no timestamp. */
  static final long UNREADABLE = Long.MIN_VALUE;

  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private static final DateTimeFormatter UNUSUAL =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM:ss", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "+00")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Timestamps() {}

  /** Milliseconds since 1970 in UTC, or {@link #UNREADABLE}. */
  static long epochMillis(char[] text, int from, int length) {
    long usual = usual(text, from, length);
    return usual != UNREADABLE ? usual : unusual(new String(text, from, length));
  }

  /** The shape that nearly all have: {@code 2026-01-05T10:00:00.123Z}. */
  private static long usual(char[] text, int from, int length) {
    int end = from + length;
    if (length < 19 || !separated(text, from)) {
      return UNREADABLE;
    }
    int year = 100 * twoDigits(text, from) + twoDigits(text, from + 2);
    int month = twoDigits(text, from + 5);
    int day = twoDigits(text, from + 8);
    int hour = twoDigits(text, from + 11);
    int minute = twoDigits(text, from + 14);
    int second = twoDigits(text, from + 17);
    if ((year | month | day | hour | minute | second) < 0
        || !exists(year, month, day)
        || hour > 23
        || minute > 59
        || second > 59) {
      return UNREADABLE;
    }
    int at = from + 19;
    int millis = 0;
    if (at < end && text[at] == '.') {
      int scale = 100;
      int most = Math.min(end, at + 10);
      for (at++; at < most && isDigit(text[at]); at++) {
        millis += (text[at] - '0') * scale;
        scale /= 10;
      }
    }
    if (at < end && text[at] == 'Z') {
      at++;
    }
    long seconds = epochDay(year, month, day) * 86_400 + hour * 3600L + minute * 60L + second;
    return at == end ? seconds * 1000 + millis : UNREADABLE;
  }

  private static boolean separated(char[] text, int from) {
    char between = text[from + 10];
    return text[from + 4] == '-'
        && text[from + 7] == '-'
        && (between == 'T' || between == ' ')
        && text[from + 13] == ':'
        && text[from + 16] == ':';
  }

  /** The number that two digits write, or one so negative that it stays so. */
  private static int twoDigits(char[] text, int at) {
    char tens = text[at];
    char ones = text[at + 1];
    return isDigit(tens) && isDigit(ones) ? 10 * (tens - '0') + (ones - '0') : -10_000;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean exists(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= DAYS[month - 1]
        && (month != 2 || day < 29 || isLeap(year));
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Days since 1970-01-01, counting years from March so that the leap day comes last. */
  private static long epochDay(int year, int month, int day) {
    long y = month > 2 ? year : year - 1;
    long century = Math.floorDiv(y, 100);
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return 365 * y
        + Math.floorDiv(y, 4)
        - century
        + Math.floorDiv(century, 4)
        + dayOfYear
        - 719_468;
  }

  private static long unusual(String text) {
    if (text.length() > 10 && text.charAt(10) == ' ') {
      return unusual(text.substring(0, 10) + 'T' + text.substring(11));
    }
    try {
      var parsed = UNUSUAL.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime zoned
          ? zoned.toInstant().toEpochMilli()
          : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      return UNREADABLE;
    }
  }
}
