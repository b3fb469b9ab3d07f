package io.workosjdbc.driver;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 1073741824}, {@code 500MB}, {@code 1.5 GB}. */
final class Sizes {
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,16}(?:\\.\\d{1,3})?)\\s*([kmgt]?)i?b?");
  private static final List<String> UNITS = List.of("", "k", "m", "g", "t");

  private Sizes() {}

  /** How many bytes a text means. */
  static long parse(String text) {
    Matcher matcher = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a size");
    }
    double unit = Math.pow(1024, UNITS.indexOf(matcher.group(2)));
    return Math.round(Double.parseDouble(matcher.group(1)) * unit);
  }
}
