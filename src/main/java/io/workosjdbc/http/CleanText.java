package io.workosjdbc.http;

import java.util.regex.Pattern;

/** Makes text from outside fit to be shown: one short line without control characters. */
final class CleanText {
  static final int MAX_LENGTH = 300;

  /** Also format characters (text direction), lone surrogates and unassigned code points. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

  private CleanText() {}

  /** One line of at most {@link #MAX_LENGTH} characters. */
  static String line(String text) {
    String line = UNSEEN.matcher(text).replaceAll(" ").strip();
    if (line.length() <= MAX_LENGTH) {
      return line;
    }
    int end = MAX_LENGTH - 3;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
