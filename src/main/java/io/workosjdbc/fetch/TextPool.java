package io.workosjdbc.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Gives the same string again for the same text of one column, because event names and browsers
 * come over and over. Forgets older texts as others take their place, and gives up on a column
 * whose texts hardly repeat. One thread.
 */
final class TextPool {

  private static final int PLACES = 64;
  private static final int PATIENCE = 4096;
  private static final int SAMPLES = 16;

  private final @Nullable String[] strings = new @Nullable String[PLACES];
  private int patience = PATIENCE;

  String get(String text) {
    if (patience <= 0) {
      return text;
    }
    int place = place(text);
    String known = strings[place];
    if (text.equals(known)) {
      patience = Math.min(patience + 1, PATIENCE);
      return known;
    }
    patience -= 4;
    strings[place] = text;
    return text;
  }

  private static int place(String text) {
    int length = text.length();
    int hash = length;
    for (int at = length - 1; at >= 0; at -= 1 + length / SAMPLES) {
      hash = 31 * hash + text.charAt(at);
    }
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }
}
