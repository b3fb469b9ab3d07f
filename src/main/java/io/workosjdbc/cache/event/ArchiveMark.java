package io.workosjdbc.cache.event;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * An empty file that says that a folder is an archive, {@code <days>-days.archive}: a process that
 * was not told to keep events longer than the service does must not delete what another one keeps
 * on purpose.
 */
final class ArchiveMark {

  private static final Pattern PATTERN = Pattern.compile("([0-9]{1,6})-days\\.archive");

  private ArchiveMark() {}

  static String fileName(Duration history) {
    long days = history.plus(Duration.ofDays(1)).minusMillis(1).toDays();
    return Math.min(days, 999_999) + "-days.archive";
  }

  /** How long the mark says to keep events; zero for another file. */
  static Duration parse(String fileName) {
    var days = PATTERN.matcher(fileName);
    return days.matches() ? Duration.ofDays(Long.parseLong(days.group(1))) : Duration.ZERO;
  }
}
