package io.workosjdbc.planner.sql;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as ISO 8601, RFC 3339 and the tools write them: {@code 2024-01-10T09:15:16.123+02:00},
 * {@code 2024-01-10 09:15}, {@code 2024-01-10T09:15:16Z}. Without an offset they are in UTC.
 */
final class IsoTime {

  private static final Pattern TIME =
      Pattern.compile(
          "\\s*(\\d{4}-\\d{2}-\\d{2})"
              + "(?:(?:[Tt]|\\s+)(\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)"
              + "\\s*([Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?\\s*");

  private static final DateTimeFormatter SQL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private IsoTime() {}

  /** The time in UTC, to the millisecond; empty for a text that is none. */
  static Optional<LocalDateTime> parse(String text) {
    var matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      var date = LocalDate.parse(matcher.group(1));
      return Optional.of(matcher.group(2) == null ? date.atStartOfDay() : at(date, matcher));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime at(LocalDate date, Matcher matcher) {
    var local = date.atTime(LocalTime.parse(matcher.group(2).replace(',', '.')));
    return local
        .atOffset(offset(matcher.group(3)))
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toLocalDateTime();
  }

  private static ZoneOffset offset(@Nullable String text) {
    return text == null || Character.isLetter(text.charAt(0))
        ? ZoneOffset.UTC
        : ZoneOffset.of(text);
  }

  /** As the text of a timestamp literal. */
  static String timestamp(LocalDateTime time) {
    return SQL.format(time);
  }
}
