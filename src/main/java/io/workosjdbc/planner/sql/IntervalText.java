package io.workosjdbc.planner.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of an interval as PostgreSQL reads it ({@code 1 year 2 mons -3 days 04:05:06.7 ago}; see
 * its manual, "Interval Input").
 */
final class IntervalText {

  private static final Pattern PART =
      Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*([a-zA-Z]+)\\s*,?");
  private static final Pattern CLOCK =
      Pattern.compile("\\s*([+-]?)(\\d+):(\\d{1,2})(?::(\\d{1,2}(?:\\.\\d+)?))?\\s*");
  private static final Pattern SECONDS = Pattern.compile("\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*");
  private static final Pattern AGO = Pattern.compile("(?i)\\s*ago\\s*$");

  /** The units of the literals that are made. */
  enum Unit {
    MONTH(Words.MONTH, 0),
    DAY(Words.DAY, 86_400),
    HOUR(Words.HOUR, 3_600),
    MINUTE(Words.MINUTE, 60),
    SECOND(Words.SECOND, 1);

    private final int token;
    private final int seconds;

    Unit(int token, int seconds) {
      this.token = token;
      this.seconds = seconds;
    }

    int token() {
      return token;
    }
  }

  /** A whole number of a unit, or seconds with decimals. */
  record Part(String value, Unit unit) {}

  private BigDecimal months = BigDecimal.ZERO;
  private BigDecimal seconds = BigDecimal.ZERO;

  private IntervalText() {}

  /** One part, or months and something shorter; empty for a text that is no interval. */
  static Optional<List<Part>> parse(String text) {
    var interval = new IntervalText();
    var ago = AGO.matcher(text);
    boolean isPast = ago.find();
    return interval.read(isPast ? text.substring(0, ago.start()) : text)
        ? interval.parts(isPast ? BigDecimal.ONE.negate() : BigDecimal.ONE)
        : Optional.empty();
  }

  private boolean read(String text) {
    var only = SECONDS.matcher(text);
    if (only.matches()) {
      seconds = new BigDecimal(only.group(1));
      return true;
    }
    var part = PART.matcher(text);
    int end = 0;
    while (part.region(end, text.length()).lookingAt()) {
      if (!add(new BigDecimal(part.group(1)), part.group(2))) {
        return false;
      }
      end = part.end();
    }
    return (end > 0 && end == text.length()) || clock(text.substring(end));
  }

  private boolean add(BigDecimal number, String unit) {
    var found = TimeUnits.ofText(unit);
    if (found.isEmpty()) {
      return false;
    }
    switch (found.get()) {
      case MILLENNIUM -> months = months.add(number.multiply(BigDecimal.valueOf(12_000)));
      case CENTURY -> months = months.add(number.multiply(BigDecimal.valueOf(1_200)));
      case DECADE -> months = months.add(number.multiply(BigDecimal.valueOf(120)));
      case YEAR -> months = months.add(number.multiply(BigDecimal.valueOf(12)));
      case QUARTER -> months = months.add(number.multiply(BigDecimal.valueOf(3)));
      case MONTH -> months = months.add(number);
      case WEEK -> seconds = seconds.add(number.multiply(BigDecimal.valueOf(604_800)));
      case DAY -> seconds = seconds.add(number.multiply(BigDecimal.valueOf(86_400)));
      case HOUR -> seconds = seconds.add(number.multiply(BigDecimal.valueOf(3_600)));
      case MINUTE -> seconds = seconds.add(number.multiply(BigDecimal.valueOf(60)));
      case SECOND -> seconds = seconds.add(number);
      case MILLISECOND -> seconds = seconds.add(number.movePointLeft(3));
      case MICROSECOND -> seconds = seconds.add(number.movePointLeft(6));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean clock(String text) {
    var clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return false;
    }
    var time =
        new BigDecimal(clock.group(2))
            .multiply(BigDecimal.valueOf(3_600))
            .add(new BigDecimal(clock.group(3)).multiply(BigDecimal.valueOf(60)))
            .add(clock.group(4) == null ? BigDecimal.ZERO : new BigDecimal(clock.group(4)));
    seconds = clock.group(1).equals("-") ? seconds.subtract(time) : seconds.add(time);
    return true;
  }

  private Optional<List<Part>> parts(BigDecimal sign) {
    var parts = new ArrayList<Part>();
    if (months.stripTrailingZeros().scale() > 0) {
      return Optional.empty();
    }
    if (months.signum() != 0) {
      parts.add(part(months.multiply(sign), Unit.MONTH));
    }
    if (seconds.signum() != 0 || parts.isEmpty()) {
      parts.add(shortest(seconds.multiply(sign)));
    }
    return Optional.of(parts);
  }

  /** In the longest unit of which it is a whole number, so that plans read well. */
  private static Part shortest(BigDecimal seconds) {
    for (var unit : List.of(Unit.DAY, Unit.HOUR, Unit.MINUTE)) {
      var length = BigDecimal.valueOf(unit.seconds);
      if (seconds.remainder(length).signum() == 0) {
        return part(seconds.divide(length), unit);
      }
    }
    return part(seconds, Unit.SECOND);
  }

  private static Part part(BigDecimal number, Unit unit) {
    var value = number.stripTrailingZeros();
    return new Part(String.format(Locale.ROOT, "%s", value.toPlainString()), unit);
  }
}
