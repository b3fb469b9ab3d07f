package io.workosjdbc.cache.event;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of a segment's file, which says what planning needs to know; the folder's listing is the
 * only catalogue.
 *
 * <p>{@code <from>-<to>-<asked>-<rows>-<kind>-<unique>.seg}: times in milliseconds, all numbers to
 * the base 36. The file holds every event of its {@link Kind} in the interval, as the service told
 * it when it was asked.
 *
 * @param askedAt when the service was asked, in milliseconds
 * @param kind {@link Kind#digest()}
 * @param unique tells files apart that hold the same
 */
record SegmentName(Span span, long askedAt, long rows, long kind, String unique) {

  private static final Pattern PATTERN =
      Pattern.compile(
          "([0-9a-z]{9})-([0-9a-z]{9})-([0-9a-z]{9})-([0-9a-z]{1,7})-([0-9a-f]{16})-([0-9a-f]{8})\\.seg");

  /** Who knows better: later answers come last. The order is total. */
  static final Comparator<SegmentName> BY_TRUST =
      Comparator.comparingLong(SegmentName::askedAt)
          .thenComparingLong(name -> name.span.to() - name.span.from())
          .thenComparing(SegmentName::fileName);

  static SegmentName create(Span span, long askedAt, long rows, long kind) {
    var unique = UUID.randomUUID().toString().substring(0, 8);
    return new SegmentName(span, askedAt, rows, kind, unique);
  }

  /** What a file's name says; empty for a file that is none of ours. */
  static Optional<SegmentName> parse(String fileName) {
    var parts = PATTERN.matcher(fileName);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var span = new Span(number(parts.group(1)), number(parts.group(2)));
    return Optional.of(
            new SegmentName(
                span,
                number(parts.group(3)),
                number(parts.group(4)),
                Long.parseUnsignedLong(parts.group(5), 16),
                parts.group(6)))
        .filter(name -> !span.isEmpty());
  }

  private static long number(String digits) {
    return Long.parseLong(digits, 36);
  }

  String fileName() {
    return time(span.from())
        + "-"
        + time(span.to())
        + "-"
        + time(askedAt)
        + "-"
        + Long.toString(rows, 36)
        + "-"
        + String.format(Locale.ROOT, "%016x", kind)
        + "-"
        + unique
        + ".seg";
  }

  /** Nine digits, so that names sort as times do. */
  private static String time(long millis) {
    var digits = Long.toString(millis, 36);
    return "0".repeat(9 - digits.length()) + digits;
  }
}
