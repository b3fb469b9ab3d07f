package io.workosjdbc.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * In the tests today is always 2026-06-30, so that dates can stand in them as literals although the
 * service keeps events for 90 days only. Every date that goes to the driver is moved by whole days
 * to the real today, and every date that comes back is moved to the story again. The time of day is
 * the real one: leave a day between a literal and now.
 */
final class StoryTime {
  private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}(?![\\d-])");
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  // Once for all tests of a run, so that one that runs past midnight stays in the same story.
  @SuppressWarnings("TimeInStaticInitializer")
  private static final long DAYS = ChronoUnit.DAYS.between(TODAY, LocalDate.now(ZoneOffset.UTC));

  private StoryTime() {}

  /** An instant such as {@code 2026-06-30T10:00:00Z} in the real world. */
  static Instant at(String instant) {
    return Instant.parse(toReal(instant));
  }

  /** The text with its dates moved to the real world. */
  static String toReal(String text) {
    return moved(text, DAYS);
  }

  /** The text with its dates moved into the story. */
  static String toStory(String text) {
    return moved(text, -DAYS);
  }

  private static String moved(String text, long days) {
    return DATE.matcher(text)
        .replaceAll(date -> LocalDate.parse(date.group()).plusDays(days).toString());
  }
}
