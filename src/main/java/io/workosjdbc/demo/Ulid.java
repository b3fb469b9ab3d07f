package io.workosjdbc.demo;

/**
 * Identifiers as the API makes them: a prefix, an underscore, 26 characters of Crockford base 32.
 */
final class Ulid {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_CHARS = 10;
  private static final int HALF_CHARS = 8;

  /** Characters after the prefix and its underscore. */
  static final int LENGTH = TIME_CHARS + 2 * HALF_CHARS;

  /** The bits of {@code high} and of {@code low} that an id carries. */
  static final long MASK = (1L << (5 * HALF_CHARS)) - 1;

  private Ulid() {}

  /**
   * An id whose time part is {@code epochMillis} and whose rest is 40 bits of {@code high}, then of
   * {@code low}.
   */
  static String of(String prefix, long epochMillis, long high, long low) {
    char[] text = new char[prefix.length() + 1 + LENGTH];
    prefix.getChars(0, prefix.length(), text, 0);
    int start = prefix.length() + 1;
    text[start - 1] = '_';
    encode(epochMillis, text, start, TIME_CHARS);
    encode(high, text, start + TIME_CHARS, HALF_CHARS);
    encode(low, text, start + TIME_CHARS + HALF_CHARS, HALF_CHARS);
    return new String(text);
  }

  /** The last 40 bits of an id, or -1 when its end is no base 32. */
  static long low(String id) {
    if (id.length() < HALF_CHARS) {
      return -1;
    }
    long value = 0;
    for (int i = id.length() - HALF_CHARS; i < id.length(); i++) {
      int digit = ALPHABET.indexOf(id.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value << 5 | digit;
    }
    return value;
  }

  private static void encode(long value, char[] text, int start, int length) {
    long rest = value;
    for (int i = start + length - 1; i >= start; i--) {
      text[i] = ALPHABET.charAt((int) (rest & 31));
      rest >>>= 5;
    }
  }
}
