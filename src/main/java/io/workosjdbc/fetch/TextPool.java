package io.workosjdbc.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Gives the same string again for the same short text, because event names and identifiers of
 * organizations come over and over. Forgets older texts as others take their place.
 */
final class TextPool {

  private static final int PLACES = 1024;
  private static final int LONGEST = 64;

  private final @Nullable String[] strings = new @Nullable String[PLACES];

  String get(char[] text, int from, int length) {
    if (length > LONGEST) {
      return new String(text, from, length);
    }
    int hash = length;
    for (int at = from; at < from + length; at++) {
      hash = 31 * hash + text[at];
    }
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    String known = strings[place];
    if (known != null && isSame(known, text, from, length)) {
      return known;
    }
    var fresh = new String(text, from, length);
    strings[place] = fresh;
    return fresh;
  }

  private static boolean isSame(String known, char[] text, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (known.charAt(at) != text[from + at]) {
        return false;
      }
    }
    return true;
  }
}
